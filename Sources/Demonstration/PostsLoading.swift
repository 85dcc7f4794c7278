import FoundationEssentials
internal import HTML
internal import Markdown
internal import Postgres
internal import Quad

/// Writes all posts in the order of time, and counts what belongs to them.
struct PostsLoading: Sendable {
    let world: Demonstration.World
    let renderer: MarkdownRenderer
    let tally: Tally

    private static let columns = [
        "id", "community_id", "number", "space_id", "author_id", "kind", "state", "title", "slug", "body_source",
        "body_html", "body_version", "excerpt", "tags", "is_pinned", "is_locked", "score", "comment_count",
        "last_comment_number", "answer_number", "answered_at", "answer_chosen_by", "removal_reason", "published_at",
        "edited_at", "last_activity_at", "outline",
    ]

    @Sendable func load(_ connection: Connection, _ meter: LoadingMeter) throws {
        var tallies = Tallies()
        try connection.copy(into: "posts", columns: Self.columns) { rows in
            for place in world.schedule.entries.indices {
                let plan = world.thread(at: place)
                try rows.row { try write(plan, at: place, to: &$0) }
                tallies.count(
                    plan, of: world.schedule.entries[place], space: world.schedule.scene(of: place).space)
                if place & 1023 == 0 { try meter.advance(to: place) }
            }
        }
        tally.set(tallies)
        try meter.advance(to: world.schedule.entries.count)
    }

    private func write(_ plan: ThreadPlan, at place: Int, to row: inout CopyWriter) throws {
        let entry = world.schedule.entries[place]
        let scene = world.schedule.scene(of: place)
        let words = try words(of: plan, at: place)
        let community = Int(entry.community)
        row.write(world.postID(place))
        row.write(world.communityID(community))
        row.write(entry.number)
        row.write(world.spaceID(community, scene.space))
        row.write(world.personID(plan.author))
        row.write(scene.kind.rawValue)
        row.write(entry.state.rawValue)
        row.write(words.title)
        row.write(Slug.from(words.title))
        row.write(words.source)
        row.write(words.html)
        row.write(MarkdownRenderer.version)
        row.write(words.excerpt)
        row.write(words.tags)
        row.write(entry.isPinned)
        row.write(entry.isLocked)
        row.write(plan.score)
        row.write(plan.publishedComments)
        row.write(plan.comments.count)
        row.write(plan.answer)
        row.write(plan.answer.map { Date(seconds: plan.comments[$0 - 1].seconds) })
        row.write(plan.answerChosenBy.map { world.personID($0) })
        row.write(plan.brokenRule.map { world.removalReason(rule: $0, at: place) })
        row.write(Date(seconds: entry.seconds))
        row.write(plan.edited.map { Date(seconds: $0) })
        row.write(Date(seconds: plan.lastActivity(after: entry.seconds)))
        row.write(words.outline)
    }

    private struct Words {
        let title, source, html, excerpt: String
        let tags, outline: [String]
    }

    private func words(of plan: ThreadPlan, at place: Int) throws -> Words {
        let scene = world.schedule.scene(of: place)
        let setting = world.setting(at: place, author: plan.author)
        let slots = world.corpus.slots
        let source = Wording.body(of: scene, in: setting, greetings: (slots.opener, slots.closer))
        let rendered = try renderer.render(source, as: .post)
        var tags = scene.tags
        for tag in rendered.tags where !tags.contains(tag) { tags.append(tag) }
        return Words(
            title: Wording.title(of: scene, in: setting), source: source,
            html: String(decoding: rendered.html.bytes, as: UTF8.self), excerpt: rendered.excerpt,
            tags: Array(tags.prefix(10)), outline: scene.kind == .article ? rendered.outline : [])
    }
}

extension Demonstration.World {
    /// "Rule 2: No finished solutions to graded work.", as the moderators of the post's community would say it;
    /// numbers past the last rule begin again at the first.
    func removalReason(rule: Int, at place: Int) -> String {
        let rules = text(of: place).rules
        guard !rules.isEmpty else { return "Against the rules of this community." }
        return "Rule \(rule % rules.count + 1): \(rules[rule % rules.count])"
    }
}
