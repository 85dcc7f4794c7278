import FoundationEssentials
import Postgres

extension MemberConnection {
    /// One row, in the order of `SQL.connectionColumns`.
    init(
        id: ID, userID: Member.ID, username: String, name: String, headline: String, isOpen: Bool, face: Author.Face,
        isOwn: Bool, state: State, message: String, course: String?, askedAt: Date, answeredAt: Date?, endedAt: Date?
    ) {
        self.init(
            id: id,
            other: Acquaintance(
                id: userID, username: username, name: name, headline: headline, isOpen: isOpen, face: face),
            isOwn: isOwn, state: state, message: message, course: course, askedAt: askedAt, answeredAt: answeredAt,
            endedAt: endedAt)
    }
}

extension SQL {
    /// `MemberConnection`'s columns of `connections k`, `users u` and `courses c`.
    static func connectionColumns(for member: Member) -> SQL {
        """
        k.id, \(acquaintanceColumns(for: member)), k.asker_id = \(member.id), k.state, k.message, c.code, k.asked_at,
        k.answered_at, k.ended_at
        """
    }

    static func connectionTables(for member: Member) -> SQL {
        """
        FROM connections k
        JOIN users u ON u.id = \(other(than: member.id))
        LEFT JOIN courses c ON c.id = k.course_id
        """
    }
}

extension Query where Output == MemberConnection? {
    /// One of a member's own, while the other is there for them.
    static func connection(_ id: MemberConnection.ID, of member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.connectionColumns(for: member))
            \(SQL.connectionTables(for: member))
            WHERE k.id = \(id) AND \(member.id) IN (k.asker_id, k.asked_id) AND \(SQL.isPresent(to: member.id))
            LIMIT 1
            """, as: MemberConnection.init)
    }
}

extension Query where Output == Tie? {
    /// What is between a member and somebody whom they may meet, or know already; nothing for visitors.
    static func tie(to username: String, for viewer: Viewer) -> Self {
        guard let member = viewer.member else {
            return .first(SQL.noTie, as: Tie.init)
        }
        return .first(
            """
            SELECT \(SQL.acquaintanceColumns(for: member)), k.id, k.state, k.asker_id = \(member.id), k.asked_at,
                k.answered_at, \(SQL.fromDecline(member.id))
            FROM users u LEFT JOIN connections k ON \(SQL.isLive(with: member.id))
            WHERE u.username = \(username) AND u.id <> \(member.id) AND \(SQL.isPresent(to: member.id))
                AND (k.id IS NOT NULL OR \(SQL.mayMeet(member)))
            LIMIT 1
            """, as: Tie.init)
    }
}

extension SQL {
    /// A tie's columns without a row.
    fileprivate static let noTie: SQL = """
        SELECT id, username, name, headline, false, NULL::uuid, NULL::uuid, NULL::text, NULL::boolean, NULL::timestamptz,
            NULL::timestamptz, NULL::timestamptz
        FROM users WHERE false LIMIT 1
        """
}

extension Tie {
    /// One row.
    fileprivate init(
        id: Member.ID, username: String, name: String, headline: String, isOpen: Bool, face: Author.Face,
        connection: MemberConnection.ID?, state: MemberConnection.State?, isOwn: Bool?, askedAt: Date?,
        answeredAt: Date?, fromDecline: Date?
    ) {
        other = Acquaintance(
            id: id, username: username, name: name, headline: headline, isOpen: isOpen, face: face)
        if let connection, let state, let askedAt {
            self.state =
                state == .accepted
                ? .connected(connection, since: answeredAt ?? askedAt)
                : isOwn == true ? .asked(connection, since: askedAt) : .waiting(connection, since: askedAt)
        } else {
            self.state = fromDecline.map { .declined(until: $0) } ?? .none
        }
    }
}

extension Query where Output == AskingLimits? {
    /// What keeps a member from asking somebody now.
    static func askingLimits(of member: Member, for username: String) -> Self {
        .first(
            """
            SELECT \(SQL.limitColumns(for: member.id))
            FROM users u
            WHERE u.username = \(username) AND \(SQL.mayMeet(member))
            LIMIT 1
            """, as: AskingLimits.init(fromToday:fromAgain:fromDecline:))
    }
}

extension Query where Output == [SharedCourse] {
    /// Courses that a member takes with somebody, both of them shown there.
    static func sharedCourses(of member: Member, with username: String) -> Self {
        .all(
            """
            SELECT c.id, c.code, c.title
            FROM users u
            JOIN enrolments t ON t.user_id = u.id AND t.state = 'active' AND t.is_shown
            JOIN enrolments h ON h.course_id = t.course_id AND h.state = 'active' AND h.is_shown
            JOIN courses c ON c.id = t.course_id AND c.state = 'active'
            WHERE u.username = \(username) AND \(SQL.mayMeet(member)) AND h.user_id = \(member.id)
                AND \(SQL.shows(.courses, to: Onlooker(.member(member))))
            ORDER BY c.code, c.id
            LIMIT 20
            """, as: SharedCourse.init)
    }
}

/// A course that two people are both shown in.
struct SharedCourse: Sendable {
    let id: ID<SharedCourse>
    let code: String
    let title: String
}
