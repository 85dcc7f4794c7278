import Markdown

/// What a file is called: 1 to 100 characters without a path, with nothing in it that is not seen or turns the text
/// around, so that "photo‮gnp.exe" shows what it is.
struct AttachmentName: Hashable, Sendable {
    /// In Unicode scalars, as the database counts.
    static let limit = 100

    let text: String

    /// - Parameter typed: as a browser sends it; whatever cannot stand in a name is left out.
    init(_ typed: String) {
        let last = typed.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last
        var clean = String.UnicodeScalarView()
        for scalar in (last ?? typed.unicodeScalars[...]).prefix(1_000) {
            if scalar.properties.isWhitespace {
                if let before = clean.last, before != " " { clean.append(" ") }
            } else if scalar.isUnseen {
                continue
            } else {
                clean.append("<>:\"|?*".unicodeScalars.contains(scalar) ? "-" : scalar)
            }
        }
        let composed = TypedText.composed(String(clean))
        var name = composed.unicodeScalars.drop { $0 == "." || $0 == " " }
        while let last = name.last, last == "." || last == " " { name.removeLast() }
        text = name.isEmpty ? "file" : Self.shortened(String(name))
    }

    /// One that was cleaned before: a column.
    init(stored: String) { text = stored }

    /// The same with another ending, for a picture that became one of another kind.
    func ending(in ending: String) -> AttachmentName {
        let (stem, _) = Self.halves(text)
        return AttachmentName(Self.shortened("\(stem).\(ending)"))
    }

    /// How addresses write it: ASCII letters, digits, dots, hyphens and underscores.
    var inAddress: String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            var letters = ASCIILetters.of(scalar)
            if scalar.isASCII, "._ABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars.contains(scalar) {
                letters = [UInt8(scalar.value)]
            }
            if letters.isEmpty || letters == [0x2E] {
                let mark: UInt8 = letters.isEmpty ? 0x2D : 0x2E
                if let last = bytes.last, last != 0x2D, last != 0x2E { bytes.append(mark) }
                if mark == 0x2E, bytes.last == 0x2D { bytes[bytes.count - 1] = mark }
            } else {
                bytes += letters
            }
        }
        while let last = bytes.last, last == 0x2D || last == 0x2E { bytes.removeLast() }
        return bytes.isEmpty ? "file" : String(decoding: bytes, as: UTF8.self)
    }

    /// Cut before its ending.
    private static func shortened(_ name: String) -> String {
        guard name.unicodeScalars.count > limit else { return name }
        let (stem, ending) = halves(name)
        let room = limit - (ending.isEmpty ? 0 : ending.unicodeScalars.count + 1)
        return String(String.UnicodeScalarView(stem.unicodeScalars.prefix(room))) + (ending.isEmpty ? "" : ".\(ending)")
    }

    private static func halves(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.unicodeScalars.lastIndex(of: "."), dot > name.startIndex else { return (name, "") }
        let ending = name.unicodeScalars[name.unicodeScalars.index(after: dot)...]
        guard (1...10).contains(ending.count) else { return (name, "") }
        return (String(name.unicodeScalars[..<dot]), String(ending))
    }
}

/// What a picture shows, for who cannot see it: one line of at most 300 characters.
struct AlternativeText: Hashable, Sendable {
    static let limit = 300

    let text: String

    /// - Parameter typed: what is not seen is left out, and what is too much too.
    init(_ typed: String) {
        let words = typed.unicodeScalars.prefix(Self.limit * 4).split { $0.properties.isWhitespace }
        let line = Array(words.joined(separator: [" "])).filter { !$0.isUnseen }
        let composed = TypedText.composed(String(String.UnicodeScalarView(line)))
        text = String(String.UnicodeScalarView(composed.unicodeScalars.prefix(Self.limit)))
    }
}

extension Unicode.Scalar {
    /// Whether it is invisible or turns the text around it; the joiners that Persian and emoji need are not.
    fileprivate var isUnseen: Bool {
        let properties = properties
        if value == 0x200C || value == 0x200D || value == 0xFE0F { return false }
        return properties.generalCategory == .control || properties.isBidiControl
            || properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
            || properties.generalCategory == .surrogate || properties.generalCategory == .privateUse || value == 0x2800
    }
}
