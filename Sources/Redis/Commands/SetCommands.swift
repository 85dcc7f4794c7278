extension Command where Output == Int {
    /// Adds to the set under `key`; answers how many are new.
    /// A new set has no time to live yet: send ``expire(_:after:unlessSet:)`` in the same pipeline.
    public static func setAdd(_ key: String, _ members: [String]) -> Self {
        guard !members.isEmpty else { return .nothing(0) }
        var words = Words("SADD", key)
        words.append(members)
        return Command(words, decode: Decoding.integer)
    }

    /// Answers how many of the members were there.
    public static func setRemove(_ key: String, _ members: [String]) -> Self {
        guard !members.isEmpty else { return .nothing(0) }
        var words = Words("SREM", key)
        words.append(members)
        return Command(words, decode: Decoding.integer)
    }
}

extension Command where Output == [[UInt8]] {
    /// The members of the set under `key`, in no order, empty when there is none.
    public static func setMembers(_ key: String) -> Self {
        Command(Words("SMEMBERS", key), decode: Decoding.list)
    }
}
