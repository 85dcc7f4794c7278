import FoundationEssentials
import Postgres
import Quad

extension Subcommand {
    static let importing = Subcommand(
        name: "import", summary: "Read universities, courses or enrolments from a CSV file.", options: [],
        details: """
            All of a file is taken or nothing, and it can be taken again: what is so already stays as it is. \
            docs/importing.md says what stands in the files.
            """,
        verbs: [
            verb(
                .universities, "Add universities, their domains and terms, or change them.",
                "Columns: slug, name, short_name, time_zone, current_term, domains, state."),
            verb(
                .courses, "Add courses, or change what is written down of them.",
                "Columns: university, code, section, term, title, instructor, schedule, community, state."),
            verb(
                .enrolments, "Say who takes which course, and who has dropped it.",
                "Columns: university, course, section, term, email or username, state. Nobody is shown to course mates by it."
            ),
        ]
    ) { _ in
        throw WrongUsage("quad import needs to know what: universities, courses or enrolments.")
    }

    private static func verb(_ kind: Import.Kind, _ summary: String, _ details: String) -> Subcommand {
        var options: [(name: String, value: String?, help: String)] = [
            ("--dry-run", nil, "Say what would happen, and change nothing."),
            (
                "--encoding", "NAME",
                "utf-8, windows-1252 (Latin-1), utf-16le or utf-16be; what the file says, else utf-8"
            ),
        ]
        if kind != .universities {
            options.append(("--university", "SLUG", "Whose rows those are that name none."))
        }
        if kind == .enrolments {
            options.append(
                ("--strict", nil, "Refuse the file when somebody in it has no account, instead of leaving them out."))
        }
        return Subcommand(
            name: "import \(kind.rawValue)", summary: summary, operand: "FILE.csv", options: options, details: details
        ) { arguments in
            try run(kind, arguments)
        }
    }

    private static func run(_ kind: Import.Kind, _ arguments: Arguments) throws {
        guard let path = arguments.operand else { throw WrongUsage("Say which file.") }
        var order = Import(kind, path: path)
        order.isDryRun = arguments.has("--dry-run")
        order.isStrict = arguments.has("--strict")
        order.university = arguments["--university"]
        if let name = arguments["--encoding"] {
            guard let encoding = ImportEncoding(named: name) else {
                throw WrongUsage("--encoding is utf-8, windows-1252, utf-16le or utf-16be.")
            }
            order.encoding = encoding
        }
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        var configuration = settings.database
        // A million rows take longer than a page may.
        configuration.statementTimeout = .seconds(3_600)
        let database = Connection(configuration)
        try requireKnownSchema(database, settings)
        let began = ContinuousClock.now
        let bar = SharedBar()
        defer { bar.finish() }
        let outcome = try order.run(on: database) { bar.show($0, done: $1, total: $2) }
        bar.finish()
        say((order.isDryRun ? "Nothing was changed. It would be: " : "") + outcome.words)
        for note in outcome.notes { say(note) }
        let elapsed = (ContinuousClock.now - began).components
        say("Took \(elapsed.seconds).\(elapsed.attoseconds / 100_000_000_000_000_000) s.")
    }
}

/// A progress bar that a closure can move.
private final class SharedBar {
    private var bar = ProgressBar()

    func show(_ step: String, done: Int, total: Int) { bar.show(step, done: done, total: total) }
    func finish() { bar.finish() }
}
