/// What can stand as a value or a script's argument in a command: bytes, text, whole numbers.
public protocol RedisValue: Sendable {
    /// Adds the value's bytes, unframed, to `words`.
    func append(to words: inout [UInt8])
}

extension [UInt8]: RedisValue {
    public func append(to words: inout [UInt8]) {
        words.append(contentsOf: self)
    }
}

extension String: RedisValue {
    public func append(to words: inout [UInt8]) {
        words.append(contentsOf: utf8)
    }
}

extension Int: RedisValue {
    public func append(to words: inout [UInt8]) {
        words.append(contentsOf: String(self).utf8)
    }
}
