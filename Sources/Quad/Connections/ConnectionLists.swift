import FoundationEssentials
import Postgres

/// A place in a list of connections or requests: what it is in the order of, and whose row it is.
struct ConnectionCursor: Equatable, Sendable, CustomStringConvertible {
    let key: Double
    let id: UUID

    init(key: Double, id: UUID) { (self.key, self.id) = (key, id) }

    init?(_ text: String) {
        let parts = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let key = Double(parts[0]), key.magnitude < 4_102_444_800_000_000,
            let id = ID<Void>(text: String(parts[1]))
        else { return nil }
        self.init(key: key, id: id.rawValue)
    }

    /// After a moment, exactly as the database keeps it.
    init(_ moment: Date, id: UUID) {
        self.init(key: (moment.timeIntervalSince1970 * 1_000_000).rounded(), id: id)
    }

    var moment: Date { Date(microseconds: Int(key)) }
    var description: String { "\(key)~\(ID<Void>(rawValue: id).text)" }
}

/// Somebody a member is connected with.
struct ConnectedPerson: Sendable {
    let other: Acquaintance
    let connection: MemberConnection.ID
    let since: Date
    let course: String?
    /// What the usual order goes by.
    let closeness: Double
}

/// Which connections a list holds.
struct ConnectionSelection: Sendable {
    enum Order: String, CaseIterable {
        /// Whom one does the most with.
        case closest
        case newest
    }

    var order = Order.closest
    /// The beginning of a word of the name; empty for everyone.
    var name = ""
    var after: ConnectionCursor?

    static let nameLimit = 40
}

extension Query where Output == [ConnectedPerson] {
    /// One page of a member's connections, and one more when the list goes on.
    static func connections(of member: Member, _ selection: ConnectionSelection) -> Self {
        let named: SQL =
            selection.name.isEmpty
            ? ""
            : """
            AND (u.search_name LIKE \(SQL.beginning(selection.name))
                OR u.search_name LIKE '% ' || \(SQL.beginning(selection.name)))
            """
        let rest: SQL =
            switch (selection.after, selection.order) {
            case (nil, _): ""
            case (let cursor?, .closest):
                "AND (closeness(k.interaction, k.interaction_at), a.other_id) < (\(cursor.key), \(cursor.id))"
            case (let cursor?, .newest): "AND (a.since, a.other_id) < (\(cursor.moment), \(cursor.id))"
            }
        let order: SQL =
            selection.order == .closest ? "closeness(k.interaction, k.interaction_at) DESC" : "a.since DESC"
        return .all(
            """
            SELECT \(SQL.acquaintanceColumns(for: member)), k.id, a.since, c.code,
                closeness(k.interaction, k.interaction_at)
            FROM acquaintances a
            JOIN connections k ON k.id = a.connection_id
            JOIN users u ON u.id = a.other_id
            LEFT JOIN courses c ON c.id = k.course_id
            WHERE a.user_id = \(member.id) AND \(SQL.isPresent(to: member.id)) \(named) \(rest)
            ORDER BY \(order), a.other_id DESC
            LIMIT 26
            """
        ) { id, username, name, headline, isOpen, face, connection, since, course, closeness in
            ConnectedPerson(
                other: Acquaintance(
                    id: id, username: username, name: name, headline: headline, isOpen: isOpen, face: face),
                connection: connection, since: since, course: course, closeness: closeness)
        }
    }
}

extension Query where Output == [MemberConnection] {
    /// Requests that wait for a member's answer, the newest first.
    static func requests(to member: Member, after cursor: ConnectionCursor? = nil, limit: Int) -> Self {
        let rest: SQL = cursor.map { "AND (k.asked_at, k.id) < (\($0.moment), \($0.id))" } ?? ""
        return .all(
            """
            SELECT \(SQL.connectionColumns(for: member))
            FROM connections k JOIN users u ON u.id = k.asker_id LEFT JOIN courses c ON c.id = k.course_id
            WHERE k.asked_id = \(member.id) AND k.state = 'pending' AND \(SQL.isPresent(to: member.id)) \(rest)
            ORDER BY k.asked_at DESC, k.id DESC
            LIMIT \(limit)
            """, as: MemberConnection.init)
    }

    /// Requests of a member that nobody has answered yet, the newest first.
    static func requests(by member: Member, after cursor: ConnectionCursor? = nil, limit: Int) -> Self {
        let rest: SQL = cursor.map { "AND (k.asked_at, k.id) < (\($0.moment), \($0.id))" } ?? ""
        return .all(
            """
            SELECT \(SQL.connectionColumns(for: member))
            FROM connections k JOIN users u ON u.id = k.asked_id LEFT JOIN courses c ON c.id = k.course_id
            WHERE k.asker_id = \(member.id) AND k.state = 'pending' AND \(SQL.isPresent(to: member.id)) \(rest)
            ORDER BY k.asked_at DESC, k.id DESC
            LIMIT \(limit)
            """, as: MemberConnection.init)
    }
}

extension Query where Output == [Acquaintance] {
    /// Whom both a member and somebody they may meet or know are connected with, from A to Z, and one more when the list
    /// goes on.
    static func mutual(of member: Member, with username: String, after cursor: String?) -> Self {
        let rest: SQL = cursor.map { "AND u.username > \($0)" } ?? ""
        let person: SQL =
            "(SELECT u.id FROM users u WHERE u.username = \(username) AND \(SQL.isPresent(to: member.id)))"
        return .all(
            """
            SELECT \(SQL.acquaintanceColumns(for: member))
            FROM (SELECT x.id \(SQL.mutualPeople(with: member.id, and: person))) m JOIN users u ON u.id = m.id
            WHERE \(SQL.isPresent(to: member.id)) \(rest)
            ORDER BY u.username
            LIMIT 51
            """, as: Acquaintance.init)
    }
}

/// What a member alone is told about their connections.
struct ConnectionFigures: Sendable {
    let connections: Int
    let waiting: Int
    let asked: Int
    /// Of the requests they sent: those with an answer, and those accepted.
    let answered: Int
    let accepted: Int
    /// Half of their own answers took less, in seconds; `nil` before the first.
    let medianAnswer: Double?

    /// Below so many answers a share would say what one person answered.
    static let fewestAnswers = 5
}

extension Query where Output == ConnectionFigures {
    static func connectionFigures(of member: Member) -> Self {
        .one(
            """
            SELECT
                (SELECT count(*) FROM acquaintances a JOIN users u ON u.id = a.other_id
                 WHERE a.user_id = \(member.id) AND \(SQL.isPresent(to: member.id))),
                (SELECT count(*) FROM connections k JOIN users u ON u.id = k.asker_id
                 WHERE k.asked_id = \(member.id) AND k.state = 'pending' AND \(SQL.isPresent(to: member.id))),
                (SELECT count(*) FROM connections k JOIN users u ON u.id = k.asked_id
                 WHERE k.asker_id = \(member.id) AND k.state = 'pending' AND \(SQL.isPresent(to: member.id))),
                (SELECT count(*) FROM connections k WHERE k.asker_id = \(member.id) AND k.answered_at IS NOT NULL),
                (SELECT count(*) FROM connections k
                 WHERE k.asker_id = \(member.id) AND k.answered_at IS NOT NULL AND k.state <> 'declined'),
                (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM k.answered_at - k.asked_at))
                 FROM connections k WHERE k.asked_id = \(member.id) AND k.answered_at IS NOT NULL)
            """, as: ConnectionFigures.init)
    }
}
