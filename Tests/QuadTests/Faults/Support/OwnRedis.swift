import Glibc
import Redis
import TestSupport

/// A Redis of one test's own, to be stopped, killed and frozen.
final class OwnRedis {
    private let directory: OwnDirectory
    private var process: ChildProcess?

    init() throws {
        directory = try OwnDirectory()
        try start()
    }

    deinit { process?.end() }

    var url: String { "unix://\(directory.file("redis.sock"))" }

    /// A client without the patience, and the memory for failures, of the program's own.
    func client() throws -> Client {
        var configuration = try RedisConfiguration(url: url)
        configuration.commandTimeout = .seconds(2)
        return Client(configuration)
    }

    /// Returns when it answers.
    func start() throws {
        let command = Servers.command(
            "/usr/bin/redis-server",
            ["--port", "0", "--unixsocket", directory.file("redis.sock"), "--unixsocketperm", "777"]
                + ["--dir", directory.path, "--save", "", "--daemonize", "no"])
        process = try ChildProcess(
            command.path, command.arguments, environment: Servers.environment, output: directory.file("redis.log"))
        let answers = eventually(within: 5) {
            do { return try client().send(.ping) == () } catch { return false }
        }
        guard answers else { throw ProcessError.silent("redis-server", output: "") }
    }

    func stop() {
        process?.signal(SIGTERM)
        _ = process?.end(within: 5)
    }

    func kill() { process?.end() }
    func freeze() { process?.signal(SIGSTOP) }
    func thaw() { process?.signal(SIGCONT) }
}
