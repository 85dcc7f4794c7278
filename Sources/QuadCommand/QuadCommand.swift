@main
struct QuadCommand {
    static func main() {}
}
