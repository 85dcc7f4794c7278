#if canImport(Glibc)
    import Glibc
#endif

/// One JSON object in the making, written straight to the log's bytes.
struct LogLine: ~Copyable {
    private var bytes: [UInt8]
    private var isFirst = true

    /// Starts a line at the end of `lines`, with the time in UTC as its first member.
    init(appendingTo lines: inout [UInt8], at clock: inout LogClock) {
        bytes = []
        swap(&bytes, &lines)
        bytes.append(UInt8(ascii: "{"))
        key("time")
        bytes.append(UInt8(ascii: "\""))
        clock.appendNow(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
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
        var text = text
        text.withUTF8 { utf8 in
            if utf8.allSatisfy(Self.standsForItself) {
                bytes.append(contentsOf: utf8)
            } else {
                for byte in utf8 { append(escaped: byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func standsForItself(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
    }

    /// No line of the log can be forged by what a client sends.
    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0..<0x20, 0x7F:
            bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u"), 48, 48, Self.hex(byte >> 4), Self.hex(byte & 15)]
        default: bytes.append(byte)
        }
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
}

/// The time as log lines say it: "2026-10-18T21:31:00.123Z". Words a second once, however many lines it has.
struct LogClock {
    private var second = -1
    /// "2026-10-18T21:31:00"
    private var words: [UInt8] = []

    mutating func appendNow(to bytes: inout [UInt8]) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        if time.tv_sec != second {
            second = time.tv_sec
            words = Array(CivilTime(secondsSince1970: second).iso8601.utf8.dropLast())
        }
        bytes.append(contentsOf: words)
        let milliseconds = UInt16(truncatingIfNeeded: time.tv_nsec / 1_000_000)
        bytes.append(UInt8(ascii: "."))
        bytes.append(48 + UInt8(truncatingIfNeeded: milliseconds / 100))
        bytes.append(48 + UInt8(truncatingIfNeeded: milliseconds / 10 % 10))
        bytes.append(48 + UInt8(truncatingIfNeeded: milliseconds % 10))
        bytes.append(UInt8(ascii: "Z"))
    }
}

extension Duration {
    /// Whole microseconds; what every duration here is far below overflowing.
    var microseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }
}
