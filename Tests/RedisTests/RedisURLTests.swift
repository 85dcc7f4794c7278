import Testing

@testable import Redis

@Suite("The address of a Redis")
struct RedisURLTests {
    @Test("host, port and database are read, and have their usual values when they are missing")
    func server() throws {
        let short = try RedisConfiguration(url: "redis://cache.example")
        #expect(short.target == .server(.host("cache.example", port: 6379)))
        #expect(short.credentials == nil)
        #expect(short.database == 0)
        let long = try RedisConfiguration(url: "REDIS://cache.example:7000/12")
        #expect(long.target == .server(.host("cache.example", port: 7000)))
        #expect(long.database == 12)
        #expect(try RedisConfiguration(url: "redis://h/").database == 0)
    }

    @Test("IPv6 addresses stand in brackets")
    func ipv6() throws {
        #expect(try RedisConfiguration(url: "redis://[::1]").target == .server(.host("::1", port: 6379)))
        #expect(try RedisConfiguration(url: "redis://[fe80::1]:7000/1").target == .server(.host("fe80::1", port: 7000)))
    }

    @Test("user and password are decoded, and a password may hold anything")
    func credentials() throws {
        let password = try RedisConfiguration(url: "redis://:p%40s%2Fs%25@h").credentials
        #expect(password == .init(user: nil, password: "p@s/s%"))
        let both = try RedisConfiguration(url: "redis://quad:a:b@c@h:1").credentials
        #expect(both == .init(user: "quad", password: "a:b@c"))
    }

    @Test("a Unix socket is a path, with its database as a parameter")
    func unix() throws {
        let configuration = try RedisConfiguration(url: "unix://:secret@/run/a%20b/redis.sock?db=3")
        #expect(configuration.target == .server(.unix(path: "/run/a b/redis.sock")))
        #expect(configuration.credentials == .init(user: nil, password: "secret"))
        #expect(configuration.database == 3)
    }

    @Test("several Sentinels and the master's name are read")
    func sentinels() throws {
        let configuration = try RedisConfiguration(url: "redis+sentinel://:pw@s1,s2:7,[::1]:8/my%20master/2")
        let endpoints: [Endpoint] = [.host("s1", port: 26379), .host("s2", port: 7), .host("::1", port: 8)]
        #expect(configuration.target == .sentinels(endpoints, master: "my master"))
        #expect(configuration.database == 2)
        #expect(configuration.credentials?.password == "pw")
    }

    @Test(
        "a mistake is named",
        arguments: [
            ("", RedisURLError.unknownScheme), ("localhost:6379", .unknownScheme), ("http://h", .unknownScheme),
            ("rediss://h", .noEncryption), ("redis://", .noHost), ("redis://:6379", .noHost), ("redis://[::1", .noHost),
            ("redis://h:", .badPort("")), ("redis://h:0", .badPort("0")), ("redis://h:65536", .badPort("65536")),
            ("redis://h:x", .badPort("x")), ("redis://[::1]x", .badPort("x")), ("redis://h/x", .badDatabase("x")),
            ("redis://h/-1", .badDatabase("-1")), ("redis://h?db=x", .badDatabase("x")),
            ("redis://h?ssl=1", .unknownParameter("ssl")), ("redis://a,b", .severalHosts),
            ("redis://:%zz@h", .badPercentEncoding), ("redis://:%2@h", .badPercentEncoding),
            ("redis://:%ff@h", .badPercentEncoding), ("unix://", .noPath), ("unix:///", .noPath),
            ("unix://run/redis.sock", .noPath), ("unix:///a%00b", .noPath),
            ("unix:///" + String(repeating: "a", count: 107), .pathTooLong(limit: 107)),
            ("redis+sentinel://a,b", .noMasterName), ("redis+sentinel://a,b/", .noMasterName),
            ("redis+sentinel://a,,b/m", .noHost), ("redis+sentinel:///m", .noHost),
        ])
    func mistakes(url: String, error: RedisURLError) {
        #expect(throws: error) { try RedisConfiguration(url: url) }
        #expect(!error.description.isEmpty)
    }

    @Test("neither a log line nor a dump shows the password")
    func discretion() throws {
        let configuration = try RedisConfiguration(url: "redis://quad:hunter2@h:1/2")
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect("\(configuration)" == "h:1, database 2")
        #expect(!dumped.contains("hunter2"))
        #expect(!String(reflecting: configuration).contains("hunter2"))
    }
}
