import FoundationEssentials

extension OpenedPost {
    func path(in community: String) -> String { CommunityPaths.post(post.number, post.slug, in: community) }
}

extension PostPage {
    init(
        _ opened: OpenedPost, in slug: String, comments: [Comment], block: ThreadBlock, more: [ListedPost],
        around: Surroundings, wording: Wording
    ) {
        let post = opened.post
        let path = opened.path(in: slug)
        let thread = Thread(comments: comments, post: post, author: opened.author, wording: wording)
        self.init(
            frame: Frame(
                around: around, title: "\(post.title) · \(opened.communityName)", description: post.excerpt.nonEmpty,
                canonicalPath: block == .first ? path : "\(path)?after=\(block.after)",
                indexable: opened.indexing != .closed, current: .communities),
            community: CommunityLink(name: opened.communityName, path: CommunityPaths.community(slug)),
            communityFacts: [Wording.counted(opened.memberCount, "member", "members"), "anyone can read"],
            communityDescription: opened.communityDescription,
            space: Choice(opened.spaceName, path: CommunityPaths.space(opened.spaceSlug, of: slug)),
            title: post.title, isQuestion: post.kind == .question, author: opened.author.person,
            badges: post.badges, posted: wording.exact(post.publishedAt), edited: post.editedAt.map(wording.inThread),
            answered: Answered(post, path: path, block: block), body: post.body,
            tags: post.tags.map { Tag(name: $0, path: TagPaths.tag($0)) }, score: post.score,
            locked: post.lockedWords,
            commentCount: Wording.counted(post.commentCount, "comment", "comments"),
            commentOrder: comments.count < 2
                ? nil : post.answerNumber == nil ? "By score, then oldest first" : "The answer first, then by score",
            comments: thread.items(), pagination: Pagination(thread: post, path: path, block: block),
            similar: more.map { Similar(title: $0.post.title, path: $0.path, commentCount: $0.post.commentCount) },
            rules: opened.rules)
    }
}

extension PostPage.Answered {
    init?(_ post: Post, path: String, block: ThreadBlock) {
        guard let number = post.answerNumber, let answeredAt = post.answeredAt else { return nil }
        let its = ThreadBlock(holding: number)
        let page = its == block ? "" : its == .first ? path : "\(path)?after=\(its.after)"
        self.init(
            path: "\(page)#\(Thread.anchor(number))", words: "after \(Wording.elapsed(post.publishedAt, answeredAt))")
    }
}

extension Pagination {
    /// - Returns: `nil` when one page holds the whole thread.
    init?(thread post: Post, path: String, block: ThreadBlock) {
        let last = ThreadBlock(holding: max(post.lastCommentNumber, 1))
        guard last != .first else { return nil }
        self.init(
            onward: "Later comments", back: "Earlier comments",
            newerPath: block.previous.map { $0 == .first ? path + "#talk" : "\(path)?after=\($0.after)#talk" },
            olderPath: block.next.after > last.after ? nil : "\(path)?after=\(block.next.after)#talk",
            reason: "Each page holds \(ThreadBlock.size) comments in the order they were written.")
    }
}

extension Post {
    fileprivate var badges: [Badge] {
        switch kind {
        case .article: [.article]
        case .announcement: [.announcement]
        case .poll: [.poll]
        case .discussion, .question: []
        }
    }

    fileprivate var lockedWords: String? {
        if state == .archived { return "This post is archived: it can be read, and nothing can be added." }
        return isLocked ? "This post is locked: a moderator closed it for new comments." : nil
    }
}
