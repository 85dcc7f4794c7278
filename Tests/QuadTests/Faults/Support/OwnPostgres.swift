import FoundationEssentials
import Glibc
import Postgres
import TestSupport

/// A Postgres of one test's own, with the schema of `migrations/`, to be stopped, killed and frozen.
final class OwnPostgres {
    private static let programs = "/usr/lib/postgresql/15/bin"
    private let directory: OwnDirectory
    private var process: ChildProcess?

    init() throws {
        directory = try OwnDirectory()
        try Servers.run("/bin/cp", ["-r", try Template.shared.get().file("data"), directory.file("data")])
        try start()
        try Migrations(directory: Repository.path("migrations")).apply(on: Connection(configuration)) { _ in }
    }

    deinit { end() }

    var configuration: DatabaseConfiguration {
        DatabaseConfiguration(url: "postgresql:///postgres?host=\(directory.path)&user=quad", applicationName: "test")
    }

    /// Returns when it answers.
    func start() throws {
        // What was committed must outlive a kill, though not a power cut.
        let settings = [
            "listen_addresses=", "unix_socket_directories=\(directory.path)", "fsync=off",
            "full_page_writes=off", "shared_buffers=16MB", "max_connections=60", "log_min_messages=fatal",
        ]
        let command = Servers.command(
            "\(Self.programs)/postgres", ["-D", directory.file("data")] + settings.flatMap { ["-c", $0] })
        let process = try ChildProcess(
            command.path, command.arguments, environment: Servers.environment, output: directory.file("postgres.log"))
        self.process = process
        guard eventually(within: 10, { Connection(configuration).isAlive() }) else {
            throw ProcessError.silent("postgres", output: try log)
        }
    }

    /// Ends every session and stops, as `pg_ctl stop -m fast` does; returns when it is gone.
    func stop() throws {
        process?.signal(SIGINT)
        guard process?.end(within: 10) != nil else { throw ProcessError.silent("postgres", output: try log) }
    }

    /// Ends it and its sessions as a crash would.
    func kill() {
        guard let process, process.isRunning else { return }
        let sessions = sessions
        process.end()
        for session in sessions { Glibc.kill(session, SIGKILL) }
        // Their shared memory must be free before the next start.
        _ = eventually(within: 5) { sessions.allSatisfy(Self.isGone) }
        unlink(directory.file("data/postmaster.pid"))
    }

    /// Ends it for good, with its folder.
    func end() {
        kill()
        directory.remove()
    }

    func freeze() {
        process?.signal(SIGSTOP)
        for session in sessions { Glibc.kill(session, SIGSTOP) }
    }

    func thaw() {
        for session in sessions { Glibc.kill(session, SIGCONT) }
        process?.signal(SIGCONT)
    }

    private var sessions: [pid_t] {
        do { return try process?.children ?? [] } catch { return [] }
    }

    /// A process that ended and that nobody has asked about has no command line any more.
    private static func isGone(_ process: pid_t) -> Bool {
        do { return try String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8).isEmpty } catch {
            return true
        }
    }

    private var log: String {
        get throws { try String(contentsOfFile: directory.file("postgres.log"), encoding: .utf8) }
    }

    /// What `initdb` makes, made once and copied.
    private enum Template {
        static let shared: Result<OwnDirectory, any Error> = Result {
            let directory = try OwnDirectory()
            atexit { if case .success(let directory) = Template.shared { directory.remove() } }
            try Servers.run(
                "\(programs)/initdb",
                [
                    "-D", directory.file("data"), "-U", "quad", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                    "--no-sync", "--no-instructions", "--wal-segsize=1",
                ])
            return directory
        }
    }
}
