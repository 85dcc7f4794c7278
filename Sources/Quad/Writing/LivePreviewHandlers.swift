import HTML
import HTTPServer
import Markdown

/// How a text will look, while it is being written.
enum LivePreviewHandlers {
    /// Answers with the HTML that would be stored, or with one sentence why the text cannot be.
    static func render(_ context: Context, writer: Writer) throws -> Response {
        try context.spend(context.application.limits.previews(writer))
        guard let kind = MarkdownRenderer.Kind(previewed: context.request.form["kind"]),
            let typed = context.request.form["body"]
        else { return .text("Something was missing. Reload the page and go on.", status: .unprocessableContent) }
        let rules = try context.bodyRules(for: writer)
        do {
            return .html(try rules.check(typed, as: kind).rendered.html.bytes)
        } catch {
            return .text(error.message, status: .unprocessableContent)
        }
    }
}

extension MarkdownRenderer.Kind {
    /// What a form says it previews; `nil` for anything that members do not publish.
    fileprivate init?(previewed name: String?) {
        switch name {
        case "post": self = .post
        case "comment": self = .comment
        default: return nil
        }
    }
}
