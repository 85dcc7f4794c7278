import FoundationEssentials
import HTTPServer
import Quad

#if canImport(Glibc)
    import Glibc
#endif

/// The program `quad`: one binary that serves, migrates, fills a demonstration, and checks an installation.
@main
struct QuadCommand {
    static func main() {
        // A peer that goes away must not end the process (hiredis writes without asking for that).
        ignoreBrokenPipes()
        var words = CommandLine.arguments.dropFirst()
        let name = words.popFirst() ?? "--help"
        if ["--help", "-h", "help"].contains(name) {
            print(usage)
            return
        }
        guard var command = commands.first(where: { $0.name == name }) else {
            stop("quad knows no command “\(name)”.\n\n\(usage)", status: 64)
        }
        if let verb = words.first, let chosen = command.verbs.first(where: { $0.name == "\(name) \(verb)" }) {
            words = words.dropFirst()
            command = chosen
        }
        if words.contains("--help") || words.contains("-h") {
            print(command.help)
            return
        }
        do {
            try command.run(Arguments(Array(words), of: command))
        } catch let error as WrongUsage {
            stop("\(error.message)\n\n\(command.help)", status: 64)
        } catch {
            stop(String(describing: error), status: 1)
        }
    }

    static let commands: [Subcommand] = [.serve, .work, .migrate, .demo, .user, .importing, .check, .routes]

    static let usage = """
        Quad, a campus community.

        usage: quad COMMAND [OPTION…]

        \(commands.map { "  \($0.name.padded(to: 9))\($0.summary)" }.joined(separator: "\n"))

        `quad COMMAND --help` says more. Settings come from the environment (README, “Settings”).
        """

    static func stop(_ message: String, status: Int32) -> Never {
        say(message)
        exit(status)
    }
}

/// One of the program's commands.
struct Subcommand: Sendable {
    let name: String
    let summary: String
    /// What it is about, without a name before it: "FILE.csv".
    let operand: String?
    /// Options with what they say of themselves; one with a value names it: "--size SIZE".
    let options: [(name: String, value: String?, help: String)]
    let details: String
    /// What it can be told to do, each with options of its own: "user create".
    let verbs: [Subcommand]
    let run: @Sendable (Arguments) throws -> Void

    init(
        name: String, summary: String, operand: String? = nil, options: [(name: String, value: String?, help: String)],
        details: String,
        verbs: [Subcommand] = [], run: @escaping @Sendable (Arguments) throws -> Void
    ) {
        (self.name, self.summary, self.options, self.details) = (name, summary, options, details)
        (self.operand, self.verbs, self.run) = (operand, verbs, run)
    }

    var help: String {
        let lines =
            options.map { option in
                "  " + (option.name + (option.value.map { " \($0)" } ?? "")).padded(to: 22) + option.help
            } + verbs.map { verb in "  " + "quad \(verb.name)".padded(to: 22) + verb.summary }
        return """
            usage: quad \(name)\(operand.map { " \($0)" } ?? "")\(verbs.isEmpty ? "" : " VERB")\(options.isEmpty && verbs.isEmpty ? "" : " [OPTION…]")

            \(summary)
            \(details)\(lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n"))
            """
    }
}

/// Writes a line for the operator, apart from what the command puts out.
func say(_ text: String) {
    writeToTerminal(text + "\n")
}

/// Writes to standard error as it is, without a line break.
func writeToTerminal(_ text: String) {
    var text = text
    _ = text.withUTF8 { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
