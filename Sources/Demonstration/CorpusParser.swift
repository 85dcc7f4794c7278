/// The parts of a corpus text, before anything is made of them.
///
/// A text begins with `key: value` lines. Scenes follow, each opened by `=== kind @space | tags`, then its titles
/// as `? …` lines, a poll's choices as `[ ] …` lines (`several` in its header lets one choose several), its body, and comments opened by `--- > speaker *`: one `>` a level, `@` the author, `m` a
/// moderator, a number anyone else, `*` the answer.
struct CorpusParts {
    struct Comment {
        var depth = 0
        var speaker = ""
        var isAnswer = false
        var lines: [Substring] = []
    }

    struct Section {
        let words: [Substring]
        let tags: [String]
        var titles: [String] = []
        var choices: [String] = []
        var body: [Substring] = []
        var comments: [Comment] = []
    }

    private(set) var fields: [(key: String, value: String)] = []
    private(set) var sections: [Section] = []

    /// - Throws: `DemonstrationError.corpus` with the text's name and the line that cannot be understood.
    init(_ text: String, named name: String) throws {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard read(line) else {
                throw DemonstrationError.corpus(text: name, line: index + 1, String(line))
            }
        }
    }

    func values(of key: String) -> [String] {
        fields.filter { $0.key == key }.map(\.value)
    }

    private mutating func read(_ line: Substring) -> Bool {
        if line.hasPrefix("=== ") { return open(line.dropFirst(4)) }
        guard !sections.isEmpty else { return line.isEmpty || readField(line) }
        let last = sections.count - 1
        if line.hasPrefix("--- ") { return openComment(line.dropFirst(4)) }
        if !sections[last].comments.isEmpty {
            sections[last].comments[sections[last].comments.count - 1].lines.append(line)
        } else if line.hasPrefix("? "), sections[last].body.isEmpty {
            sections[last].titles.append(String(line.dropFirst(2)))
        } else if line.hasPrefix("[ ] "), sections[last].body.isEmpty {
            sections[last].choices.append(String(line.dropFirst(4)))
        } else {
            sections[last].body.append(line)
        }
        return true
    }

    private mutating func open(_ header: Substring) -> Bool {
        let halves = header.split(separator: "|", maxSplits: 1)
        guard let first = halves.first else { return false }
        let tags = halves.count > 1 ? halves[1].split(separator: " ").map(String.init) : []
        sections.append(Section(words: first.split(separator: " "), tags: tags))
        return true
    }

    private mutating func openComment(_ header: Substring) -> Bool {
        var comment = Comment()
        for word in header.split(separator: " ") {
            switch word {
            case "*": comment.isAnswer = true
            case _ where word.allSatisfy({ $0 == ">" }): comment.depth = word.count
            default: comment.speaker = String(word)
            }
        }
        sections[sections.count - 1].comments.append(comment)
        return !comment.speaker.isEmpty
    }

    private mutating func readField(_ line: Substring) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return false }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        fields.append((String(line[..<colon]), String(value)))
        return true
    }
}

extension CorpusParts {
    /// `lines` as one text without empty lines around it.
    static func text(of lines: [Substring]) -> String {
        let start = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let end = lines.lastIndex { !$0.isEmpty } ?? start
        return lines.isEmpty || start == lines.endIndex ? "" : lines[start...end].joined(separator: "\n")
    }
}
