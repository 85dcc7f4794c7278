import Glibc
import Redis
import Testing

@Suite("A master found by Sentinel")
struct SentinelTests {
    @Test("a Sentinel that is away is passed over, and after a failover the new master is used")
    func failover() throws {
        let ports = (0..<3).map { _ in Int.random(in: 20_000..<32_000) }
        try withOwnServer(["--port", "\(ports[0])"]) { first in
            try withOwnServer(["--port", "\(ports[1])", "--replicaof", "127.0.0.1 \(ports[0])"]) { _ in
                let sentinel = try Sentinel(port: ports[2], master: ports[0])
                defer { sentinel.stop() }
                let redis = Client(try configuration("127.0.0.1:1,127.0.0.1:\(ports[2])"))
                _ = try redis.timeUntilServed()
                #expect(try redis.port() == ports[0])
                try redis.send(.set("k", "v", expires: .seconds(60)))
                try waitForReplica(of: redis)
                first.kill()
                try sentinel.failOver()
                _ = try redis.timeUntilServed()
                #expect(try redis.port() == ports[1])
                try redis.send(.set("k", "w", expires: .seconds(60)))
            }
        }
    }

    @Test("a Sentinel that does not know the name leads nowhere")
    func unknownName() throws {
        let ports = (0..<2).map { _ in Int.random(in: 20_000..<32_000) }
        try withOwnServer(["--port", "\(ports[0])"]) { _ in
            let sentinel = try Sentinel(port: ports[1], master: ports[0])
            defer { sentinel.stop() }
            let redis = Client(try configuration("127.0.0.1:\(ports[1])", name: "other"))
            #expect(throws: RedisError.unavailable) { try redis.send(.ping) }
        }
    }

    private func configuration(_ hosts: String, name: String = "campus") throws -> RedisConfiguration {
        var configuration = try RedisConfiguration(url: "redis+sentinel://\(hosts)/\(name)")
        configuration.commandTimeout = .seconds(2)
        configuration.connectTimeout = .seconds(2)
        return configuration
    }

    private func waitForReplica(of redis: Client) throws {
        for _ in 0..<2000 {
            if try redis.send(.words("INFO", "replication")).text?.contains("state=online") == true { return }
            pause(.milliseconds(5))
        }
        Issue.record("the replica did not come")
    }
}

extension Client {
    fileprivate func port() throws -> Int? {
        try send(.words("CONFIG", "GET", "port")).elements?.last?.text.flatMap { Int($0) }
    }
}

/// `redis-server --sentinel` is the same program as Debian's redis-sentinel.
private final class Sentinel {
    private let process: pid_t
    private let path: String
    private let client: Client

    init(port: Int, master: Int) throws {
        path = "/tmp/quad-sentinel-\(UInt32.random(in: .min ... .max)).conf"
        let text = """
            port \(port)
            bind 127.0.0.1
            logfile /dev/null
            sentinel monitor campus 127.0.0.1 \(master) 1
            sentinel down-after-milliseconds campus 500

            """
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
        process = try Child.start("/usr/bin/redis-server", ["redis-server", path, "--sentinel"])
        client = Client(try RedisConfiguration(url: "redis://127.0.0.1:\(port)"))
        _ = try client.timeUntilServed()
    }

    /// Asks until it does: Sentinel must have noticed the replica first.
    func failOver() throws {
        for _ in 0..<2000 {
            do throws(RedisError) {
                try client.send(.words("SENTINEL", "FAILOVER", "campus"))
                return
            } catch {
                guard case .server = error else { throw error }
                pause(.milliseconds(10))
            }
        }
        Issue.record("no failover")
    }

    func stop() {
        Child.end(process, SIGKILL)
        unlink(path)
    }
}
