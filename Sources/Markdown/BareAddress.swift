extension TextMark {
    /// An address that begins with the scheme before the colon at `index`.
    ///
    /// It reaches to white space, `<` or a quotation mark. Marks at its end belong to the sentence around it,
    /// and so do closing brackets that it does not open itself.
    /// - Source: GitHub Flavored Markdown 0.29, "Autolinks (extension)".
    static func address(at index: Int, in text: Span<UInt8>, from start: Int, isInsideWord: Bool) -> Found? {
        guard let first = schemeStart(before: index, in: text), first >= start, text.hasPrefix("://", at: index) else {
            return nil
        }
        if let before = text.scalar(before: first) {
            guard !before.isWordCharacter || before.isIdeographic, before != "_" else { return nil }
        } else if isInsideWord {
            return nil
        }
        var end = index + 3
        while end < text.count {
            let (scalar, length) = text.scalar(at: end)
            if scalar.endsAddress { break }
            end += length
        }
        end = trimmedEnd(of: text, in: index + 3..<end)
        return end > index + 3 ? Found(mark: .address, range: first..<end) : nil
    }

    private static func schemeStart(before colon: Int, in text: Span<UInt8>) -> Int? {
        if colon >= 5, text.hasPrefix("https", at: colon - 5) { return colon - 5 }
        if colon >= 4, text.hasPrefix("http", at: colon - 4) { return colon - 4 }
        return nil
    }

    private static func trimmedEnd(of text: Span<UInt8>, in range: Range<Int>) -> Int {
        var surplus = Brackets()
        for index in range { surplus.count(text[index], 1) }
        var end = range.upperBound
        while end > range.lowerBound {
            let last = text[end - 1]
            switch last {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: ";"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"):
                break
            case UInt8(ascii: ")") where surplus.round < 0, UInt8(ascii: "]") where surplus.square < 0,
                UInt8(ascii: "}") where surplus.curly < 0:
                surplus.count(last, -1)
            default: return end
            }
            end -= 1
        }
        return end
    }

    /// Opening brackets less closing ones, of each kind.
    private struct Brackets {
        var round = 0, square = 0, curly = 0

        mutating func count(_ byte: UInt8, _ number: Int) {
            switch byte {
            case UInt8(ascii: "("): round += number
            case UInt8(ascii: ")"): round -= number
            case UInt8(ascii: "["): square += number
            case UInt8(ascii: "]"): square -= number
            case UInt8(ascii: "{"): curly += number
            case UInt8(ascii: "}"): curly -= number
            default: break
            }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var endsAddress: Bool {
        switch value {
        case ...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x60, 0x7F...0xA0, 0xAB, 0xBB, 0x1680, 0x2000...0x200B, 0x2018...0x201F,
            0x2026,
            0x2028...0x202F, 0x2039, 0x203A, 0x205F, 0x3000...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0xFDD0, 0xFF01,
            0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F:
            true
        default: false
        }
    }
}
