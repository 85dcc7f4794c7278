/// What programs read of a page, as JSON-LD.
///
/// It stands in a page's text as a whole `<script type="application/ld+json">`, which is data: no browser runs it, and
/// the content security policy does not ask about it. There is no other way for a value to get into a `<script>`.
public struct StructuredData: Sendable {
    fileprivate let json: JSON

    /// - Parameter things: what the page is about, by the vocabulary of schema.org.
    public init(_ things: [JSON]) {
        json = ["@context": "https://schema.org", "@graph": .list(things)]
    }
}

extension HTMLBuffer {
    /// The element with its data, between tags.
    public mutating func text(_ data: StructuredData) {
        literal("<script type=\"application/ld+json\">")
        data.json.bytes.withUnsafeBufferPointer { append($0) }
        literal("</script>")
    }
}
