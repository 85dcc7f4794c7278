import FoundationEssentials
import Glibc
import Postgres
import TestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
    private func quad(_ arguments: String..., environment: [String: String] = [:]) throws -> (
        ending: ChildProcess.Ending?, output: String
    ) {
        try ChildProcess.run(try QuadProcess.path, arguments, environment: environment)
    }

    @Test("wrong settings are all told at once, and nothing starts", arguments: ["serve", "migrate", "check"])
    func settings(_ command: String) throws {
        let (ending, output) = try quad(
            command,
            environment: [
                "PORT": "abc", "WORKERS": "0", "BASE_URL": "ftp://quad", "REDIS_URL": "http://redis",
                "TRUSTED_PROXIES": "10.0.0.0/99",
            ])
        #expect(ending == .exit(1))
        for name in ["DATABASE_URL", "PORT", "WORKERS", "BASE_URL", "REDIS_URL", "TRUSTED_PROXIES"] {
            #expect(output.contains("- \(name) "), "\(name) is not in: \(output)")
        }
    }

    @Test("an unknown command or option ends with 64 and says what there is")
    func unknown() throws {
        let command = try quad("servee")
        #expect(command.ending == .exit(64))
        #expect(command.output.contains("knows no command “servee”"))
        #expect(command.output.contains("usage: quad COMMAND"))
        let option = try quad("migrate", "--dry")
        #expect(option.ending == .exit(64))
        #expect(option.output.contains("knows no option “--dry”"))
        #expect(option.output.contains("--dry-run"))
        #expect(try quad("--help").ending == .exit(0))
    }

    @Test("accounts are made, given roles and let back in from the command line")
    func user() throws {
        try withInstallation { installation in
            let create = [
                "user", "create", "--email", "ines@alderbay.example", "--name", "Ines Albrecht", "--username",
                "ines.albrecht", "--role", "admin", "--password-stdin",
            ]
            let (made, said) = try installation.quad(create, input: "four unrelated words here\n")
            #expect(made == .exit(0), "\(said)")
            #expect(try installation.quad(create, input: "four unrelated words here\n").ending == .exit(1))
            let weak = try installation.quad(create, input: "short\n")
            #expect(weak.ending == .exit(1) && weak.output.contains("Seven more and we’re there"))
            let noTerminal = try installation.quad(create.dropLast(), input: "")
            #expect(noTerminal.ending == .exit(1) && noTerminal.output.contains("--password-stdin"))
            let demoted = try installation.quad("user", "promote", "--username", "ines.albrecht", "--role", "member")
            #expect(demoted.ending == .exit(1) && demoted.output.contains("the only admin"))
            let reset = try installation.quad("user", "reset", "--username", "ines.albrecht")
            #expect(reset.ending == .exit(0) && reset.output.hasPrefix("http://test/reset-password?token="))
            let wrong = [["user"], ["user", "delete"], ["user", "reset"], ["user", "promote", "--username", "x"]]
            for words in wrong {
                let (ending, output) = try installation.quad(words, input: "")
                #expect(ending == .exit(64) && output.contains("usage: quad user"), "\(output)")
            }
            #expect(try installation.quad("user", "create", "--help").output.contains("--university SLUG"))
        }
    }

    @Test("an installation that can’t send mails is told so, and a demonstration isn’t")
    func mails() throws {
        try withInstallation { installation in
            #expect(try !installation.quad("check").output.contains("mails can be sent"))
            try installation.run("UPDATE site SET is_demonstration = false")
            #expect(try installation.quad("check").output.contains("Set SMTP_URL"))
            let (_, output) = try installation.quad("check", settings: ["SMTP_URL": "smtp://localhost:25"])
            #expect(output.contains("ok       mails can be sent"))
        }
    }

    @Test("a new installation prints the code that sets it up, another at each start")
    func setUpCode() throws {
        try withInstallation { installation in
            #expect(try !installation.serve().said.contains("/set-up"))
            try installation.run("DELETE FROM site")
            let codes = try (0..<2).map { _ in
                let quad = try installation.serve()
                #expect(try eventually { try quad.said.contains("Open http://test/set-up and type this code: ") })
                return try quad.said.split(separator: " ").last
            }
            #expect(codes[0] != codes[1])
        }
    }

    @Test("a database that is away, and a port that is taken, are told in a sentence")
    func away() throws {
        let nowhere = [
            "DATABASE_URL": "postgresql:///quad?host=/nowhere", "REDIS_URL": "unix:///nowhere",
            "QUAD_HOME": Repository.root,
        ]
        let (ending, output) = try quad("serve", environment: nowhere)
        #expect(ending == .exit(1))
        #expect(output.hasPrefix("the database is unavailable") || output.hasPrefix("The database is unavailable"))
        try withInstallation { installation in
            let first = try installation.serve()
            let second = try installation.quad("serve", settings: ["PORT": "\(first.port)"])
            #expect(second.ending == .exit(1))
            #expect(second.output.contains("\(first.port)"))
            #expect(second.output.contains("PORT"))
        }
    }

    @Test("a port that the system chose is written to the file asked for")
    func portFile() throws {
        let directory = try OwnDirectory()
        defer { directory.remove() }
        try withInstallation { installation in
            let quad = try installation.serve(["PORT_FILE": directory.file("port")])
            #expect(eventually { access(directory.file("port"), R_OK) == 0 })
            #expect(try String(contentsOfFile: directory.file("port"), encoding: .utf8) == "\(quad.port)\n")
        }
    }

    @Test("a database that was never migrated is refused with what to run")
    func unmigrated() throws {
        try withInstallation { installation in
            try TestDatabase.withDatabase { database in
                let empty = ["DATABASE_URL": Installation.address(of: database)]
                let (ending, output) = try installation.quad("serve", settings: empty)
                #expect(ending == .exit(1))
                #expect(output.contains("Run: quad migrate"))
                #expect(output.contains("0001_members"))
            }
        }
    }

    @Test("a migration changed after it was applied is refused by its name", arguments: ["serve", "migrate"])
    func changed(_ command: String) throws {
        try withInstallation { installation in
            let directory = try OwnDirectory()
            defer { directory.remove() }
            try copyMigrations(to: directory)
            try append("\n-- one more word\n", to: directory.file("0001_members.sql"))
            let (ending, output) = try installation.quad(command, settings: ["MIGRATIONS_DIRECTORY": directory.path])
            #expect(ending == .exit(1))
            #expect(output.contains("0001_members"))
            #expect(output.contains("was changed after it was applied"))
        }
    }

    @Test("a database migrated by a newer Quad is refused by the migration's name", arguments: ["serve", "migrate"])
    func newer(_ command: String) throws {
        try withInstallation { installation in
            try installation.run(
                """
                INSERT INTO schema_migrations (version, name, checksum)
                VALUES (9999, '9999_from_the_future', ''::bytea)
                """)
            let (ending, output) = try installation.quad(command)
            #expect(ending == .exit(1))
            #expect(output.contains("9999_from_the_future"))
        }
    }

    @Test("two migrations at once both succeed, and each file is applied once")
    func twoAtOnce() throws {
        try withInstallation { installation in
            try TestDatabase.withDatabase { database in
                let directory = try OwnDirectory()
                defer { directory.remove() }
                var environment = installation.settings
                environment["DATABASE_URL"] = Installation.address(of: database)
                let both = try ["1", "2"].map {
                    try ChildProcess(
                        try QuadProcess.path, ["migrate"], environment: environment, output: directory.file($0))
                }
                for process in both { #expect(process.end(within: 10) == .exit(0)) }
                let said = try ["1", "2"].map { try String(contentsOfFile: directory.file($0), encoding: .utf8) }
                #expect(said.filter { $0.contains("0001_members") }.count == 1)
                let (applied, files) = try Connection(database).fetch(
                    Query<Int>.value("SELECT count(*) FROM schema_migrations"),
                    Query<Bool>.value("SELECT to_regclass('posts') IS NOT NULL"))
                #expect(applied == (try Migrations(directory: Repository.path("migrations")).all.count))
                #expect(files)
            }
        }
    }

    @Test("a migration killed in the middle leaves nothing half, and the next run applies it")
    func killedMigration() throws {
        try withInstallation { installation in
            let directory = try OwnDirectory()
            defer { directory.remove() }
            try copyMigrations(to: directory)
            let number = try Migrations(directory: directory.path).all.count + 1
            let file = directory.file(number < 10 ? "000\(number)_slow.sql" : "00\(number)_slow.sql")
            try append(
                "CREATE TABLE half (n integer);\nSELECT pg_sleep(1);\nCREATE TABLE other (n integer);\n", to: file)
            var environment = installation.settings
            environment["MIGRATIONS_DIRECTORY"] = directory.path
            let process = try ChildProcess(
                try QuadProcess.path, ["migrate"], environment: environment, output: directory.file("log"))
            let connection = Connection(installation.database)
            #expect(
                try eventually {
                    try connection.fetch(
                        Query<Bool>.value(
                            """
                            SELECT EXISTS (SELECT FROM pg_stat_activity
                                WHERE query LIKE '%pg_sleep%' AND datname = current_database() AND pid <> pg_backend_pid())
                            """))
                })
            process.end()
            try append("CREATE TABLE third (n integer);\n", to: file)
            // It waits for the session that was cut off, and finds nothing of what that one did.
            let (ending, output) = try installation.quad("migrate", settings: ["MIGRATIONS_DIRECTORY": directory.path])
            #expect(ending == .exit(0), "\(output)")
            let tables = try connection.fetch(
                Query<Int>.value("SELECT count(*) FROM pg_tables WHERE tablename IN ('half', 'other', 'third')"))
            #expect(tables == 3)
            connection.close()
        }
    }

    private func copyMigrations(to directory: OwnDirectory) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Repository.path("migrations")) {
            try FileManager.default.copyItem(
                atPath: Repository.path("migrations/\(name)"), toPath: directory.file(name))
        }
    }

    private func append(_ text: String, to file: String) throws {
        let old = access(file, F_OK) == 0 ? try String(contentsOfFile: file, encoding: .utf8) : ""
        try (old + text).write(toFile: file, atomically: true, encoding: .utf8)
    }
}
