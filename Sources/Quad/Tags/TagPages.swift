import HTML

/// The posts under a tag, wherever anyone may read them; shown by Templates/tags/tag.html.
struct TagPage: Page {
    let frame: Frame
    /// Without its "#".
    let tag: String
    let posts: [PostRow]
    let pagination: Pagination
}

extension TagPage {
    /// With fewer posts a list says little that its posts do not: it is for following links, not for finding.
    private static let fewestToFind = 3

    /// - Parameter found: one more than a page shows when the list goes on.
    init(_ tag: String, found: [FeedPost], isFirst: Bool, around: Surroundings, wording: Wording) {
        let shown = found.prefix(FeedPost.pageSize)
        let next = found.count > FeedPost.pageSize ? shown.last : nil
        let path = TagPaths.tag(tag)
        self.init(
            frame: Frame(
                around: around, title: "#\(tag)",
                description: "Questions and discussions about #\(tag), from every community that anyone can read.",
                canonicalPath: isFirst ? path : nil, indexable: isFirst && found.count >= Self.fewestToFind,
                current: .communities,
                matter: HeadMatter(feeds: [HeadMatter.Feed(title: "#\(tag)", path: FeedPaths.tag(tag))])),
            tag: tag, posts: shown.map { $0.listed.row(wording) },
            pagination: Pagination(
                back: "Start of the list", newerPath: isFirst ? nil : path,
                olderPath: next.map { TagPaths.tag(tag, after: $0.cursor) },
                reason: "The newest post comes first, whatever its votes.",
                end: next == nil ? "That’s every post with this tag that anyone can read." : nil))
    }
}
