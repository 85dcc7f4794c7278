/// The one spelling of a tag that addresses and stored posts have.
public enum TagSlug {
    /// `name` as `#name` in a text would be spelled: "Binary_Search" is "binary-search".
    ///
    /// - Returns: `nil` when no text could link it: without a letter, with spaces or signs, or too long.
    public static func from(_ name: String) -> String? {
        guard !name.hasPrefix("#"), let clean = cleaned("#" + name) else { return nil }
        let found = TextMark.find(at: 0, in: clean.bytes.span, from: 0, isInsideWord: false)
        guard let found, case .tag(let slug) = found.mark, found.range.upperBound == clean.bytes.count else {
            return nil
        }
        return slug
    }

    private static func cleaned(_ text: String) -> CleanSource? {
        do {
            return try CleanSource(text, limit: 100)
        } catch {
            // Too long, or with a NUL: no tag, and nobody to tell why.
            return nil
        }
    }
}
