import HTML

/// What a member keeps for later; shown by Templates/following/bookmarks.html.
struct BookmarksPage: Page {
    struct Item: Sendable {
        let path: String
        let title: String
        /// "A comment by Bo Li, 5 h"; `nil` for a post.
        let comment: String?
        /// A kept comment's first words.
        let beginning: String?
        let row: PostRow
        let endPath: String
    }

    let frame: Frame
    let items: [Item]
    let pagination: Pagination

    var silence: EmptyState {
        EmptyState(
            "What you save stands here.", why: "You haven’t saved anything yet. Nobody sees what you save.",
            action: Choice("Home", path: HomePaths.home))
    }
}

extension BookmarksPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(_ found: [Bookmark], isFirst: Bool, around: Surroundings, wording: Wording) {
        let shown = found.prefix(Bookmark.pageSize)
        let next = found.count > Bookmark.pageSize ? shown.last : nil
        self.init(
            frame: Frame(around: around, title: "Saved", indexable: false, current: .you),
            items: shown.map { Item($0, wording) },
            pagination: Pagination(
                onward: "Saved before", back: "Start of the list",
                newerPath: isFirst ? nil : FollowingPaths.bookmarks,
                olderPath: next.map { "\(FollowingPaths.bookmarks)?after=\($0.id.text)" },
                reason: shown.isEmpty
                    ? nil
                    : "What you saved last comes first. What was removed since, or is no longer yours to read, "
                        + "is left out.",
                end: next == nil && !shown.isEmpty ? "That’s everything you saved." : nil))
    }
}

extension BookmarksPage.Item {
    fileprivate init(_ bookmark: Bookmark, _ wording: Wording) {
        let post = bookmark.post
        self.init(
            path: bookmark.comment.map { CommunityPaths.comment($0.number, on: post.path) } ?? post.path,
            title: post.post.title,
            comment: bookmark.comment.map {
                "A comment by \($0.author.person.name), \(wording.ago($0.createdAt).words)"
            },
            beginning: bookmark.comment?.beginning, row: post.row(wording),
            endPath: "/bookmarks/\(bookmark.id.text)/end")
    }
}
