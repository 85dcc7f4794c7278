internal import Glibc

/// Percent-encoding (RFC 3986, section 2.1), decoded strictly and once.
enum PercentEncoding {
    enum Kind {
        /// An encoded slash stays `%2F`; control characters are refused.
        case path
        /// `+` is a space; any text but NUL may stand in a field.
        case form
    }

    static func path(_ bytes: [UInt8]) throws(FormError) -> String {
        try bytes.borrowed { bytes throws(FormError) in try decode(bytes, .path) }
    }

    /// - Complexity: O(*n*); one allocation, and none for short text.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind) throws(FormError) -> String {
        guard isEncoded(bytes, kind) else { return try text(bytes, kind) }
        let scratch = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { scratch.deallocate() }
        let count = try unescape(bytes, kind, into: scratch)
        return try text(UnsafeBufferPointer(rebasing: scratch[..<count]), kind)
    }

    /// Whether decoding would succeed, without making a string.
    static func check(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind) throws(FormError) {
        var high: UInt8 = 0
        for byte in bytes { high |= byte }
        guard high >= 0x80 || isEncoded(bytes, kind) else { return try refuseControls(bytes, kind) }
        _ = try decode(bytes, kind)
    }

    private static func isEncoded(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        return memchr(start, 0x25, bytes.count) != nil || (kind == .form && memchr(start, 0x2B, bytes.count) != nil)
    }

    private static func unescape(
        _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind, into scratch: UnsafeMutableBufferPointer<UInt8>
    ) throws(FormError) -> Int {
        var read = 0
        var written = 0
        while read < bytes.count {
            var byte = bytes[read]
            read += 1
            if byte == 0x2B, kind == .form {
                byte = 0x20
            } else if byte == 0x25 {
                guard read + 2 <= bytes.count, let high = digit(bytes[read]), let low = digit(bytes[read + 1]) else {
                    throw .percent
                }
                read += 2
                byte = high << 4 | low
                if byte == 0x2F, kind == .path {
                    scratch[written] = 0x25
                    scratch[written + 1] = 0x32
                    scratch[written + 2] = 0x46
                    written += 3
                    continue
                }
            }
            scratch[written] = byte
            written += 1
        }
        return written
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind) throws(FormError) -> String {
        try refuseControls(bytes, kind)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private static func refuseControls(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind) throws(FormError) {
        switch kind {
        case .path:
            for byte in bytes where byte < 0x20 || byte == 0x7F { throw .control }
        case .form:
            if let start = bytes.baseAddress, memchr(start, 0, bytes.count) != nil { throw .control }
        }
    }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// A decoded path as it may stand in a `Location` header.
    static func encode(path: String) -> String {
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            let isPlain: Bool =
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "-._~!$&'()*+,;=:@/".utf8.contains(byte)
                }
            if isPlain {
                bytes.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Array where Element == UInt8 {
    /// `withUnsafeBufferPointer` for closures with typed errors.
    func borrowed<Answer, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try withUnsafeBufferPointer { bytes throws(Failure) in try body(bytes) }
    }
}
