import Markdown

/// Text as people type or paste it into a field of one line.
enum TypedText {
    /// Without white space around it, and without the invisible marks that address books put around what is copied.
    static func trimmed(_ text: String) -> String {
        trimmed(text) { scalar in scalar.properties.isWhitespace || scalar.properties.generalCategory == .format }
    }

    /// Without white space around it, with one space where there were several or others, in Unicode's form C.
    ///
    /// Tabs and line ends within stay: they are no spacing but a mistake or an attack.
    /// - Complexity: quadratic in the length of the longest run of combining marks: check the size first.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in trimmed(text, of: \.properties.isWhitespace).unicodeScalars {
            guard scalar.properties.generalCategory == .spaceSeparator else {
                folded.append(scalar)
                continue
            }
            if folded.last != " " { folded.append(" ") }
        }
        return composed(String(folded))
    }

    /// In Unicode's form C.
    static func composed(_ text: String) -> String {
        String(decoding: Composition.composed(Array(text.utf8)), as: UTF8.self)
    }

    private static func trimmed(_ text: String, of isOutside: (Unicode.Scalar) -> Bool) -> String {
        let start = text.unicodeScalars.drop(while: isOutside)
        let end = start.lastIndex { scalar in !isOutside(scalar) }
        return end.map { end in String(start[...end]) } ?? ""
    }
}
