import HTML
import Markdown

let renderer = MarkdownRenderer(siteOrigin: "https://quad.example")

/// The HTML of a source that is accepted.
func rendered(_ source: String, as kind: MarkdownRenderer.Kind = .post) throws -> String {
    String(decoding: try renderer.render(source, as: kind).html.bytes, as: UTF8.self)
}

/// The same without the paragraph around it.
func inline(_ source: String) throws -> String {
    let html = try rendered(source)
    guard html.hasPrefix("<p dir=\"auto\">"), html.hasSuffix("</p>") else { return html }
    return String(html.dropFirst("<p dir=\"auto\">".count).dropLast("</p>".count))
}

extension String {
    /// How often `part` stands in this, which is not empty.
    func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
