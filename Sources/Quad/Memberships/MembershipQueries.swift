import Postgres

/// What a community that a member may read is to them.
struct Standing: Sendable {
    let visibility: Community.Visibility
    let isArchived: Bool
    let role: CommunityRole?
}

extension Query where Output == Standing? {
    static func standing(of member: Member, in community: String) -> Self {
        .first(
            """
            SELECT c.visibility, c.state = 'archived', \(SQL.role(of: .member(member)))
            FROM communities c
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member)))
            LIMIT 1
            """, as: Standing.init)
    }
}

extension SQL {
    /// Counts who came in, behind a statement named `joined` that answers with `community_id`.
    static let countJoined: SQL = """
        UPDATE communities SET member_count = member_count + 1 FROM joined WHERE communities.id = joined.community_id
        """

    /// Counts who is out, behind a statement named `gone`.
    static let countGone: SQL = """
        UPDATE communities SET member_count = member_count - 1 FROM gone WHERE communities.id = gone.community_id
        """
}

// Both count who they let in or out in the same statement, and do nothing the second time.
extension Query where Output == Int {
    /// Makes someone a member of a community that is open to them.
    ///
    /// - Returns: 1, or 0 when they are in already, or may not be.
    static func join(_ community: String, as member: Member) -> Self {
        .execute(
            """
            WITH joined AS (
                INSERT INTO memberships (community_id, user_id)
                SELECT c.id, \(member.id)
                FROM communities c
                WHERE c.slug = \(community) AND c.state = 'active' AND c.visibility <> 'private'
                    AND \(SQL.readable(by: .member(member)))
                ON CONFLICT (community_id, user_id) DO NOTHING
                RETURNING community_id
            )
            \(SQL.countJoined)
            """
        ).idempotent
    }

    /// Ends a membership, but an owner's. A ban is none, and stays.
    static func leave(_ community: String, as member: Member) -> Self {
        .execute(
            """
            WITH gone AS (
                DELETE FROM memberships m
                USING communities c
                WHERE c.slug = \(community) AND m.community_id = c.id AND m.user_id = \(member.id)
                    AND m.role IN ('moderator', 'member')
                RETURNING m.community_id
            )
            \(SQL.countGone)
            """
        ).idempotent
    }
}
