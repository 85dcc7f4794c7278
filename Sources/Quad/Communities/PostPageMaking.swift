import FoundationEssentials

extension OpenedPost {
    func path(in community: String) -> String { CommunityPaths.post(post.number, post.slug, in: community) }
}

/// What a post's page is made from.
struct PostReading {
    let opened: OpenedPost
    /// The community's address.
    let community: String
    let comments: [Comment]
    let block: ThreadBlock
    /// What else people talk about there.
    let more: [ListedPost]
    /// Who reads, and their part in it; `nil` for visitors.
    let reader: (member: Member, part: PostPart)?

    var path: String { opened.path(in: community) }
    var pagePath: String { block == .first ? path : "\(path)?after=\(block.after)" }
    var visibility: Community.Visibility { reader?.part.visibility ?? .everyone }

    var participation: Participation? {
        reader.map { Participation(member: $0.member, part: $0.part, post: opened.post, path: pagePath) }
    }
}

extension PostPage {
    init(_ reading: PostReading, around: Surroundings, wording: Wording) {
        let (opened, slug, comments, block) = (reading.opened, reading.community, reading.comments, reading.block)
        let (post, path, participation) = (opened.post, reading.path, reading.participation)
        let thread = Thread(
            comments: comments, post: post, author: opened.author, wording: wording, participation: participation)
        self.init(
            frame: Frame(
                around: around, title: "\(post.title) · \(opened.communityName)", description: post.excerpt.nonEmpty,
                canonicalPath: reading.pagePath,
                indexable: reading.visibility == .everyone && opened.indexing != .closed, current: .communities),
            community: CommunityLink(
                name: opened.communityName, path: CommunityPaths.community(slug),
                icon: opened.iconID.map(AttachmentPaths.icon)),
            communityFacts: [
                Wording.counted(opened.memberCount, "member", "members"),
                reading.visibility.words(university: reading.reader?.part.universityName),
            ],
            communityDescription: opened.communityDescription,
            space: Choice(opened.spaceName, path: CommunityPaths.space(opened.spaceSlug, of: slug)),
            title: post.title, isQuestion: post.kind == .question, author: opened.author.person,
            badges: post.badges, posted: wording.exact(post.publishedAt),
            edited: post.editedAt.map {
                Edited(moment: wording.inThread($0), historyPath: WritingPaths.history(of: post.id))
            },
            answered: Answered(post, path: path, block: block), body: post.body,
            tags: post.tags.map { Tag(name: $0, path: TagPaths.tag($0)) }, score: post.score,
            vote: participation?.vote(onPostBy: opened.author),
            signInPath: participation == nil ? around.signInPath : nil,
            links: participation?.links(toPostBy: opened.author) ?? [], locked: post.closedWords,
            commentCount: Wording.counted(post.commentCount, "comment", "comments"),
            commentOrder: comments.count < 2
                ? nil : post.answerNumber == nil ? "By score, then oldest first" : "The answer first, then by score",
            comments: thread.items(), pagination: Pagination(thread: post, path: path, block: block),
            talk: participation.map { $0.talk(in: slug) }
                ?? (post.closedWords == nil ? .signingIn(path: around.signInPath) : nil),
            similar: reading.more.map {
                Similar(title: $0.post.title, path: $0.path, commentCount: $0.post.commentCount)
            },
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
}
