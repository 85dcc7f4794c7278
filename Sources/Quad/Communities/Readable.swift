import Postgres

/// What a viewer may read is decided here, and in the WHERE of every statement: what may not be seen answers exactly
/// like what does not exist.
extension SQL {
    /// Whether `viewer` may read what is in `communities c`.
    static func readable(by viewer: Viewer) -> SQL {
        guard let member = viewer.member else { return "c.visibility = 'public'" }
        if member.role.moderates { return "true" }
        return """
            (c.visibility = 'public'
                OR c.visibility = 'university' AND (c.university_id IS NULL OR c.university_id = \(member.universityID))
                OR c.visibility = 'private' AND EXISTS (
                    SELECT FROM memberships r
                    WHERE r.community_id = c.id AND r.user_id = \(member.id) AND r.role <> 'banned'))
            """
    }

    /// Whether `posts p` of `communities c` has a page for `viewer`, a removed one's apology too: what waits for a
    /// moderator has one for its author alone.
    static func readablePost(by viewer: Viewer) -> SQL {
        let shown: SQL = "p.state IN ('published', 'archived', 'removed')"
        guard let member = viewer.member else { return "\(readable(by: viewer)) AND \(shown)" }
        return "\(readable(by: viewer)) AND (\(shown) OR p.state = 'in_review' AND p.author_id = \(member.id))"
    }

    /// The community `slug` when `viewer` may read it; for use as a subquery.
    static func community(_ slug: String, for viewer: Viewer) -> SQL {
        "(SELECT c.id FROM communities c WHERE c.slug = \(slug) AND \(readable(by: viewer)))"
    }

    /// What `viewer` is in `communities c`: a column.
    static func role(of viewer: Viewer) -> SQL {
        guard let member = viewer.member else { return "NULL::text" }
        return "(SELECT r.role FROM memberships r WHERE r.community_id = c.id AND r.user_id = \(member.id))"
    }

    /// Whether a member was sent out of `communities c`.
    static func isBanned(_ member: Member.ID) -> SQL {
        """
        EXISTS (
            SELECT FROM memberships b
            WHERE b.community_id = c.id AND b.user_id = \(member) AND b.role = 'banned')
        """
    }
}
