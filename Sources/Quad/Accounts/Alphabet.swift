/// Alphabets with letters that look like another's: "а" is Cyrillic here, "a" Latin.
enum Alphabet: Hashable {
    case latin, greek, coptic, cyrillic, armenian, cherokee, lisu

    /// `nil` for what is no letter and for all other scripts: nobody mistakes theirs.
    init?(_ scalar: Unicode.Scalar) {
        guard scalar.properties.isAlphabetic else { return nil }
        switch scalar.value {
        case 0x41...0x7A, 0xAA, 0xBA...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB64,
            0xFB00...0xFB06:
            self = .latin
        case 0x3E2...0x3EF, 0x2C80...0x2CFF: self = .coptic
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
        case 0x530...0x58F, 0xFB13...0xFB17: self = .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
        case 0xA4D0...0xA4FF: self = .lisu
        default: return nil
        }
    }

    /// Whether a word has letters of two of them. "Анна Smith" has not, nor "Anna-Мария": the hyphen parts words.
    static func areMixedInAWord(of scalars: [Unicode.Scalar]) -> Bool {
        var current: Alphabet?
        for scalar in scalars {
            if let alphabet = Alphabet(scalar) {
                guard current == nil || current == alphabet else { return true }
                current = alphabet
            } else if isBetweenWords(scalar) {
                current = nil
            }
        }
        return false
    }

    private static func isBetweenWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .dashPunctuation, .openPunctuation, .closePunctuation: true
        default: false
        }
    }
}
