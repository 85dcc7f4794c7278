import Markdown

/// A short text on one line, in Unicode's form C, nothing in it that is not seen.
struct OneLine: Hashable, Sendable {
    let text: String

    /// - Parameters:
    ///   - typed: white space at its ends is dropped, any other becomes one blank.
    ///   - limit: the most characters, as the database counts them: Unicode scalars.
    init(_ typed: String, limit: Int) throws(OneLineError) {
        guard typed.utf8.count <= limit * 50 else { throw .tooLong(count: typed.unicodeScalars.count) }
        let words = typed.unicodeScalars.split { $0.properties.isWhitespace }
        let line = Array(words.joined(separator: [" "]))
        guard line.contains(where: \.isSeen) || line.contains(where: \.misleads) else { throw .empty }
        guard !Self.misleads(line) else { throw .misleading }
        var text = ""
        text.unicodeScalars.append(contentsOf: line)
        self.text = String(decoding: Composition.composed(Array(text.utf8)), as: UTF8.self)
        let count = self.text.unicodeScalars.count
        guard count <= limit else { throw .tooLong(count: count) }
    }

    private static func misleads(_ line: [Unicode.Scalar]) -> Bool {
        var marks = 0
        for (index, scalar) in line.enumerated() {
            let before = index > 0 ? line[index - 1] : " "
            let after = index + 1 < line.count ? line[index + 1] : " "
            switch scalar.value {
            // Persian and many emoji need joiners; between Latin letters they only make two titles look like one.
            case 0x200C, 0x200D: if before.isASCII || after.isASCII { return true }
            // Colour or outline of the emoji before it.
            case 0xFE0E, 0xFE0F: if !before.properties.isEmoji { return true }
            default: if scalar.misleads { return true }
            }
            marks = scalar.isMark ? marks + 1 : 0
            if marks > mostMarks { return true }
        }
        return false
    }

    /// On one letter; languages that are written today need five at most.
    private static let mostMarks = 8
}

/// Why a line cannot be taken.
enum OneLineError: Error, Equatable {
    case empty
    case tooLong(count: Int)
    case misleading
}

extension Unicode.Scalar {
    /// Whether a reader sees something of its own.
    fileprivate var isSeen: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control, .spaceSeparator: false
        default: !misleads
        }
    }

    /// Whether it is invisible, or turns the text around it: control characters, bidirectional controls, fillers.
    fileprivate var misleads: Bool {
        let properties = properties
        return properties.generalCategory == .control || properties.isBidiControl
            || properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint || value == 0x2800
    }

    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
