import FoundationEssentials
import Postgres

/// Where someone stands in a community.
struct Belonging: Sendable {
    let role: CommunityRole
    let joinedAt: Date
    let ban: Ban
}

extension Query where Output == Belonging? {
    /// - Returns: `nil` for who has nothing to do with it, and for visitors.
    static func belonging(of viewer: Viewer, in community: String) -> Self {
        .first(
            """
            SELECT m.role, m.joined_at, m.ban_reason, m.banned_until
            FROM memberships m JOIN communities c ON c.id = m.community_id
            WHERE c.slug = \(community) AND m.user_id = \(viewer.id)
            LIMIT 1
            """
        ) { role, joinedAt, reason, until in
            Belonging(role: role, joinedAt: joinedAt, ban: Ban(reason: reason, until: until))
        }
    }
}

extension Belonging {
    /// "You’re a member since Tue 20 Oct, 14:31."
    func words(_ wording: Wording) -> String {
        let since = wording.exact(joinedAt).words
        switch role {
        case .owner: return "You own this community. You joined on \(since)."
        case .moderator: return "You moderate this community. You joined on \(since)."
        case .member: return "You’re a member since \(since)."
        case .banned:
            let until = ban.until.map { "until \(wording.exact($0).words)" } ?? "until a moderator ends it"
            return "Its moderators sent you out \(until): you can read, not write."
                + (ban.reason.map { " Why: \($0)" } ?? "")
        }
    }
}
