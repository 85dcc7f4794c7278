/// What is wrong with a Redis address, in the operator's words. Never repeats a part that may hold a password.
public enum RedisURLError: Error, Hashable, Sendable {
    case unknownScheme
    case noEncryption
    case noHost
    case badPort(String)
    case badDatabase(String)
    case noPath
    case pathTooLong(limit: Int)
    case noMasterName
    case badPercentEncoding
    case severalHosts
    case unknownParameter(String)
}

extension RedisURLError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownScheme:
            "A Redis address starts with redis://, unix:// or redis+sentinel://."
        case .noEncryption:
            "rediss:// is not supported: use redis:// over a private network or a tunnel."
        case .noHost: "The Redis address names no host."
        case .badPort(let text): "“\(text)” is no port: a whole number from 1 to 65535 is."
        case .badDatabase(let text): "“\(text)” is no Redis database: a whole number from 0 on is."
        case .noPath: "A unix:// address needs the socket's whole path: unix:///run/redis/redis.sock."
        case .pathTooLong(let limit): "The path of a Unix socket has at most \(limit) bytes."
        case .noMasterName:
            "A Sentinel address ends with the master's name: redis+sentinel://host1,host2/mymaster."
        case .badPercentEncoding: "The Redis address holds a % that is not followed by two hexadecimal digits."
        case .severalHosts: "Several hosts need Sentinel: redis+sentinel://host1,host2/mymaster."
        case .unknownParameter(let name): "“\(name)” is no parameter of a Redis address: only db is."
        }
    }
}
