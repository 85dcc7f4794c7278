extension Command where Output == [UInt8]? {
    /// One field of the hash under `key`, `nil` when there is none.
    public static func hashGet(_ key: String, _ field: String) -> Self {
        Command(Words("HGET", key, field), decode: Decoding.bytes)
    }
}

extension Command where Output == [[UInt8]?] {
    /// Some fields of the hash under `key`, in their order.
    public static func hashGet(_ key: String, _ fields: [String]) -> Self {
        guard !fields.isEmpty else { return .nothing([]) }
        var words = Words("HMGET", key)
        words.append(fields)
        return Command(words, decode: Decoding.optionals)
    }
}

extension Command where Output == [String: [UInt8]] {
    /// The whole hash under `key`, empty when there is none.
    public static func hashGetAll(_ key: String) -> Self {
        Command(Words("HGETALL", key)) { reply throws(RedisError) in
            let list = try Decoding.list(reply)
            guard list.count.isMultiple(of: 2) else { throw .protocolViolation }
            var fields: [String: [UInt8]] = [:]
            for index in stride(from: 0, to: list.count, by: 2) {
                fields[String(decoding: list[index], as: UTF8.self)] = list[index + 1]
            }
            return fields
        }
    }
}

extension Command where Output == Int {
    /// Sets fields of the hash under `key`; answers how many are new.
    /// A new hash has no time to live yet: send ``expire(_:after:unlessSet:)`` in the same pipeline.
    public static func hashSet(_ key: String, _ fields: [String: any RedisValue]) -> Self {
        guard !fields.isEmpty else { return .nothing(0) }
        var words = Words("HSET", key)
        for (field, value) in fields {
            words.append(field)
            words.append(value)
        }
        return Command(words, decode: Decoding.integer)
    }

    /// Answers how many of the fields were there.
    public static func hashDelete(_ key: String, _ fields: [String]) -> Self {
        guard !fields.isEmpty else { return .nothing(0) }
        var words = Words("HDEL", key)
        words.append(fields)
        return Command(words, decode: Decoding.integer)
    }

    public static func hashIncrement(_ key: String, _ field: String, by amount: Int = 1) -> Self {
        Command(Words("HINCRBY", key, field, amount), decode: Decoding.integer)
    }
}
