@main
struct CompileTemplates {
    static func main() {}
}
