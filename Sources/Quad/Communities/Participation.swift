import FoundationEssentials

/// What a member may do on a post's page, and where its buttons lead.
struct Participation {
    let member: Member
    let part: PostPart
    let post: Post
    /// Who wrote it.
    let author: Author
    /// The page's own address.
    let path: String
    /// What they asked of it.
    var attention: PostAttention?
    /// When they last left it before; `nil` when nothing is new to them.
    var newSince: Date?
    /// How long one waits between two comments here.
    var wait: String?

    /// Silenced members and those sent out read on; what is archived stays as it is.
    var mayChange: Bool {
        member.standing == .active && part.role != .banned && post.state == .published && !part.isClosed
    }

    private var mayWrite: Bool { mayChange && !post.isLocked }
    private var mayReply: Bool { mayWrite && part.role != nil }

    private func isOwn(_ author: Author) -> Bool { author.username == member.username }

    /// `nil`: the score is only shown.
    func vote(onPostBy author: Author) -> VoteControl? {
        guard mayChange, !isOwn(author) else { return nil }
        return VoteControl(
            action: VotePaths.votes(on: post.id), back: path, target: "the \(post.noun)", score: post.score,
            own: part.vote)
    }

    /// The links under a post's three dots.
    func links(toPostBy author: Author) -> [Choice] {
        var links: [Choice] = []
        if post.editedAt != nil { links.append(Choice("History", path: WritingPaths.history(of: post.id))) }
        links += moderationLinks
        guard isOwn(author) else { return links }
        if mayWrite { links.append(Choice("Edit", path: WritingPaths.edit(post.id))) }
        // One's own words can be taken back whatever else is closed.
        links.append(Choice("Delete", path: WritingPaths.removal(of: post.id)))
        return links
    }

    /// - Parameter link: where the comment can be found for good.
    func acts(on comment: Comment, link: String) -> CommentItem.Acts? {
        guard let id = comment.id else { return nil }
        let anchor = "#\(Thread.anchor(comment.number))"
        let isOwn = isOwn(comment.author)
        var links = [Choice("Link", path: link)]
        if comment.isEdited { links.append(Choice("History", path: WritingPaths.history(of: id))) }
        if mayWrite, isOwn { links.append(Choice("Edit", path: WritingPaths.edit(id))) }
        if isOwn { links.append(Choice("Delete", path: WritingPaths.removal(of: id))) }
        links += moderationLinks(to: comment)
        return CommentItem.Acts(
            vote: mayChange && !isOwn
                ? VoteControl(
                    action: VotePaths.votes(on: id), back: path + anchor,
                    target: "the comment by \(comment.author.person.name)", score: comment.score,
                    own: part.vote(on: comment.number)) : nil,
            replyPath: mayReply ? WritingPaths.reply(to: comment.number, on: post.id) : nil,
            answer: answerButton(on: comment), restoration: restorationLink(to: comment), links: links,
            save: saving(comment))
    }

    /// What stands at the end of the comments; `nil` where the page has said already why nobody writes here.
    func talk(in community: String) -> PostPage.Talk? {
        if post.closedWords != nil { return nil }
        if part.isClosed { return .barred("This community is closed: everything can be read, nothing can be added.") }
        if member.standing != .active { return .barred("A moderator silenced your account: you can read, not write.") }
        switch part.role {
        case .banned: return .barred("Its moderators sent you out of this community: you can read, not write.")
        case .owner, .moderator, .member:
            return .composer(CommentComposer(on: post.id, kind: post.kind, follows: followOffer, wait: wait))
        case nil where part.visibility == .members:
            return .barred("You read this as a moderator of the site. Who takes part here was invited.")
        case nil:
            return .joining(JoinButton(path: MembershipPaths.join(community), back: path + "#talk"))
        }
    }
}

extension Post {
    /// What readers call it.
    var noun: String { kind == .question ? "question" : "post" }

    /// Why nobody can comment any more.
    var closedWords: String? {
        if state == .inReview { return "This waits for a moderator to look at it. Until then only you can read it." }
        if state == .archived { return "This post is archived: it can be read, and nothing can be added." }
        return isLocked ? "This post is locked: a moderator closed it for new comments." : nil
    }
}
