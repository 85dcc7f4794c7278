import Postgres

/// A request, checked, on its way into the database.
struct NewConnection: Sendable {
    let id: MemberConnection.ID
    let username: String
    /// Left out where the two are not both shown in it.
    let course: ID<SharedCourse>?
    let message: String
    let origin: MemberConnection.Origin
}

/// How much counts what two connected people do together; an answer to the other's post or comment is 1. Votes count for
/// nothing: the order of somebody's connections would tell them who voted for them.
enum Interaction {
    static let acceptance = 1.0
    /// Joining a group that the other is in.
    static let group = 2.0
}

// Each checks in its own WHERE whether it may, and changes nothing the second time.
extension Query where Output == Int {
    /// Goes before what counts a member's requests, so that two tabs don't send the 20th at once.
    static func lockPair(of member: Member, with username: String) -> Self {
        Query<Int>.execute(
            """
            SELECT id FROM users WHERE id = \(member.id) OR username = \(username) ORDER BY id FOR NO KEY UPDATE
            """
        ).idempotent
    }

    /// Asks somebody; not where something lives between the two already. Of two who ask each other at once the later
    /// waits here for the earlier, and finds that request with `acceptFrom`.
    static func ask(_ new: NewConnection, by member: Member) -> Self {
        .execute(
            """
            INSERT INTO connections (id, asker_id, asked_id, course_id, message, origin)
            SELECT \(new.id), \(member.id), u.id,
                (SELECT c.id
                 FROM courses c
                 JOIN enrolments t ON t.course_id = c.id AND t.user_id = u.id AND t.state = 'active' AND t.is_shown
                 JOIN enrolments h ON h.course_id = c.id AND h.user_id = \(member.id) AND h.state = 'active' AND h.is_shown
                 WHERE c.id = \(new.course) AND c.state = 'active'),
                \(new.message), \(new.origin)
            FROM users u
            WHERE u.username = \(new.username) AND \(SQL.mayMeet(member)) AND \(SQL.mayAskNow(member.id))
                AND NOT EXISTS (SELECT FROM connections k WHERE \(SQL.isLive(with: member.id)))
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }

    /// Accepts what waits from somebody: who asks back says yes.
    static func acceptFrom(_ username: String, by member: Member) -> Self {
        .execute(
            """
            UPDATE connections k
            SET state = 'accepted', answered_at = now(), interaction = \(Interaction.acceptance), interaction_at = now()
            FROM users u
            WHERE u.username = \(username) AND \(SQL.isPresent(to: member.id)) AND k.asker_id = u.id
                AND k.asked_id = \(member.id) AND k.state = 'pending'
            """
        ).idempotent
    }

    static func accept(_ id: MemberConnection.ID, by member: Member) -> Self {
        answer(id, with: .accepted, by: member)
    }

    static func decline(_ id: MemberConnection.ID, by member: Member) -> Self {
        answer(id, with: .declined, by: member)
    }

    private static func answer(_ id: MemberConnection.ID, with state: MemberConnection.State, by member: Member) -> Self
    {
        .execute(
            """
            UPDATE connections k
            SET state = \(state), answered_at = now(), interaction = \(state == .accepted ? Interaction.acceptance : 0),
                interaction_at = now()
            FROM users u
            WHERE k.id = \(id) AND k.asked_id = \(member.id) AND k.state = 'pending' AND u.id = k.asker_id
                AND \(SQL.isPresent(to: member.id))
            """
        ).idempotent
    }

    /// Takes one's own request back.
    static func cancel(_ id: MemberConnection.ID, by member: Member) -> Self {
        .execute(
            """
            UPDATE connections
            SET state = 'cancelled', ended_at = now(), ended_by = \(member.id)
            WHERE id = \(id) AND asker_id = \(member.id) AND state = 'pending'
            """
        ).idempotent
    }

    /// Ends a connection, from either side.
    static func end(_ id: MemberConnection.ID, by member: Member) -> Self {
        .execute(
            """
            UPDATE connections
            SET state = 'ended', ended_at = now(), ended_by = \(member.id)
            WHERE id = \(id) AND \(member.id) IN (asker_id, asked_id) AND state = 'accepted'
            """
        ).idempotent
    }

    /// Adds to what two people did together; nothing where they are not connected. An answer to each other's words is
    /// added where comments are noted, in the database.
    ///
    /// Cost: two look-ups by key, and one row written for those who are. Rows are taken in one order, so that two who do
    /// this at once never wait for each other.
    ///
    /// - Parameter other: an identity, or a query of several.
    static func interacted(_ member: Member.ID, with other: SQL, weight: Double) -> Self {
        .execute(
            """
            WITH taken AS MATERIALIZED (
                SELECT k.id
                FROM acquaintances a JOIN connections k ON k.id = a.connection_id
                WHERE a.user_id = \(member) AND a.other_id IN (\(other)) AND k.state = 'accepted'
                ORDER BY k.id
                FOR NO KEY UPDATE OF k
            )
            UPDATE connections k
            SET interaction = decayed(k.interaction, k.interaction_at, now()) + \(weight), interaction_at = now()
            FROM taken t
            WHERE k.id = t.id
            """)
    }
}
