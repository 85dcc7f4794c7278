/// HTML that may stand in a page's text as it is: UTF-8, nothing in it needs escaping any more.
///
/// Made from text by escaping it, or from the bytes of a renderer of ours (Markdown, a template) or
/// from their stored copy. There is no way to put one into an attribute or an address.
public struct SafeHTML: Hashable, Sendable {
    public let bytes: [UInt8]

    public static let empty = SafeHTML(rendered: [])

    /// `text`, escaped so that it reads in a page as it was written.
    public init(escaping text: String) {
        var buffer = HTMLBuffer(capacity: text.utf8.count + 64)
        buffer.text(text)
        bytes = buffer.finish()
    }

    /// What a renderer of ours wrote, or its stored copy. The caller vouches for it: nothing is checked.
    public init(rendered bytes: [UInt8]) {
        self.bytes = bytes
    }
}
