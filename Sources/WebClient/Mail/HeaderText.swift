internal import FoundationEssentials

/// Text of people's in the head of a message.
///
/// - Source: RFC 5322, section 3.2; RFC 2047.
enum HeaderText {
    /// A subject.
    static func words(_ text: String) -> String {
        let line = line(text)
        return isPlain(line) ? line : encodedWords(line)
    }

    /// A name before an address; empty for an empty one.
    static func phrase(_ text: String) -> String {
        let line = line(text)
        guard !line.isEmpty else { return "" }
        guard isPlain(line) else { return encodedWords(line) }
        return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// On one line, each run of white space and control characters as one space, and without the marks that turn the
    /// direction of what follows them.
    static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                if !line.isEmpty, line.last != " " { line.append(" ") }
            default:
                if !scalar.turnsDirection { line.append(scalar) }
            }
        }
        if line.last == " " { line.removeLast() }
        return String(line)
    }

    /// Whether it can stand there as it is: it fits on the line, and no reader takes it for encoded.
    private static func isPlain(_ line: String) -> Bool {
        line.utf8.count <= 60 && line.utf8.allSatisfy { byte in (0x20..<0x7F).contains(byte) } && !line.contains("=?")
    }

    private static func encodedWords(_ line: String) -> String {
        var words: [String] = []
        var piece: [UInt8] = []
        func finish() {
            words.append("=?utf-8?B?\(Data(piece).base64EncodedString())?=")
            piece = []
        }
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 39 bytes make 52 characters, 64 with what stands around them, 73 behind “Subject: ”.
            if piece.count + bytes.count > 39 { finish() }
            piece += bytes
        }
        finish()
        return words.joined(separator: "\r\n ")
    }
}

extension Unicode.Scalar {
    /// The embeddings, overrides and isolates of Unicode's bidirectional algorithm.
    fileprivate var turnsDirection: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
}
