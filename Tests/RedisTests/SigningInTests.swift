import Redis
import Testing

@Suite("Signing in to a server")
struct SigningInTests {
    @Test("the password opens, another one is refused with the server's code, and none too")
    func password() throws {
        try withOwnServer(["--requirepass", "p@ss/word"]) { server in
            let right = Client(try RedisConfiguration(url: "unix://:p%40ss%2Fword@\(server.socket)"))
            try right.send(.ping)
            let wrong = Client(try RedisConfiguration(url: "unix://:guess@\(server.socket)"))
            #expect(code(of: wrong) == "WRONGPASS")
            let none = Client(try RedisConfiguration(url: "unix://\(server.socket)"))
            #expect(code(of: none) == "NOAUTH")
        }
    }

    @Test("a user of the server's access list signs in by name")
    func user() throws {
        try withOwnServer(["--user", "quad", "on", ">secret", "~*", "+@all"]) { server in
            let redis = Client(try RedisConfiguration(url: "unix://quad:secret@\(server.socket)"))
            #expect(try redis.send(.words("ACL", "WHOAMI")).text == "quad")
        }
    }

    @Test("databases are apart")
    func database() throws {
        try withOwnServer { server in
            let zero = Client(try RedisConfiguration(url: "unix://\(server.socket)"))
            let five = Client(try RedisConfiguration(url: "unix://\(server.socket)?db=5"))
            try five.send(.set("k", "v", expires: .seconds(60)))
            #expect(try zero.send(.get("k")) == nil)
            #expect(try five.send(.get("k")) == Array("v".utf8))
            let none = Client(try RedisConfiguration(url: "unix://\(server.socket)?db=99"))
            #expect(code(of: none) == "ERR")
        }
    }

    @Test("a name is looked up, and the connection is made over TCP")
    func name() throws {
        let port = Int.random(in: 20_000..<30_000)
        try withOwnServer(["--port", "\(port)", "--bind", "127.0.0.1"]) { _ in
            var configuration = try RedisConfiguration(url: "redis://localhost:\(port)")
            configuration.commandTimeout = .seconds(5)
            configuration.connectTimeout = .seconds(5)
            try Client(configuration).send(.ping)
        }
    }

    private func code(of redis: Client) -> String? {
        do throws(RedisError) {
            try redis.send(.ping)
            return nil
        } catch {
            if case .server(let code, _) = error { return code }
            return "\(error)"
        }
    }
}
