extension Command where Output == [UInt8]? {
    /// The value under `key`, `nil` when there is none.
    public static func get(_ key: String) -> Self {
        Command(Words("GET", key), decode: Decoding.bytes)
    }

    /// The value under `key`, which from now lives for `expires`: a sliding session in one command.
    public static func get(_ key: String, extendingTo expires: Duration) -> Self {
        Command(Words("GETEX", key, "PX", expires.wholeMilliseconds), decode: Decoding.bytes)
    }

    /// Takes the value away and answers it; only one of several takers gets it.
    public static func take(_ key: String) -> Self {
        Command(Words("GETDEL", key), decode: Decoding.bytes)
    }
}

extension Command where Output == [[UInt8]?] {
    /// The values under `keys`, in their order.
    public static func getAll(_ keys: [String]) -> Self {
        guard !keys.isEmpty else { return .nothing([]) }
        var words = Words("MGET")
        words.append(keys)
        return Command(words, decode: Decoding.optionals)
    }
}

extension Command where Output == Void {
    /// Stores `value`, whatever was there. There is no way to store one for ever: every key has a time to live.
    ///
    /// - Parameter expires: counted in whole milliseconds, rounded up, at least one.
    public static func set(_ key: String, _ value: some RedisValue, expires: Duration) -> Self {
        Command(Words("SET", key, value, "PX", expires.wholeMilliseconds), decode: Decoding.ok)
    }
}

extension Command where Output == Bool {
    /// Stores `value` if nothing is there; answers whether it did.
    public static func setIfAbsent(_ key: String, _ value: some RedisValue, expires: Duration) -> Self {
        Command(Words("SET", key, value, "NX", "PX", expires.wholeMilliseconds), decode: Decoding.done)
    }
}

extension Command where Output == Int {
    /// Adds to a whole number, which starts at 0, and answers the sum. A new key has no time to live yet:
    /// send ``expire(_:after:unlessSet:)`` in the same pipeline.
    public static func increment(_ key: String, by amount: Int = 1) -> Self {
        Command(Words("INCRBY", key, amount), decode: Decoding.integer)
    }
}
