import Postgres

/// Ends bans whose time has come, and forgets invitations, links and answers to asks that are too old to matter.
struct MembershipStates: Job {
    static let kind = "membership_states"
    static let mostAttempts = 3
    /// Rows a statement changes.
    static let batch = 1_000

    func run(_ context: JobContext) throws {
        let limit = Self.batch
        let changes: [Query<Int>] = [
            .endBans(limit: limit), .removeExpiredInvitations(limit: limit), .removeExpiredLinks(limit: limit),
            .removeOldRefusals(limit: limit),
        ]
        for change in changes {
            while !context.isStopping(), try context.database.fetch(change) == Self.batch {}
        }
    }
}

/// Each changes `limit` rows at most and answers how many.
extension Query where Output == Int {
    static func endBans(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM memberships
            WHERE role = 'banned' AND (community_id, user_id) IN (
                SELECT community_id, user_id FROM memberships
                WHERE banned_until IS NOT NULL AND banned_until <= now() AND role = 'banned' LIMIT \(limit))
            """)
    }

    static func removeExpiredInvitations(limit: Int) -> Self {
        .execute(
            "DELETE FROM invitations WHERE id IN (SELECT id FROM invitations WHERE expires_at < now() LIMIT \(limit))")
    }

    static func removeExpiredLinks(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM invitation_links
            WHERE id IN (SELECT id FROM invitation_links WHERE expires_at < now() LIMIT \(limit))
            """)
    }

    static func removeOldRefusals(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM join_asks
            WHERE state = 'declined' AND (community_id, user_id) IN (
                SELECT community_id, user_id FROM join_asks
                WHERE state = 'declined' AND answered_at < now() - interval '30 days' LIMIT \(limit))
            """)
    }
}
