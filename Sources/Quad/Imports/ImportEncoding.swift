/// How a file writes its letters.
package enum ImportEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16Little = "utf-16le"
    case utf16Big = "utf-16be"
    /// Latin-1 is read as this, its superset in all that is printed.
    case windows1252 = "windows-1252"

    /// - Parameter name: as somebody types it: "latin1", "ISO-8859-1", "UTF-8".
    package init?(named name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "utf-16le", "utf16le", "utf-16", "utf16", "unicode": self = .utf16Little
        case "utf-16be", "utf16be": self = .utf16Big
        case "windows-1252", "cp1252", "latin1", "latin-1", "iso-8859-1", "iso8859-1": self = .windows1252
        default: return nil
        }
    }

    /// What the first bytes of a file say, and how many of them are a mark of it alone.
    static func marked(_ bytes: some Collection<UInt8>) -> (encoding: ImportEncoding, length: Int)? {
        let start = Array(bytes.prefix(3))
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
        return nil
    }
}

/// Turns the pieces of a file into UTF-8, one after the other.
struct ImportDecoder {
    let encoding: ImportEncoding
    /// What a piece ended with before its character was whole.
    private var rest: [UInt8] = []

    init(_ encoding: ImportEncoding) {
        self.encoding = encoding
    }

    /// - Returns: the same letters; what is no character becomes U+FFFD, which the reader refuses.
    mutating func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch encoding {
        case .utf8: return Array(bytes)
        case .windows1252: return Self.western(bytes)
        case .utf16Little, .utf16Big: return wide(rest + bytes)
        }
    }

    /// Whether the file ended in the middle of a character.
    var isCutOff: Bool { !rest.isEmpty }

    private mutating func wide(_ bytes: [UInt8]) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var place = 0
        while place + 1 < bytes.count {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(encoding == .utf16Big ? first << 8 | second : second << 8 | first)
            place += 2
        }
        rest = Array(bytes[place...])
        // The first half of a pair waits for the second.
        if let last = units.last, last & 0xFC00 == 0xD800 {
            units.removeLast()
            rest = Array(bytes[(place - 2)...])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func western(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let scalar = byte < 0xA0 ? special[Int(byte - 0x80)] : UInt32(byte)
                text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
            }
        }
        return text
    }

    /// What Windows-1252 has from 0x80 to 0x9F.
    ///
    /// - Source: the index "windows-1252" of the Encoding Standard (encoding.spec.whatwg.org).
    private static let special: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
