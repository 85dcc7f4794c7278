import Markdown

/// What a post is called: 1 to 200 characters on one line, in Unicode's form C, nothing in it that is not seen.
struct PostTitle: Hashable, Sendable {
    /// In Unicode scalars, as the database counts.
    static let limit = 200

    let text: String

    /// - Parameter typed: white space at its ends is dropped, any other becomes one blank.
    init(_ typed: String) throws(PostTitleError) {
        text = try Self.line(typed, limit: Self.limit)
    }

    /// Any text of one line by the same rules: a name, a reason, a description.
    ///
    /// - Parameter limit: in Unicode scalars.
    static func line(_ typed: String, limit: Int) throws(PostTitleError) -> String {
        guard typed.utf8.count <= limit * 50 else { throw .tooLong(count: typed.unicodeScalars.count) }
        let words = typed.unicodeScalars.split { $0.properties.isWhitespace }
        let line = Array(words.joined(separator: [" "]))
        guard line.contains(where: \.isSeen) || line.contains(where: \.misleads) else { throw .empty }
        guard !misleads(line) else { throw .misleading }
        var text = ""
        text.unicodeScalars.append(contentsOf: line)
        text = String(decoding: Composition.composed(Array(text.utf8)), as: UTF8.self)
        let count = text.unicodeScalars.count
        guard count <= limit else { throw .tooLong(count: count) }
        return text
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

/// Why a title cannot be taken.
enum PostTitleError: Error, Equatable {
    case empty
    case tooLong(count: Int)
    case misleading

    /// What to do, beside the field.
    var message: String {
        switch self {
        case .empty: "A post needs a title. Say in a few words what it’s about."
        case .tooLong(let count):
            "That’s \(count) characters, and \(PostTitle.limit) is the most. Move the rest into the text."
        case .misleading: "There are invisible characters in the title. Type it, or paste it as plain text."
        }
    }
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
