/// What the characters of a name are like.
enum NameLetters {
    /// Whether something in it cannot be seen, or changes how the rest is seen.
    static func hidesSomething(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.indices.contains { index in isHidden(scalars[index]) && !isNeeded(at: index, in: scalars) }
    }

    /// Whether a mark stands without a letter, or more than three stand on one.
    static func hasStrayMarks(_ scalars: [Unicode.Scalar]) -> Bool {
        var marks = 0, isAtStart = true
        for scalar in scalars {
            let isMark = isMark(scalar)
            marks = isMark ? marks + 1 : 0
            guard marks <= 3, !(isMark && isAtStart) else { return true }
            isAtStart = scalar == " "
        }
        return false
    }

    /// Mathematical, circled and squared letters, and those as wide as ideographs.
    static func isStyled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2100...0x214F, 0x249C...0x24E9, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x1D400...0x1D7FF, 0x1F110...0x1F189:
            scalar.properties.isAlphabetic
        default: false
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: true
        // An empty Braille cell looks like a space and is none.
        default: scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
        }
    }

    /// Joiners between two letters of a script that is written with them, and selectors behind what they select.
    private static func isNeeded(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index > 0 else { return false }
        let before = scalars[index - 1]
        switch scalars[index].value {
        case 0x200C, 0x200D:
            return index + 1 < scalars.count && usesJoiners(before) && usesJoiners(scalars[index + 1])
        case 0xFE0E, 0xFE0F: return before.properties.isEmoji && !before.isASCII
        case 0xE0100...0xE01EF: return before.properties.isIdeographic
        default: return false
        }
    }

    /// Letters and marks of Arabic, Syriac, Mongolian, and the scripts of India and its neighbours.
    private static func usesJoiners(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x1000...0x109F, 0x1780...0x18AF, 0xA8E0...0xA8FF, 0xFB50...0xFDFF,
            0xFE70...0xFEFC:
            scalar.properties.isAlphabetic || isMark(scalar) || scalar.properties.canonicalCombiningClass == .virama
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
