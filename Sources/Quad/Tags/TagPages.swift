import HTML

/// The posts under a tag, wherever anyone may read them; shown by Templates/tags/tag.html.
struct TagPage: Page {
    let frame: Frame
    /// Without its "#".
    let tag: String
    /// What moderators say it is for.
    let description: String?
    /// "1,284 posts".
    let count: String
    /// `nil` for visitors.
    let attention: AttentionButtons?
    /// Where moderators change it; `nil` for everybody else.
    let settingsPath: String?
    let chips: FeedChips
    let posts: [PostRow]
    let pagination: Pagination
    let silence: EmptyState
}

/// All tags; shown by Templates/tags/tags.html.
struct TagsPage: Page {
    struct Item: Sendable {
        let slug: String
        let path: String
        let description: String?
        /// "1,284 posts".
        let count: String
    }

    let frame: Frame
    /// "280 tags of posts that anyone can read."
    let summary: String
    /// "Most posts", "A to Z".
    let orders: [Choice]
    let items: [Item]
    let pagination: Pagination

    var silence: EmptyState {
        EmptyState("No tags yet", why: "They’ll be listed here as soon as a post carries one.")
    }
}

extension TagPage {
    /// With fewer posts a list says little that its posts do not: it is for following links, not for finding.
    private static let fewestToFind = 3

    init(
        _ tag: Tag, _ shown: [FeedPost], _ selection: FeedSelection, goesOn: Bool, attention: SubjectAttention,
        seen: SeenRows, around: Surroundings, wording: Wording
    ) {
        let (order, isFirst) = (selection.order, selection.after == nil)
        let address = TagPaths.address(tag.slug)
        self.init(
            frame: Frame(
                around: around, title: "#\(tag.slug)",
                description: tag.description.nonEmpty
                    ?? "Questions and discussions about #\(tag.slug), from every community that anyone can read.",
                canonicalPath: isFirst ? address.path : nil,
                indexable: isFirst && order.order == .new && tag.postCount >= Self.fewestToFind,
                current: .communities,
                matter: HeadMatter(feeds: [HeadMatter.Feed(title: "#\(tag.slug)", path: FeedPaths.tag(tag.slug))])),
            tag: tag.slug, description: tag.description.nonEmpty,
            count: Wording.counted(tag.postCount, "post", "posts"),
            attention: around.viewer == nil
                ? nil : AttentionButtons(attention, to: .tag(tag.slug), back: address.path),
            settingsPath: around.viewer?.role.moderates == true ? TagPaths.settings(tag.slug) : nil,
            chips: FeedChips(order, at: address), posts: shown.map { $0.listed.row(wording, seen: seen) },
            pagination: Pagination(
                back: "Start of the list", newerPath: isFirst ? nil : address.path(order),
                olderPath: goesOn
                    ? shown.last.map { address.path(order, after: $0.cursor(in: order.order).description) } : nil,
                reason: order.reason,
                end: goesOn || shown.isEmpty ? nil : order.end(of: "every post with this tag that anyone can read")),
            silence: EmptyState(
                "Posts with this tag will stand here.", why: order.silence,
                action: Choice("All posts with it", path: address.path)))
    }
}

extension TagsPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(_ found: [Tag], count: Int, order: TagOrder, isFirst: Bool, around: Surroundings) {
        let shown = found.prefix(Tag.pageSize)
        let next = found.count > Tag.pageSize ? shown.last : nil
        self.init(
            frame: Frame(
                around: around, title: "Tags",
                description: "What posts are about: every tag of a post that anyone can read.",
                canonicalPath: isFirst ? TagPaths.all : nil, indexable: isFirst && order == .posts && !shown.isEmpty,
                current: .communities),
            summary: "\(Wording.counted(count, "tag", "tags")) of posts that anyone can read.",
            orders: [
                Choice("Most posts", path: TagPaths.tags(in: .posts), isCurrent: order == .posts),
                Choice("A to Z", path: TagPaths.tags(in: .name), isCurrent: order == .name),
            ],
            items: shown.map { tag in
                Item(
                    slug: tag.slug, path: TagPaths.tag(tag.slug), description: tag.description.nonEmpty,
                    count: Wording.counted(tag.postCount, "post", "posts"))
            },
            pagination: Pagination(
                onward: "More tags", back: "Start of the list", newerPath: isFirst ? nil : TagPaths.tags(in: order),
                olderPath: next.map {
                    TagPaths.tags(in: order, after: TagCursor(postCount: $0.postCount, slug: $0.slug))
                },
                reason: order == .posts
                    ? "The tag that most posts carry comes first. Only posts that anyone can read count."
                    : "From A to Z.",
                end: next == nil && !shown.isEmpty ? "That’s every tag." : nil))
    }
}
