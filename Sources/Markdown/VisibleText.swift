/// Collects text and leaves out what is invisible and could mislead a reader or hide something from one.
///
/// Left out: control characters, bidirectional embeddings, overrides and isolates, zero-width spaces and joiners of
/// words, fillers, byte order marks, tag characters outside a flag, noncharacters, and all after the twelfth combining
/// mark on one letter. Kept: joiners of letters (U+200C, U+200D) and marks of direction (U+200E, U+200F, U+061C), which
/// scripts and emoji need.
struct VisibleText {
    private(set) var bytes: [UInt8] = []

    /// Unicode scalars collected.
    private(set) var count = 0

    /// Whether any of them could have another form in Unicode's form C.
    private(set) var needsComposing = false

    private(set) var hasEscapeMarks = false
    private var combiningMarks = 0
    private var isInFlag = false

    /// Letters of living languages carry up to five.
    static let mostCombiningMarks = 12

    /// - Parameter capacity: bytes expected.
    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// - Parameters:
    ///   - text: valid UTF-8, beginning and ending with whole characters.
    ///   - markingEscapes: whether `\@`, `\#` and `\:` get a `CleanSource.escapeMark`.
    ///   - keepingEscapeMarks: whether those set before stay.
    mutating func append(_ text: Span<UInt8>, markingEscapes: Bool = false, keepingEscapeMarks: Bool = false) {
        var index = 0
        while true {
            index = appendOrdinary(of: text, from: index)
            guard index < text.count else { return }
            switch text[index] {
            case UInt8(ascii: "\\"): index += appendBackslash(at: index, of: text, marking: markingEscapes)
            case UInt8(ascii: "\r"):
                appendLineEnd()
                index += text.hasPrefix("\r\n", at: index) ? 2 : 1
            case ..<0x80: index += 1
            default:
                let (scalar, length) = text.scalar(at: index)
                if keepingEscapeMarks, scalar.value == 0xFDD0 {
                    bytes += CleanSource.escapeMark
                } else {
                    appendScalar(scalar, from: text.extracting(index..<index + length))
                }
                index += length
            }
        }
    }

    /// - Returns: where the first character stands that needs a closer look.
    private mutating func appendOrdinary(of text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count {
            if text[index].isOrdinary {
                index += 1
                count += 1
            } else if text[index] >= 0x80, case let (scalar, length) = text.scalar(at: index), scalar.isOrdinary {
                index += length
                count += 1
            } else {
                break
            }
        }
        guard index > start else { return index }
        bytes.append(text.extracting(start..<index))
        combiningMarks = 0
        isInFlag = false
        return index
    }

    private mutating func appendBackslash(at index: Int, of text: Span<UInt8>, marking: Bool) -> Int {
        bytes.append(text[index])
        count += 1
        guard marking, index + 1 < text.count, text[index + 1].isASCIIPunctuation else { return 1 }
        bytes.append(text[index + 1])
        count += 1
        switch text[index + 1] {
        case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: ":"):
            bytes += CleanSource.escapeMark
            hasEscapeMarks = true
        default: break
        }
        return 2
    }

    private mutating func appendScalar(_ scalar: Unicode.Scalar, from encoded: Span<UInt8>) {
        if scalar.value == 0x2028 || scalar.value == 0x2029 { return appendLineEnd() }
        if (0xE0020...0xE007F).contains(scalar.value) {
            guard isInFlag else { return }
        } else {
            guard !scalar.isHidden else { return }
            isInFlag = scalar.value == 0x1F3F4
        }
        if !Composition.isInert(scalar) {
            needsComposing = true
            combiningMarks = scalar.isCombiningMark ? combiningMarks + 1 : 0
            guard combiningMarks <= Self.mostCombiningMarks else { return }
        }
        bytes.append(encoded)
        count += 1
    }

    private mutating func appendLineEnd() {
        bytes.append(UInt8(ascii: "\n"))
        count += 1
        combiningMarks = 0
        isInFlag = false
    }
}

extension Unicode.Scalar {
    /// Whether this is kept as it is, and begins no sequence of which some is not.
    fileprivate var isOrdinary: Bool {
        Composition.isInert(self) && !isHidden && value != 0x1F3F4 && value >> 1 != 0x1014
    }

    fileprivate var isHidden: Bool {
        switch value {
        case 0x80...0x9F, 0x180E, 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFEFF,
            0xFFA0, 0xFFF0...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: value & 0xFFFE == 0xFFFE
        }
    }

    fileprivate var isCombiningMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: properties.canonicalCombiningClass != .notReordered
        }
    }
}

extension UInt8 {
    /// Printable ASCII but the backslash, a tab or a line feed.
    fileprivate var isOrdinary: Bool {
        (0x20..<0x7F).contains(self) && self != UInt8(ascii: "\\") || self == 0x0A || self == 0x09
    }
}
