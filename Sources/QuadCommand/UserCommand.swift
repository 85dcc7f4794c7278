import FoundationEssentials
import Postgres
import Quad

extension Subcommand {
    static let user = Subcommand(
        name: "user", summary: "Make an account, give it a role, or let its owner back in.", options: [],
        details: "For whoever runs the installation: it asks nobody's leave.",
        verbs: [
            Subcommand(
                name: "user create", summary: "Make an account that is in use at once.",
                options: [
                    ("--email", "ADDRESS", "What its owner signs in with."),
                    ("--name", "NAME", "What people call its owner."),
                    ("--username", "USERNAME", "3 to 30 letters, digits, dots, hyphens and underscores."),
                    ("--role", "ROLE", "member, moderator or admin; member"),
                    ("--university", "SLUG", "Its name in addresses, where there are several; the site's own."),
                    ("--password-stdin", nil, "Read the password from standard input, one line."),
                ],
                details: "Asks for the password on the terminal, where it doesn't show."
            ) { arguments in
                var draft = OperatorAccounts.Draft()
                draft.email = try arguments.required("--email")
                draft.name = try arguments.required("--name")
                draft.username = try arguments.required("--username")
                draft.role = arguments["--role"] ?? "member"
                draft.university = arguments["--university"]
                let accounts = try openAccounts()
                draft.password = try readPassword(fromInput: arguments.has("--password-stdin"))
                try accounts.create(draft)
                say("The account is made: \(draft.email) can sign in.")
            },
            Subcommand(
                name: "user promote", summary: "Give an account another role.",
                options: [
                    ("--username", "USERNAME", "Whose account it is."),
                    ("--role", "ROLE", "member, moderator or admin"),
                ],
                details: "It is signed out everywhere, and has the role from the next sign-in on."
            ) { arguments in
                let (username, role) = (try arguments.required("--username"), try arguments.required("--role"))
                try openAccounts().promote(username, to: role)
                say("\(username) is \(role) from the next sign-in on.")
            },
            Subcommand(
                name: "user reset", summary: "Let somebody choose a new password.",
                options: [("--username", "USERNAME", "Whose account it is.")],
                details: "Prints a link that works once, for an hour, and signs the account out everywhere."
            ) { arguments in
                print(try openAccounts().reset(try arguments.required("--username")))
            },
        ]
    ) { _ in
        throw WrongUsage("quad user needs to know what to do.")
    }

    private static func openAccounts() throws -> OperatorAccounts {
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        let database = Connection(settings.database)
        try requireKnownSchema(database, settings)
        return OperatorAccounts(settings: settings, database: database)
    }

    private static func readPassword(fromInput: Bool) throws -> String {
        if fromInput { return readLine(strippingNewline: true) ?? "" }
        guard let terminal = Terminal() else {
            throw Refused("There's no terminal to ask for the password on: give it with --password-stdin.")
        }
        let password = terminal.secret("Password: ")
        guard password == terminal.secret("Again: ") else {
            throw Refused("Those two aren't the same. Nothing was done.")
        }
        return password
    }
}
