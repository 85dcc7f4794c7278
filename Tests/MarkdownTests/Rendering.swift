import HTML
import Markdown

let renderer = MarkdownRenderer(siteOrigin: "https://quad.example")

/// The HTML of a source that is accepted.
func rendered(_ source: String, as kind: MarkdownRenderer.Kind = .post) throws -> String {
    String(decoding: try renderer.render(source, as: kind).html.bytes, as: UTF8.self)
}
