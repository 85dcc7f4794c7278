/// A value of JSON, written out where a page carries data for programs: its text, made when the value is.
///
/// Values are put together from the inside out, each from the bytes of those in it: a page's few kilobytes are copied
/// once a level, and no tree of values is built, walked and taken down again.
public struct JSON: Sendable {
    var bytes: [UInt8]

    fileprivate init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }
}

extension JSON {
    /// A value of many parts, written from its start to its end without a copy of any.
    ///
    /// - Parameters:
    ///   - capacity: bytes to set aside at once.
    ///   - write: one call of the writer.
    public static func written(capacity: Int, _ write: (inout JSONWriter) -> Void) -> JSON {
        var writer = JSONWriter(JSON(capacity: capacity))
        write(&writer)
        return writer.json
    }

    public static func text(_ text: String) -> JSON { self.text(text, "") }

    /// Both as one text.
    public static func text(_ start: String, _ end: String) -> JSON {
        var json = JSON(capacity: start.utf8.count + end.utf8.count + 16)
        json.bytes.append(UInt8(ascii: "\""))
        json.append(escaping: start)
        json.append(escaping: end)
        json.bytes.append(UInt8(ascii: "\""))
        return json
    }

    public static func number(_ number: Int) -> JSON {
        var json = JSON(capacity: 24)
        json.bytes += String(number).utf8
        return json
    }

    public static func list(_ values: [JSON]) -> JSON {
        var json = JSON(capacity: values.reduce(2) { $0 + $1.bytes.count + 1 })
        json.bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { json.bytes.append(UInt8(ascii: ",")) }
            json.bytes += value.bytes
        }
        json.bytes.append(UInt8(ascii: "]"))
        return json
    }

    /// In the order given. A member without a value is left out.
    ///
    /// - Parameter members: names need no escaping.
    public static func object(_ members: [(StaticString, JSON?)]) -> JSON {
        var json = JSON(
            capacity: members.reduce(2) { $0 + $1.0.utf8CodeUnitCount + ($1.1?.bytes.count ?? 0) + 4 })
        json.bytes.append(UInt8(ascii: "{"))
        for case (let name, let value?) in members {
            if json.bytes.count > 1 { json.bytes.append(UInt8(ascii: ",")) }
            json.bytes.append(UInt8(ascii: "\""))
            name.withUTF8Buffer { json.bytes += $0 }
            json.bytes.append(UInt8(ascii: "\""))
            json.bytes.append(UInt8(ascii: ":"))
            json.bytes += value.bytes
        }
        json.bytes.append(UInt8(ascii: "}"))
        return json
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(number) }
    public init(arrayLiteral values: JSON...) { self = .list(values) }
    public init(dictionaryLiteral members: (StaticString, JSON?)...) { self = .object(members) }
}

extension JSON {
    /// Characters that mean something to HTML are written as escapes of JSON, so that no text can end the element it
    /// stands in.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// - Parameter text: UTF-8.
    mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var copied = 0
        var next = 0
        while next < text.count {
            guard !Self.isPlain(text[next]), let (escape, length) = Self.escape(of: text, at: next) else {
                next += 1
                continue
            }
            bytes += UnsafeBufferPointer(rebasing: text[copied..<next])
            escape.withUTF8Buffer { bytes += $0 }
            next += length
            copied = next
        }
        bytes += UnsafeBufferPointer(rebasing: text[copied...])
    }

    /// Whether a byte stands for itself whatever follows, as nearly all do.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x27 && byte < 0x3C || byte > 0x3E && byte < 0x5C || byte > 0x5C && byte < 0x7F || byte == 0x20
    }

    /// - Returns: what to write instead of the character at a place and how many bytes it takes; `nil` when it may stand.
    private static func escape(
        of bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> (escape: StaticString, length: Int)? {
        switch bytes[place] {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case UInt8(ascii: "<"): return ("\\u003C", 1)
        case UInt8(ascii: ">"): return ("\\u003E", 1)
        case UInt8(ascii: "&"): return ("\\u0026", 1)
        case UInt8(ascii: "\n"): return ("\\n", 1)
        case UInt8(ascii: "\t"): return ("\\t", 1)
        case UInt8(ascii: "\r"): return ("\\r", 1)
        case 0..<0x20, 0x7F: return ("\\uFFFD", 1)
        // U+2028 and U+2029, which end a line in scripts.
        case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] & 0xFE == 0xA8:
            return (bytes[place + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        default: return nil
        }
    }
}
