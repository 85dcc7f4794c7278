#if canImport(Glibc)
    import Glibc
#endif

/// One JSON object in the making, written straight to the log's bytes.
struct LogLine: ~Copyable {
    private var bytes: [UInt8]
    private var isFirst = true

    /// Starts a line at the end of `lines`, with the time in UTC as its first member.
    init(appendingTo lines: inout [UInt8]) {
        bytes = []
        swap(&bytes, &lines)
        bytes.append(UInt8(ascii: "{"))
        member("time", Self.timestamp())
    }

    /// All lines, this one included.
    consuming func finish() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20, 0x7F:
                // No line of the log can be forged by what a client sends.
                bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u"), 48, 48, Self.hex(byte >> 4), Self.hex(byte & 15)]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(number.magnitude)
    }

    /// A duration in microseconds.
    mutating func member(_ name: StaticString, _ duration: Duration) {
        member(name, duration.microseconds)
    }

    private mutating func key(_ name: StaticString) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func appendDigits(_ number: UInt) {
        if number >= 10 { appendDigits(number / 10) }
        bytes.append(48 + UInt8(truncatingIfNeeded: number % 10))
    }

    private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }

    /// "2026-10-18T21:31:00.123Z"
    private static func timestamp() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let second = CivilTime(secondsSince1970: time.tv_sec).iso8601.dropLast()
        let milliseconds = String(1_000 + time.tv_nsec / 1_000_000).dropFirst()
        return "\(second).\(milliseconds)Z"
    }
}

extension Duration {
    /// Whole microseconds; what every duration here is far below overflowing.
    var microseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }
}
