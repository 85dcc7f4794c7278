/// Gives headings their levels and anchors.
struct HeadingOutline {
    private let top: Int
    private var open: [Int] = []

    /// How often each anchor was asked for. Keyed by bytes: strings would be normalised to be compared.
    private var taken: [[UInt8]: Int] = [:]

    static let longestAnchor = 60

    /// - Parameter top: the level at which the topmost headings are shown.
    init(top: Int) { self.top = top }

    /// The level to show a heading at that was written at `level`.
    ///
    /// Writers choose levels by size, readers of the page's outline need them without gaps: a heading is shown one
    /// level below the nearest one before it that was written higher.
    mutating func shownLevel(for level: Int) -> Int {
        while let last = open.last, last >= level { open.removeLast() }
        open.append(level)
        return min(top + open.count - 1, 6)
    }

    /// An anchor of its own for a heading: `h-`, then its letters and digits in lower case, others as single hyphens.
    mutating func anchor(for text: String) -> String {
        var slug = Array("h-".utf8)
        var count = 0
        for scalar in text.unicodeScalars where count < Self.longestAnchor {
            if scalar.isWordCharacter, !(slug.last == UInt8(ascii: "-") && scalar.properties.isGraphemeExtend) {
                slug += scalar.properties.lowercaseMapping.utf8
            } else if slug.last != UInt8(ascii: "-"), !scalar.joinsLetters {
                slug.append(UInt8(ascii: "-"))
            }
            count += 1
        }
        if slug.count == 2 { slug += "section".utf8 }
        if slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return String(decoding: distinct(slug), as: UTF8.self)
    }

    /// The anchor itself the first time, then with a number that no other has.
    private mutating func distinct(_ anchor: [UInt8]) -> [UInt8] {
        guard var number = taken[anchor] else {
            taken[anchor] = 1
            return anchor
        }
        var numbered: [UInt8]
        repeat {
            number += 1
            numbered = anchor + "-\(number)".utf8
        } while taken[numbered] != nil
        taken[anchor] = number
        taken[numbered] = 1
        return numbered
    }
}

extension Unicode.Scalar {
    /// A letter, mark or digit of any script.
    var isWordCharacter: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isASCIILetterOrDigit }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber:
            return !(0xFE00...0xFE0F).contains(value)
        default: return false
        }
    }

    /// The zero-width joiner and non-joiner, which stand within words, and the escape mark.
    var joinsLetters: Bool { value == 0x200C || value == 0x200D || value == 0xFDD0 }

    /// Written without spaces between words, so that a word may begin anywhere.
    var isIdeographic: Bool {
        (0x2E80...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value) || (0x20000...0x3FFFF).contains(value)
    }
}
