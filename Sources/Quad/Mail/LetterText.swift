extension Letter {
    /// The plain part: wrapped at 72 characters, the action's address alone on a line so that nothing breaks it.
    func text(under head: Letterhead) -> String {
        var blocks = ([greeting] + paragraphs).map(Self.wrapped)
        if !facts.isEmpty {
            blocks.append(facts.map { Self.wrapped("\($0.label): \($0.value)") }.joined(separator: "\n"))
        }
        if let action { blocks.append(Self.wrapped("\(action.label):") + "\n" + Self.onOneLine(action.url)) }
        if let closing { blocks.append(Self.wrapped(closing)) }
        // Readers know this line as the beginning of a signature, and show what follows quietly.
        let signature = ["-- ", Self.wrapped(reason), Self.wrapped(head.name), head.address]
        blocks.append(signature.joined(separator: "\n"))
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        for word in words(of: text) {
            if let line = lines.last, line.count + 1 + word.count <= 72 {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// A name with line breaks in it makes no lines of its own.
    private static func words(of text: String) -> [Substring] {
        text.split { character in character.isWhitespace || character.unicodeScalars.contains(where: \.isControl) }
    }

    private static func onOneLine(_ url: String) -> String {
        words(of: url).joined()
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}
