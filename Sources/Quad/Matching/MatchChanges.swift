import FoundationEssentials
import Postgres
import Redis

extension Query where Output == Int {
    /// What a member's pages of matches show, as one number: another than before means that a kept page may be out of
    /// date. It stands for each counter of changes with whose it is, so that leaving one course and a change in another
    /// do not make up for each other. Asked before the page's own statements, so that a kept page is never newer than
    /// its number says.
    ///
    /// - Parameter course: whose page it is, or `nil` for that of all courses.
    /// - Complexity: a look for each of the member's courses and its sections.
    static func matchChanges(for member: Member.ID, course: MatchCourse.ID?) -> Self {
        .value(
            """
            SELECT hashtextextended(string_agg(k.id::text || ' ' || coalesce(m.changes, 0), ',' ORDER BY k.id), 0)
            FROM (
                SELECT \(member)::uuid AS id
                UNION SELECT s.id
                FROM \(SQL.coursesTaken(by: member, first: course))
                JOIN courses s ON s.university_id = c.university_id AND s.code = c.code AND s.term = c.term
            ) k LEFT JOIN match_changes m ON m.id = k.id
            """)
    }

    /// "Not now": the other stays out of the reader's matches for two weeks, if they are somebody whom these could show.
    static func hide(_ other: String, from member: Member) -> Self {
        .execute(
            """
            INSERT INTO hidden_people AS h (user_id, other_id, until)
            SELECT \(member.id), u.id, now() + interval '14 days'
            FROM users u
            WHERE u.username = \(other) AND \(SQL.isUnblocked(for: member.id))
                AND EXISTS (
                    SELECT FROM match_pool p
                    JOIN courses t ON t.id = p.course_id
                    JOIN courses o ON o.university_id = t.university_id AND o.code = t.code AND o.term = t.term
                    JOIN enrolments m ON m.course_id = o.id AND m.user_id = \(member.id) AND m.state = 'active'
                    WHERE p.user_id = u.id AND \(SQL.isOpen(to: member.id, at: member.universityID)))
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

/// Parts of pages of matches as they were made, kept in Redis for five minutes.
struct KeptMatches {
    let redis: Client
    static let lifetime = Duration.seconds(300)

    /// A part, and `Query.matchChanges` as it was before it was made.
    struct Part {
        let changes: Int
        let bytes: [UInt8]
    }

    static func key(_ member: Member.ID, _ course: MatchCourse.ID?) -> String {
        "matches:\(member.text):\(course?.text ?? "all")"
    }

    /// - Returns: `nil` when there is none, or Redis is away.
    func part(_ key: String) -> Part? {
        let kept: [UInt8]?
        do { kept = try redis.send(.get(key)) } catch { return nil }
        guard let kept, let end = kept.firstIndex(of: UInt8(ascii: "\n")),
            let changes = Int(String(decoding: kept[..<end], as: UTF8.self))
        else { return nil }
        return Part(changes: changes, bytes: Array(kept[(end + 1)...]))
    }

    func keep(_ part: Part, as key: String) {
        let bytes = Array("\(part.changes)\n".utf8) + part.bytes
        do { try redis.send(.set(key, bytes, expires: Self.lifetime)) } catch {
            // Away: it is made again next time.
        }
    }
}
