import Foundation
import Postgres
import TestSupport

/// A pgbouncer of the test's own, in transaction mode with one server connection for all clients.
enum Pgbouncer {
    private static let program = "/usr/sbin/pgbouncer"

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Calls `body` with the way through pgbouncer to an empty database.
    static func withPgbouncer(_ body: (DatabaseConfiguration) throws -> Void) throws {
        try TestDatabase.withDatabase { database in
            let directory = "/tmp/quad-\(UUID().uuidString.prefix(8))"
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
            defer { _ = try? FileManager.default.removeItem(atPath: directory) }
            let (target, user) = try Connection(database).fetch(.socket)
            try settings(target: target, user: user, directory: directory).write(
                toFile: "\(directory)/pgbouncer.ini", atomically: true, encoding: .utf8)
            let process = try start(directory)
            // It inherits a signal mask without SIGTERM from the thread that starts it.
            defer { kill(process.processIdentifier, SIGKILL) }
            var through = database
            through.url = "host=\(directory) port=6432 user=\(user)"
            through.preparesStatements = false
            try wait(for: through)
            try body(through)
        }
    }

    private static func settings(target: String, user: String, directory: String) -> String {
        """
        [databases]
        * = \(target)
        [pgbouncer]
        unix_socket_dir = \(directory)
        listen_port = 6432
        listen_addr =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 1
        logfile = \(directory)/log
        """
    }

    /// It refuses to run as root, so root runs it as the user that the tests' Postgres runs as, whose socket
    /// nobody else may reach.
    private static func start(_ directory: String) throws -> Process {
        let process = Process()
        let arguments = ["\(directory)/pgbouncer.ini"]
        if geteuid() == 0 {
            process.executableURL = URL(filePath: "/usr/bin/setpriv")
            process.arguments = ["--reuid=postgres", "--regid=postgres", "--init-groups", program] + arguments
        } else {
            process.executableURL = URL(filePath: program)
            process.arguments = arguments
        }
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private static func wait(for configuration: DatabaseConfiguration) throws {
        let patience = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < patience, !Connection(configuration).isAlive() { usleep(20_000) }
        _ = try Connection(configuration).fetch(Query<Int>.value("SELECT 1"))
    }
}

extension Query where Output == (String, String) {
    /// Where the server listens, as pgbouncer writes it, and who we are.
    fileprivate static var socket: Self {
        .one(
            """
            SELECT 'port=' || current_setting('port') || ' user=' || current_user || ' host='
                || coalesce(host(inet_server_addr()), split_part(current_setting('unix_socket_directories'), ',', 1)),
                current_user::text
            """
        ) { (target: String, user: String) in (target, user) }
    }
}
