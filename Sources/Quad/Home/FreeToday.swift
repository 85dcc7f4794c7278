import Postgres

/// Somebody who is free today when the reader is.
struct FreeToday: Sendable {
    let name: String
    let username: String
    let face: Author.Face
    /// The code of a course of the reader's that they are shown in; `nil` where there is none.
    let course: String?
    /// The day's hours that both are free, in the reader's wall time.
    let shared: Week
    /// All of theirs in the reader's wall time; `nil` where they show the reader only the shared ones.
    let theirs: Week?

    /// How many a page has room for.
    static let most = 5

    var person: Person { Author(name: name, username: username, isOpen: true, face: face).person }
    var firstName: String { Wording.firstName(of: name) }
}

extension Query where Output == [FreeToday] {
    /// Who is free in what is left of the reader's day, whoever is free first at the top: of the people they are
    /// connected with, those who show them their week; and where these are few, course mates whom matching may show.
    ///
    /// - Complexity: the reader's acquaintances, and at most 80 people of each of their courses: those who came to Quad
    ///   at about the same time. Looking at all of a large course would take longer than the rest of the page.
    static func freeToday(_ day: StudyDay, for reader: MatchReader, as member: Member) -> Self {
        let isLeft: SQL = "bit_count(\(SQL.hoursThere(for: reader)) & \(day.rest)) > 0"
        let showsWeek = SQL.showsWeek(to: Onlooker(.member(member)))
        return .all(
            """
            WITH \(SQL.avoided(by: member.id)), known AS MATERIALIZED (
                SELECT p.user_id, p.availability, p.zone_id
                FROM (
                    SELECT u.id AS user_id, h.availability, z.id AS zone_id
                    FROM acquaintances a
                    JOIN users u ON u.id = a.other_id
                    JOIN universities n ON n.id = u.university_id
                    JOIN study_habits h ON h.user_id = u.id
                    JOIN match_zones z ON z.time_zone = coalesce(h.time_zone, n.time_zone)
                    WHERE a.user_id = \(member.id) AND \(SQL.isShown(to: member)) AND \(showsWeek)
                    ORDER BY a.other_id
                    LIMIT 300
                ) p
                WHERE \(isLeft)
            ), mates AS (
                SELECT p.user_id, p.availability, p.zone_id
                FROM unnest(\(reader.courses.map(\.id))) AS k (id)
                CROSS JOIN LATERAL (\(SQL.neighbours(of: member.id))) p
                WHERE (SELECT count(*) FROM known) < \(FreeToday.most) AND \(SQL.isShown(to: reader))
                    AND p.user_id NOT IN (SELECT user_id FROM known) AND \(isLeft)
            ), best AS (
                SELECT DISTINCT p.user_id, p.availability, p.zone_id, p.is_known,
                    position(B'1' IN \(SQL.hoursThere(for: reader)) & \(day.rest)) AS start
                FROM (
                    SELECT user_id, availability, zone_id, true AS is_known FROM known
                    UNION ALL SELECT user_id, availability, zone_id, false FROM mates
                ) p
                ORDER BY p.is_known DESC, start, p.user_id
                LIMIT \(FreeToday.most)
            )
            SELECT u.name, u.username, \(SQL.face), (
                    SELECT k.code FROM match_pool x JOIN courses k ON k.id = x.course_id
                    WHERE x.user_id = p.user_id AND x.course_id = ANY (\(reader.poolCourses(MatchSelection())))
                    ORDER BY k.code LIMIT 1),
                \(SQL.hoursThere(for: reader)) & \(day.hours),
                CASE WHEN \(showsWeek) THEN \(SQL.hoursThere(for: reader)) END
            FROM best p JOIN users u ON u.id = p.user_id
            ORDER BY p.start, p.user_id
            """, as: FreeToday.init)
    }
}

extension Query where Output == [MatchReader.Zone] {
    /// The zones that people live by whom a member is connected with.
    static func zones(ofThoseWhoKnow member: Member.ID) -> Self {
        .all(
            """
            SELECT z.id, z.time_zone
            FROM match_zones z
            WHERE z.time_zone IN (
                SELECT coalesce(h.time_zone, n.time_zone)
                FROM acquaintances a
                JOIN users u ON u.id = a.other_id
                JOIN universities n ON n.id = u.university_id
                JOIN study_habits h ON h.user_id = u.id
                WHERE a.user_id = \(member)
                ORDER BY a.other_id
                LIMIT 1000)
            ORDER BY z.id
            LIMIT 100
            """, as: MatchReader.Zone.init)
    }
}

extension SQL {
    /// Forty people of course `k` in the pool on either side of somebody, in the order of joining.
    fileprivate static func neighbours(of member: Member.ID) -> SQL {
        """
        (SELECT m.user_id, m.availability, m.zone_id, m.visibility, m.university_id
            FROM match_pool m WHERE m.course_id = k.id AND m.user_id > \(member) ORDER BY m.user_id LIMIT 40)
        UNION ALL
        (SELECT m.user_id, m.availability, m.zone_id, m.visibility, m.university_id
            FROM match_pool m WHERE m.course_id = k.id AND m.user_id < \(member) ORDER BY m.user_id DESC LIMIT 40)
        """
    }
}
