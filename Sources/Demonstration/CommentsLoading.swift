import FoundationEssentials
internal import HTML
internal import Markdown
internal import Postgres

/// Writes all comments, thread by thread.
struct CommentsLoading: Sendable {
    let world: Demonstration.World
    let renderer: MarkdownRenderer

    private static let columns = [
        "id", "post_id", "number", "parent_number", "author_id", "state", "body_source", "body_html", "body_version",
        "score", "removal_reason", "created_at", "edited_at",
    ]

    @Sendable func load(_ connection: Connection, _ meter: LoadingMeter) throws {
        var rendered = RenderedComments(renderer: renderer)
        try connection.copy(into: "comments", columns: Self.columns) { rows in
            for place in world.schedule.entries.indices {
                if place & 1023 == 0 { try meter.advance(to: place) }
                guard world.schedule.entries[place].comments > 0 else { continue }
                try write(world.thread(at: place), at: place, &rendered, to: &rows)
            }
        }
        try meter.advance(to: world.schedule.entries.count)
    }

    private func write(
        _ plan: ThreadPlan, at place: Int, _ rendered: inout RenderedComments, to rows: inout CopyWriter
    ) throws {
        let setting = world.setting(at: place, author: plan.author)
        let scene = world.schedule.scene(of: place)
        let remarks = world.text(of: place).remarks
        let post = world.postID(place)
        for (index, comment) in plan.comments.enumerated() {
            let phrase =
                switch comment.words {
                case .reply(let reply): scene.replies[reply].phrase
                case .remark(let occasion, let remark): remarks[occasion][remark]
                }
            let source = Wording.comment(phrase, number: index + 1, in: setting)
            let html = try rendered.html(of: source)
            try rows.row {
                $0.write(world.commentID(place, index + 1, at: comment.seconds))
                $0.write(post)
                $0.write(index + 1)
                $0.write(comment.parent == 0 ? nil : comment.parent)
                $0.write(world.personID(comment.author))
                $0.write(comment.isRemoved ? "removed" : "published")
                $0.write(source)
                $0.write(html)
                $0.write(MarkdownRenderer.version)
                $0.write(comment.score)
                $0.write(comment.isRemoved ? world.removalReason(rule: index, at: place) : nil)
                $0.write(Date(seconds: comment.seconds))
                $0.write(comment.edited.map { Date(seconds: $0) })
            }
        }
    }
}

/// Renders comments; what was said before is not rendered again, as far as it is remembered.
struct RenderedComments {
    let renderer: MarkdownRenderer
    private var known: [String: String] = [:]
    /// Texts remembered: about 40 MB of them at most.
    private static let limit = 60_000

    init(renderer: MarkdownRenderer) {
        self.renderer = renderer
    }

    mutating func html(of source: String) throws -> String {
        if let html = known[source] { return html }
        let html = String(decoding: try renderer.render(source, as: .comment).html.bytes, as: UTF8.self)
        if known.count < Self.limit { known[source] = html }
        return html
    }
}
