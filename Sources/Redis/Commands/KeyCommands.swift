extension Command where Output == Int {
    /// Deletes whatever is under `keys`; answers how many there were.
    /// The memory is given back in the background, so a large value does not hold up others.
    public static func delete(_ keys: [String]) -> Self {
        guard !keys.isEmpty else { return .nothing(0) }
        var words = Words("UNLINK")
        words.append(keys)
        return Command(words, decode: Decoding.integer)
    }

    public static func delete(_ keys: String...) -> Self {
        delete(keys)
    }
}

extension Command where Output == Bool {
    public static func exists(_ key: String) -> Self {
        Command(Words("EXISTS", key), decode: Decoding.flag)
    }

    /// Gives `key` a time to live; answers whether it did.
    ///
    /// - Parameters:
    ///   - lifetime: in whole milliseconds, rounded up, at least one.
    ///   - unlessSet: leave a key alone that has a time to live already (a counter's window, say).
    public static func expire(_ key: String, after lifetime: Duration, unlessSet: Bool = false) -> Self {
        var words = Words("PEXPIRE", key, lifetime.wholeMilliseconds)
        if unlessSet { words.append("NX") }
        return Command(words, decode: Decoding.flag)
    }
}

extension Command where Output == Duration? {
    /// How long `key` still lives, to the millisecond; `nil` when there is no such key or no limit.
    public static func timeToLive(_ key: String) -> Self {
        Command(Words("PTTL", key)) { reply throws(RedisError) in
            let milliseconds = try Decoding.integer(reply)
            return milliseconds < 0 ? nil : .milliseconds(milliseconds)
        }
    }
}
