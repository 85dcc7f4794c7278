internal import CHiredis

extension Reply {
    /// Copies the answer out of hiredis's memory. It nests at most 7 deep: hiredis refuses what is deeper.
    init(_ reply: redisReply) throws(RedisError) {
        switch reply.type {
        case REDIS_REPLY_STRING: self = .bytes(Self.bytes(of: reply))
        case REDIS_REPLY_STATUS: self = .status(String(decoding: Self.bytes(of: reply), as: UTF8.self))
        case REDIS_REPLY_INTEGER: self = .integer(Int(reply.integer))
        case REDIS_REPLY_NIL: self = .null
        case REDIS_REPLY_ERROR: self = Self.error(String(decoding: Self.bytes(of: reply), as: UTF8.self))
        case REDIS_REPLY_ARRAY:
            var elements: [Reply] = []
            elements.reserveCapacity(reply.elements)
            for index in 0..<reply.elements {
                guard let element = reply.element[index] else { throw .protocolViolation }
                elements.append(try Reply(element.pointee))
            }
            self = .array(elements)
        default: throw .protocolViolation
        }
    }

    private static func bytes(of reply: redisReply) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: reply.str, count: reply.len))
    }

    /// The code is what stands before the first space: `WRONGTYPE Operation against …`.
    private static func error(_ text: String) -> Reply {
        let (code, message) = text[...].cut(at: " ")
        return .error(code: String(code), message: String(message))
    }
}
