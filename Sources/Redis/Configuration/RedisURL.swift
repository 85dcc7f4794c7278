/// The parts of a Redis address, checked.
struct RedisURL {
    let target: RedisConfiguration.Target
    let credentials: RedisConfiguration.Credentials?
    let database: Int

    init(_ text: String) throws(RedisURLError) {
        let (scheme, rest) = try Self.scheme(of: text)
        let (address, parameters) = rest.cut(at: "?")
        let (authority, path) = address.cut(before: "/")
        let (userInfo, hosts) = authority.cutLast(at: "@")

        credentials = try Self.credentials(userInfo)
        let named = try Self.database(inParameters: parameters)
        switch scheme {
        case .unix:
            target = .server(try Self.socket(host: hosts, path: path))
            database = named ?? 0
        case .server:
            target = .server(try Self.server(hosts))
            database = try Self.database(inPath: path) ?? named ?? 0
        case .sentinel:
            let (name, databasePath) = path.dropFirst().cut(before: "/")
            guard !name.isEmpty else { throw .noMasterName }
            var sentinels: [Endpoint] = []
            for host in hosts.split(separator: ",", omittingEmptySubsequences: false) {
                sentinels.append(try Self.endpoint(host, defaultPort: 26379))
            }
            target = .sentinels(sentinels, master: try name.percentDecoded())
            database = try Self.database(inPath: databasePath) ?? named ?? 0
        }
    }
}

extension RedisURL {
    private enum Scheme { case server, unix, sentinel }

    private static func scheme(of text: String) throws(RedisURLError) -> (Scheme, Substring) {
        let schemes: [(String, Scheme)] = [
            ("redis://", .server), ("unix://", .unix), ("redis+sentinel://", .sentinel),
        ]
        for (prefix, scheme) in schemes where text.lowercased().hasPrefix(prefix) {
            return (scheme, text.dropFirst(prefix.count))
        }
        throw text.lowercased().hasPrefix("rediss") ? .noEncryption : .unknownScheme
    }

    private static func credentials(
        _ userInfo: Substring
    ) throws(RedisURLError) -> RedisConfiguration.Credentials? {
        guard !userInfo.isEmpty else { return nil }
        let (user, password) = userInfo.cut(at: ":")
        let name = try user.percentDecoded()
        return .init(user: name.isEmpty ? nil : name, password: try password.percentDecoded())
    }

    private static func socket(host: Substring, path: Substring) throws(RedisURLError) -> Endpoint {
        let path = try path.percentDecoded()
        // sun_path has 108 bytes, the last of them for the NUL that ends it.
        guard host.isEmpty, path.count > 1, !path.utf8.contains(0) else { throw .noPath }
        guard path.utf8.count <= 107 else { throw .pathTooLong(limit: 107) }
        return .unix(path: path)
    }

    private static func server(_ hosts: Substring) throws(RedisURLError) -> Endpoint {
        guard !hosts.contains(",") else { throw .severalHosts }
        return try endpoint(hosts, defaultPort: 6379)
    }

    private static func endpoint(_ text: Substring, defaultPort: UInt16) throws(RedisURLError) -> Endpoint {
        var (host, port) = text.cutLast(before: ":")
        if text.hasPrefix("[") {
            let (inside, after) = text.dropFirst().cut(at: "]")
            guard text.contains("]") else { throw .noHost }
            (host, port) = (inside, after)
        }
        guard !host.isEmpty, !host.utf8.contains(0) else { throw .noHost }
        guard !port.isEmpty else { return .host(String(host), port: defaultPort) }
        guard port.hasPrefix(":"), let number = UInt16(port.dropFirst()), number > 0 else {
            throw .badPort(String(port.hasPrefix(":") ? port.dropFirst() : port))
        }
        return .host(String(host), port: number)
    }

    private static func database(inPath path: Substring) throws(RedisURLError) -> Int? {
        let text = path.dropFirst()
        return text.isEmpty ? nil : try database(text)
    }

    private static func database(inParameters parameters: Substring) throws(RedisURLError) -> Int? {
        var found: Int?
        for parameter in parameters.split(separator: "&") {
            let (name, value) = parameter.cut(at: "=")
            guard name == "db" else { throw .unknownParameter(String(name)) }
            found = try database(value)
        }
        return found
    }

    private static func database(_ text: Substring) throws(RedisURLError) -> Int {
        guard let number = Int(text), number >= 0 else { throw .badDatabase(String(text)) }
        return number
    }
}
