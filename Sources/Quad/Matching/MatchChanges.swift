import FoundationEssentials
import Postgres
import Redis

extension Query where Output == Int {
    /// How often anything changed that a member's pages of matches show; another number than before means that a kept
    /// page may be out of date. Asked before the page's own statements, so that a kept page is never newer than its
    /// number says.
    ///
    /// - Complexity: a look for each of the member's courses and its sections.
    static func matchChanges(for member: Member.ID) -> Self {
        .value(
            """
            SELECT coalesce(sum(m.changes), 0)::bigint
            FROM match_changes m
            WHERE m.id = \(member) OR m.id = ANY (ARRAY(
                SELECT s.id
                FROM enrolments e
                JOIN courses c ON c.id = e.course_id
                JOIN courses s ON s.university_id = c.university_id AND s.code = c.code AND s.term = c.term
                WHERE e.user_id = \(member) AND e.state = 'active'))
            """)
    }

    /// Counts one first page more for each of these people.
    static func expose(_ people: [Member.ID]) -> Self {
        .execute(
            """
            INSERT INTO match_exposures AS m (user_id, week, pages)
            SELECT id, \(SQL.thisWeek), 1 FROM unnest(\(people)) AS id ORDER BY id
            ON CONFLICT (user_id) DO UPDATE
            SET pages = CASE WHEN m.week = EXCLUDED.week THEN m.pages + 1 ELSE 1 END, week = EXCLUDED.week
            """)
    }

    /// "Not now": the other stays out of the reader's matches for two weeks.
    static func hide(_ other: String, from member: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO hidden_people AS h (user_id, other_id, until)
            SELECT \(member), u.id, now() + interval '14 days' FROM users u
            WHERE u.username = \(other) AND u.id <> \(member)
                AND EXISTS (
                    SELECT FROM match_pool p
                    JOIN courses t ON t.id = p.course_id
                    JOIN courses o ON o.university_id = t.university_id AND o.code = t.code AND o.term = t.term
                    JOIN enrolments m ON m.course_id = o.id AND m.user_id = \(member) AND m.state = 'active'
                    WHERE p.user_id = u.id)
                AND \(SQL.isUnblocked(for: member))
            ON CONFLICT (user_id, other_id) DO UPDATE SET until = EXCLUDED.until
            """
        ).idempotent
    }

    static func showAgain(_ other: String, to member: Member.ID) -> Self {
        .execute(
            """
            DELETE FROM hidden_people h USING users u
            WHERE h.user_id = \(member) AND u.id = h.other_id AND u.username = \(other)
            """
        ).idempotent
    }
}

extension Query where Output == String {
    /// Lets the rest of this round trip not wait for a disk: what it counts may be lost with the machine.
    static var withoutWaiting: Self { .value("SELECT set_config('synchronous_commit', 'off', true)") }
}

/// Parts of pages of matches as they were made, kept in Redis for five minutes.
struct KeptMatches {
    let redis: Client
    static let lifetime = Duration.seconds(300)

    static func key(_ member: Member.ID, _ course: MatchCourse.ID?) -> String {
        "matches:\(member.text):\(course?.text ?? "all")"
    }

    /// - Parameter changes: `Query.matchChanges` as it is now.
    /// - Returns: `nil` when there is none, it is of an earlier state, or Redis is away.
    func part(_ key: String, changes: Int) -> [UInt8]? {
        let kept: [UInt8]?
        do { kept = try redis.send(.get(key)) } catch { return nil }
        guard let kept, let end = kept.firstIndex(of: UInt8(ascii: "\n")),
            Int(String(decoding: kept[..<end], as: UTF8.self)) == changes
        else { return nil }
        return Array(kept[(end + 1)...])
    }

    func keep(_ part: [UInt8], as key: String, changes: Int) {
        do { try redis.send(.set(key, Array("\(changes)\n".utf8) + part, expires: Self.lifetime)) } catch {
            // Away: it is made again next time.
        }
    }
}
