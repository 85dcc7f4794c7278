extension Command where Output == Void {
    /// Whether anybody is there: it answers or throws.
    public static var ping: Self {
        Command(Words("PING"), decode: Decoding.ok)
    }
}

extension Command where Output == Int {
    /// Sends `message` to whoever is subscribed to `channel` now; answers how many that were on this server.
    public static func publish(_ channel: String, _ message: some RedisValue) -> Self {
        Command(Words("PUBLISH", channel, message), decode: Decoding.integer)
    }
}

extension Command where Output == Reply {
    /// Runs `script` on the server, where nothing else runs meanwhile.
    ///
    /// - Parameters:
    ///   - keys: the script's `KEYS`, all it touches.
    ///   - arguments: the script's `ARGV`.
    public static func script(
        _ script: Script, keys: [String] = [], arguments: [any RedisValue] = []
    ) -> Self {
        Command(.calling(script, keys: keys, arguments: arguments)) { reply in reply }
    }
}

extension Words {
    static func calling(_ script: Script, keys: [String], arguments: [any RedisValue]) -> Words {
        var words = Words(keys.count)
        words.append(keys)
        for argument in arguments { words.append(argument) }
        words.script = script
        return words
    }
}
