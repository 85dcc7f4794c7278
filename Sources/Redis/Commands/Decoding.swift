/// The decoders shared by the commands: each throws ``RedisError/protocolViolation``
/// on an answer of another kind.
enum Decoding {
    static func bytes(_ reply: Reply) throws(RedisError) -> [UInt8]? {
        switch reply {
        case .bytes(let bytes): return bytes
        case .null: return nil
        default: throw .protocolViolation
        }
    }

    static func integer(_ reply: Reply) throws(RedisError) -> Int {
        guard case .integer(let value) = reply else { throw .protocolViolation }
        return value
    }

    /// Whether the server counted one, not none.
    static func flag(_ reply: Reply) throws(RedisError) -> Bool {
        try integer(reply) != 0
    }

    static func ok(_ reply: Reply) throws(RedisError) {
        guard case .status = reply else { throw .protocolViolation }
    }

    /// Whether the server did it: `OK`, or a null when a condition of the command did not hold.
    static func done(_ reply: Reply) throws(RedisError) -> Bool {
        switch reply {
        case .status: return true
        case .null: return false
        default: throw .protocolViolation
        }
    }

    static func elements(_ reply: Reply) throws(RedisError) -> [Reply] {
        guard case .array(let elements) = reply else { throw .protocolViolation }
        return elements
    }

    static func list(_ reply: Reply) throws(RedisError) -> [[UInt8]] {
        var list: [[UInt8]] = []
        for element in try elements(reply) {
            guard case .bytes(let bytes) = element else { throw .protocolViolation }
            list.append(bytes)
        }
        return list
    }

    static func optionals(_ reply: Reply) throws(RedisError) -> [[UInt8]?] {
        var list: [[UInt8]?] = []
        for element in try elements(reply) { list.append(try bytes(element)) }
        return list
    }
}
