/// A value of JSON, written out where a page carries data for programs.
public enum JSON: Sendable {
    case text(String)
    case number(Int)
    case list([JSON])
    /// In the order given. A member without a value is left out.
    case object([(name: StaticString, value: JSON?)])
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(number) }
    public init(arrayLiteral values: JSON...) { self = .list(values) }
    public init(dictionaryLiteral members: (StaticString, JSON?)...) {
        self = .object(members.map { (name: $0.0, value: $0.1) })
    }
}

extension JSON {
    /// Appends the value as UTF-8 without white space. Characters that mean something to HTML are written as escapes
    /// of JSON, so that no text can end the element it stands in.
    func write(into out: inout HTMLBuffer) {
        switch self {
        case .text(let text): Self.write(text, into: &out)
        case .number(let number): out.decimal(number)
        case .list(let values):
            out.literal("[")
            for (index, value) in values.enumerated() {
                if index > 0 { out.literal(",") }
                value.write(into: &out)
            }
            out.literal("]")
        case .object(let members):
            out.literal("{")
            var isFirst = true
            for case (let name, let value?) in members {
                out.literal(isFirst ? "\"" : ",\"")
                out.literal(name)
                out.literal("\":")
                value.write(into: &out)
                isFirst = false
            }
            out.literal("}")
        }
    }

    private static func write(_ text: String, into out: inout HTMLBuffer) {
        var text = text
        out.literal("\"")
        text.withUTF8 { bytes in
            var copied = 0
            var next = 0
            while next < bytes.count {
                guard let (escape, length) = escape(of: bytes, at: next) else {
                    next += 1
                    continue
                }
                out.append(UnsafeBufferPointer(rebasing: bytes[copied..<next]))
                out.literal(escape)
                next += length
                copied = next
            }
            out.append(UnsafeBufferPointer(rebasing: bytes[copied...]))
        }
        out.literal("\"")
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
