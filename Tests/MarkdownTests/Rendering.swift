import HTML
import Markdown

let renderer = MarkdownRenderer(
    siteOrigin: "https://quad.example",
    uploads: Dictionary(uniqueKeysWithValues: ["a", "b", "c", "p"].map { ($0, upload($0)) }).merging([
        "2": Upload(
            path: "/attachments/2/two.jpg", picture: Upload.Picture(width: 1_600, height: 900, smallWidth: 480)),
        "f": Upload(path: "/attachments/f/notes.pdf", picture: nil),
    ]) { $1 })

private func upload(_ id: String) -> Upload {
    Upload(path: "/attachments/\(id)/\(id).png", picture: Upload.Picture(width: 8, height: 6, smallWidth: nil))
}

/// An uploaded picture as it is shown.
func image(_ id: String, alt: String, title: String? = nil, isLinked: Bool = true) -> String {
    let path = "/attachments/\(id)/\(id).png"
    let image =
        #"<img src="\#(path)" width="8" height="6" loading="lazy" decoding="async" alt="\#(alt)""#
        + (title.map { #" title="\#($0)""# } ?? "") + ">"
    return isLinked ? #"<a href="\#(path)">\#(image)</a>"# : image
}

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
