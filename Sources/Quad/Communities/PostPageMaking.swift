import FoundationEssentials

extension OpenedPost {
    func path(in community: String) -> String { CommunityPaths.post(post.number, post.slug, in: community) }
}

/// What a post's page is made from.
struct PostReading {
    let opened: OpenedPost
    /// The community's address.
    let community: String
    let thread: ThreadReading
    /// What else people talk about there.
    let more: [ListedPost]
    /// Who reads, and their part in it; `nil` for visitors.
    let reader: (member: Member, part: PostPart)?
    /// What the reader asked of it; `nil` for visitors.
    var attention: PostAttention?
    /// When the reader last left it before; `nil` when nothing is new to them.
    var newSince: Date?
    /// How long one waits between two comments here.
    var wait: String?

    /// Those the page shows, in the order of writing.
    var comments: [Comment] { thread.comments }
    var path: String { opened.path(in: community) }
    var pagePath: String { thread.view.path(on: path) }
    var visibility: Community.Visibility { reader?.part.visibility ?? .everyone }

    var participation: Participation? {
        reader.map {
            Participation(
                member: $0.member, part: $0.part, post: opened.post, author: opened.author, path: pagePath,
                attention: attention, newSince: newSince, wait: wait)
        }
    }
}

extension PostPage {
    init(_ reading: PostReading, around: Surroundings, wording: Wording) {
        let (opened, slug, view) = (reading.opened, reading.community, reading.thread.view)
        let (post, participation) = (opened.post, reading.participation)
        self.init(
            frame: Frame(
                around: around, title: "\(post.title) · \(opened.communityName)",
                description: post.excerpt.nonEmpty ?? "From \(opened.communityName) at \(around.site.name).",
                // Other orders, and pages about one comment, show over again what the usual pages show.
                canonicalPath: view.isUsual ? reading.pagePath : reading.path,
                indexable: view.isUsual && reading.isIndexable, current: .communities,
                matter: reading.matter(around: around)),
            community: CommunityLink(
                name: opened.communityName, path: CommunityPaths.community(slug),
                icon: opened.iconID.map(AttachmentPaths.icon)),
            communityFacts: [
                Wording.counted(opened.memberCount, "member", "members"),
                reading.visibility.words(university: reading.reader?.part.universityName),
            ],
            communityDescription: opened.communityDescription,
            space: Choice(opened.spaceName, path: CommunityPaths.space(opened.spaceSlug, of: slug)),
            title: post.title, language: opened.language.attribute, isQuestion: post.kind == .question,
            author: opened.author.person,
            badges: post.badges, posted: wording.exact(post.publishedAt),
            edited: post.editedAt.map {
                Edited(moment: wording.inThread($0), historyPath: WritingPaths.history(of: post.id))
            },
            answered: Answered(post, in: reading), contents: ContentsEntry.all(opened.outline), body: post.body,
            poll: PollView(reading, wording: wording),
            tags: post.tags.map { Tag(name: $0, path: TagPaths.tag($0)) }, score: post.score,
            vote: participation?.vote(onPostBy: opened.author), switches: participation?.switches,
            signInPath: participation == nil ? around.signInPath : nil,
            links: participation?.links(toPostBy: opened.author) ?? [], locked: post.closedWords,
            commentCount: Wording.counted(post.commentCount, "comment", "comments"),
            thread: ThreadSection(reading, wording: wording),
            talk: participation.map { $0.talk(in: slug) }
                ?? (post.closedWords == nil ? .signingIn(path: around.signInPath) : nil),
            similar: reading.more.map {
                Similar(title: $0.post.title, path: $0.path, commentCount: $0.post.commentCount)
            },
            rules: opened.rules)
    }
}

extension PostPage.Answered {
    init?(_ post: Post, in reading: PostReading) {
        guard let number = post.answerNumber, let answeredAt = post.answeredAt else { return nil }
        let isHere = reading.thread.part.shown.contains(number)
        self.init(
            path: isHere
                ? "#" + Thread.anchor(number)
                : CommunityPaths.comment(number, on: reading.path, last: post.lastCommentNumber),
            words: "after \(Wording.elapsed(post.publishedAt, answeredAt))")
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
