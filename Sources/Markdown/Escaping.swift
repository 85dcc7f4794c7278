extension [UInt8] {
    /// Appends text that stands between tags.
    mutating func append(escaping text: Span<UInt8>) {
        var start = 0
        for index in text.indices where text[index].hasMeaningInText {
            append(text.extracting(start..<index))
            append(escaping: text[index])
            start = index + 1
        }
        append(text.extracting(start...))
    }

    /// Appends text that stands between double quotes in a tag.
    mutating func append(escapingAttribute text: Span<UInt8>) {
        var start = 0
        for index in text.indices where text[index].hasMeaningInText || text[index] == UInt8(ascii: "\"") {
            append(text.extracting(start..<index))
            append(escaping: text[index])
            start = index + 1
        }
        append(text.extracting(start...))
    }

    mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "\""): append("&quot;")
        default: append(byte)
        }
    }
}

extension UInt8 {
    fileprivate var hasMeaningInText: Bool {
        self == UInt8(ascii: "<") || self == UInt8(ascii: ">") || self == UInt8(ascii: "&")
    }
}

extension Span<UInt8> {
    /// Whether anything in valid UTF-8 can be seen: more than white space and invisible joiners.
    var isVisible: Bool {
        var index = 0
        while index < count {
            let (scalar, length) = scalar(at: index)
            if !scalar.properties.isWhitespace, !scalar.properties.isDefaultIgnorableCodePoint, scalar.value != 0xFDD0 {
                return true
            }
            index += length
        }
        return false
    }
}
