import FoundationEssentials
import Postgres

/// A line of the settings: something a member follows or muted.
struct AttendedSubject: Sendable {
    let id: ID<Attention>
    let kind: Kind
    /// A title, a name or a tag; `nil` for what the member may not read any more.
    let name: String?
    /// Its page.
    let path: String?

    enum Kind: Sendable {
        case post, tag, person, community
    }

    static let pageSize = 50
}

extension Query where Output == [AttendedSubject] {
    /// One page of what a member follows or muted, the newest first, and one more when the list goes on.
    static func attended(_ attention: Attention, by member: Member, after cursor: ID<Attention>?) -> Self {
        let viewer = Viewer.member(member)
        let table: SQL = attention == .follow ? "follows" : "mutes"
        let rest: SQL = cursor.map { "AND x.id < \($0)" } ?? ""
        return .all(
            """
            SELECT x.id, x.tag, x.person_id IS NOT NULL, x.post_id IS NOT NULL, p.title, p.slug, p.number, c.name, c.slug,
                CASE WHEN NOT (u.is_held OR u.state = 'deleted') AND \(SQL.isUnblocked(for: member.id)) THEN u.name END,
                u.username,
                coalesce(\(SQL.openProfile(for: viewer)), false)
            FROM \(table) x
            LEFT JOIN posts p ON p.id = x.post_id AND p.state IN ('published', 'archived')
            LEFT JOIN communities c ON c.id = coalesce(x.community_id, p.community_id) AND \(SQL.readable(by: viewer))
            LEFT JOIN users u ON u.id = x.person_id
            WHERE x.user_id = \(member.id) \(rest)
            ORDER BY x.id DESC
            LIMIT 51
            """, as: AttendedSubject.init)
    }
}

extension AttendedSubject {
    /// One row.
    fileprivate init(
        id: ID<Attention>, tag: String?, isPerson: Bool, isPost: Bool, title: String?, postSlug: String?, number: Int?,
        community: String?, communitySlug: String?, name: String?, username: String?, isOpen: Bool
    ) {
        self.id = id
        if let tag {
            (kind, self.name, path) = (.tag, "#" + tag, TagPaths.tag(tag))
        } else if isPerson {
            (kind, self.name, path) = (.person, name, isOpen ? username.map { MemberPaths.profile($0) } : nil)
        } else if isPost {
            kind = .post
            // Where the community is not to be read, neither is what stands in it.
            self.name = communitySlug == nil ? nil : title
            if let communitySlug, let postSlug, let number {
                path = CommunityPaths.post(number, postSlug, in: communitySlug)
            } else {
                path = nil
            }
        } else {
            (kind, self.name, path) = (.community, community, communitySlug.map { CommunityPaths.community($0) })
        }
    }
}

extension Query where Output == Int {
    /// Undoes one of one's own, whatever became of what it was about.
    static func end(_ attention: Attention, _ id: ID<Attention>, by member: Member) -> Self {
        let table: SQL = attention == .follow ? "follows" : "mutes"
        return Query<Int>.execute("DELETE FROM \(table) WHERE id = \(id) AND user_id = \(member.id)").idempotent
    }
}
