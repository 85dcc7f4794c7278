import HTML

/// Posts that wait for a moderator; shown by Templates/reviews/community-review.html.
struct ReviewPage: Page {
    struct Item: Sendable {
        /// Unique on the page.
        let anchor: String
        let title: String
        let author: Person
        /// "Question in Questions".
        let place: String
        let written: Moment
        let body: SafeHTML
        let tags: [String]
        let approvalPath: String
        let refusalPath: String
        let reason: TextField
        /// Whether its reason is being mended.
        let isOpen: Bool
    }

    let frame: Frame
    let head: KeepingHead
    let items: [Item]
    let pagination: Pagination

    var empty: EmptyState {
        EmptyState(
            "Nothing waits", why: "Posts of spaces where a moderator looks first stand here until one has looked.")
    }
}

extension ReviewPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(
        _ place: KeptPlace, _ found: [WaitingPost], _ refusal: ReviewHandlers.Refusal?, isFirst: Bool,
        around: Surroundings, wording: Wording
    ) {
        let shown = found.prefix(WaitingPost.pageSize)
        let next = found.count > WaitingPost.pageSize ? shown.last : nil
        let path = ReviewPaths.queue(place.slug)
        self.init(
            frame: Frame(
                around: around, title: "Review in \(place.name)", indexable: false, current: .communities),
            head: KeepingHead(place, current: .review),
            items: shown.map { post in
                Item(post, in: place.slug, refusal.flatMap { $0.post == post.id ? $0 : nil }, wording)
            },
            pagination: Pagination(
                onward: "Newer posts", back: "Start of the queue", newerPath: isFirst ? nil : path,
                olderPath: next.map { "\(path)?after=\($0.number)" }, reason: "Who has waited longest comes first.",
                end: next == nil && !shown.isEmpty ? "That’s all that waits." : nil))
    }
}

extension ReviewPage.Item {
    fileprivate init(
        _ post: WaitingPost, in community: String, _ refusal: ReviewHandlers.Refusal?, _ wording: Wording
    ) {
        let anchor = "p\(post.number)"
        self.init(
            anchor: anchor, title: post.title, author: post.author.person,
            place: "\(post.kind.asOne) in \(post.spaceName)",
            written: wording.ago(post.writtenAt), body: post.body, tags: post.tags,
            approvalPath: ReviewPaths.approval(post.id, in: community),
            refusalPath: ReviewPaths.refusal(post.id, in: community),
            reason: TextField(
                name: "reason", label: "Why it is declined", value: refusal?.reason ?? "",
                hint: "It stands at the post’s address, where its author reads it.", error: refusal?.error),
            isOpen: refusal != nil)
    }
}

extension Post.Kind {
    fileprivate var asOne: String {
        switch self {
        case .discussion: "A discussion"
        case .question: "A question"
        case .article: "An article"
        case .announcement: "An announcement"
        case .poll: "A poll"
        }
    }
}
