import Glibc
import Redis
import Testing

/// The Redis that the tests share, as the environment names it. Keys carry a random part, so tests can run at once.
enum TestRedis {
    static func configuration() throws -> RedisConfiguration {
        signal(SIGPIPE, SIG_IGN)
        guard let url = getenv("TEST_REDIS_URL") else { throw Missing() }
        var configuration = try RedisConfiguration(url: String(cString: url))
        // The machine that runs the tests may be busy; what time limits do is tested on servers of our own.
        configuration.commandTimeout = .seconds(10)
        return configuration
    }

    static func client() throws -> Client {
        Client(try configuration())
    }

    static func key(_ name: String = "key") -> String {
        "test:\(UInt64.random(in: .min ... .max)):\(name)"
    }

    struct Missing: Error, CustomStringConvertible {
        let description = "Set TEST_REDIS_URL to a Redis for the tests, for example unix:///run/redis/redis.sock."
    }
}
