import Glibc
import Redis
import Testing

/// A Redis of one test's own, on a Unix socket in a directory of its own, to be stopped, frozen and broken.
final class OwnServer {
    let socket: String
    private let directory: String
    private let arguments: [String]
    private var process: pid_t?

    init(_ arguments: [String] = []) throws {
        signal(SIGPIPE, SIG_IGN)
        var template = Array("/tmp/quad-redis-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { start in mkdtemp(start) }.map { name in String(cString: name) }
        }
        directory = try #require(made)
        socket = directory + "/redis.sock"
        self.arguments = arguments
        try start()
    }

    func configuration() throws -> RedisConfiguration {
        try RedisConfiguration(url: "unix://\(socket)")
    }

    /// Returns when the server answers.
    func start() throws {
        let words =
            [
                "redis-server", "--port", "0", "--unixsocket", socket, "--dir", directory, "--save", "", "--daemonize",
                "no",
            ]
            + ["--logfile", directory + "/log"] + arguments
        process = try Child.start("/usr/bin/redis-server", words)
        var probe = try RedisConfiguration(url: "unix://\(socket)")
        probe.commandTimeout = .seconds(1)
        let client = Client(probe)
        let deadline = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < deadline {
            do {
                try client.send(.ping)
                return
            } catch RedisError.server {
                return  // It wants a password: it is there.
            } catch {
                pause(.milliseconds(5))
            }
        }
        remove()
        throw DidNotStart()
    }

    func kill() {
        guard let process else { return }
        Child.end(process, SIGKILL)
        self.process = nil
        unlink(socket)
    }

    func freeze() {
        if let process { Child.signal(process, SIGSTOP) }
    }

    func thaw() {
        if let process { Child.signal(process, SIGCONT) }
    }

    func remove() {
        kill()
        for file in ["log", "dump.rdb", "sentinel.conf"] { unlink("\(directory)/\(file)") }
        rmdir(directory)
    }

    struct DidNotStart: Error {}
}

func withOwnServer(_ arguments: [String] = [], _ body: (OwnServer) throws -> Void) throws {
    let server = try OwnServer(arguments)
    defer { server.remove() }
    try body(server)
}
