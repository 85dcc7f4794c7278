import Postgres

extension SQL {
    /// Whether a member moderates community `c`, given membership `m`: also who moderates the whole site, joined or not.
    static func governs(_ member: Member) -> SQL {
        member.role.moderates ? "true" : "coalesce(m.role IN ('owner', 'moderator'), false)"
    }
}

extension PostPart {
    /// The same of who opened a page.
    func isGoverned(by member: Member) -> Bool {
        member.role.moderates || role == .owner || role == .moderator
    }
}

extension Participation {
    /// Whether this member moderates here.
    var governs: Bool { part.isGoverned(by: member) }

    /// Under a post's three dots.
    var moderationLinks: [Choice] {
        governs && member.standing == .active ? [Choice("Moderate", path: ModerationPaths.moderation(of: post.id))] : []
    }

    /// Under a comment's.
    func moderationLinks(to comment: Comment) -> [Choice] {
        guard governs, member.standing == .active, let id = comment.id else { return [] }
        return [Choice("Moderate", path: ModerationPaths.moderation(of: id))]
    }

    /// Where the words of a removed comment are, and how it comes back; `nil` for what its author withdrew.
    func restorationLink(to comment: Comment) -> Choice? {
        guard comment.isRemoved, comment.removalReason != RemovalReason.byAuthor else { return nil }
        return moderationLinks(to: comment).first.map { Choice("Look at it", path: $0.path) }
    }
}
