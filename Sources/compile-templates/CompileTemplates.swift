import FoundationEssentials
import Glibc
import TemplateCompiler

/// `compile-templates --output F.swift --root Templates FILE…`: checks templates and writes their Swift.
///
/// Exits with 0 when all is well, with 1 after printing what is wrong in the templates, with 2 when it was called wrongly or a
/// file cannot be read or written.
@main
struct CompileTemplates {
    static func main() {
        do throws(CommandError) {
            let arguments = try Arguments(CommandLine.arguments.dropFirst())
            let result = TemplateSet(
                try arguments.files.map { file throws(CommandError) in try read(file, below: arguments.root) }
            )
            .compiled()
            guard result.diagnostics.isEmpty else {
                for diagnostic in result.diagnostics { print(diagnostic) }
                exit(1)
            }
            try write(result.swift, to: arguments.output)
        } catch {
            print("compile-templates: error: \(error.message)")
            exit(2)
        }
    }

    private static func read(_ file: String, below root: String) throws(CommandError) -> TemplateSource {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandError(message: "cannot read \(file)")
        }
        let prefix = root.hasSuffix("/") ? root : root + "/"
        guard file.hasPrefix(prefix), file.hasSuffix(".html") else {
            throw CommandError(message: "\(file) is no .html file below \(root)")
        }
        return TemplateSource(
            name: String(file.dropFirst(prefix.count).dropLast(".html".count)), path: file, bytes: Array(data))
    }

    private static func write(_ swift: String, to file: String) throws(CommandError) {
        do {
            try Data(swift.utf8).write(to: URL(filePath: file))
        } catch {
            throw CommandError(message: "cannot write \(file): \(error)")
        }
    }
}

private struct CommandError: Error {
    let message: String
}

private struct Arguments {
    var output = ""
    var root = ""
    var files: [String] = []

    init(_ arguments: some Sequence<String>) throws(CommandError) {
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--output": output = rest.next() ?? ""
            case "--root": root = rest.next() ?? ""
            default: files.append(argument)
            }
        }
        guard !output.isEmpty, !root.isEmpty else {
            throw CommandError(message: "usage: compile-templates --output F.swift --root Templates FILE…")
        }
    }
}
