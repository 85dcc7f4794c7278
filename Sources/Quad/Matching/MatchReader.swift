import FoundationEssentials
import Postgres

/// A course somebody takes, as the pages of matches know it.
struct MatchCourse: Sendable {
    typealias ID = Quad.ID<MatchCourse>

    let id: ID
    let code: String
    let title: String
    let section: String
    /// Whether course mates see the reader here.
    let isShown: Bool
    /// The same course in all its sections of the term, itself among them.
    let sections: [ID]

    /// On one page. Who takes more sees the first of them, and every other one on its own page.
    static let most = 30
}

/// What a page of matches must know of its reader.
struct MatchReader: Sendable {
    let id: Member.ID
    let universityID: University.ID
    let week: Week
    let timeZone: String
    let habits: StudyHabits
    /// Whether the habits were chosen.
    let hasHabits: Bool
    let weekChangedAt: Date?
    let openness: Openness
    let courses: [MatchCourse]
    /// Zones whose clocks go as the reader's this week.
    let sameClock: [Int16]
    /// How weeks of all other zones lie in the reader's week, those that lie alike together: there are fewer ways
    /// than zones, some forty around the world.
    let shifts: [Shift]

    struct Shift: Sendable {
        let zones: [Int16]
        let shift: WeekShift
    }

    /// A time zone that weeks of the pool are in.
    struct Zone: Sendable {
        let id: Int16
        let name: String
    }

    struct Habits: Sendable {
        let week: Week
        let timeZone: String
        let habits: StudyHabits
        let hasHabits: Bool
        let weekChangedAt: Date?
        let openness: Openness
    }

    /// What the reader chose about who sees them where they are shown as one of a course.
    struct Openness: Sendable {
        let isHeld: Bool
        /// Who may open the profile.
        let profile: Profile.Visibility
        /// Who may know its owner's courses.
        let courses: Profile.Visibility
        /// Whether the hours are for nobody else, so that nobody is matched by them.
        let keepsWeek: Bool
    }

    /// - Parameter now: the week that weeks of different zones are compared in is the one it lies in.
    init(
        _ member: Member.ID, of university: University.ID, _ own: Habits, _ courses: [MatchCourse], _ zones: [Zone],
        book: ZoneBook, now: Date
    ) {
        id = member
        universityID = university
        (week, timeZone, habits) = (own.week, own.timeZone, own.habits)
        (hasHabits, weekChangedAt, openness) = (own.hasHabits, own.weekChangedAt, own.openness)
        self.courses = courses
        let here = book.offsets(of: own.timeZone)
        var byShift: [WeekShift: [Int16]] = [:]
        for zone in zones {
            let shift =
                zone.name == own.timeZone
                ? .none : WeekShift(from: book.offsets(of: zone.name), to: here, weekOf: now)
            byShift[shift, default: []].append(zone.id)
        }
        sameClock = byShift.removeValue(forKey: .none) ?? []
        shifts = byShift.map { Shift(zones: $0.value.sorted(), shift: $0.key) }.sorted { $0.zones[0] < $1.zones[0] }
    }

    func course(_ id: MatchCourse.ID) -> MatchCourse? { courses.first { $0.id == id } }

    /// The pool's courses that a selection is about.
    func poolCourses(_ selection: MatchSelection) -> [MatchCourse.ID] {
        let chosen = selection.course.map { id in courses.filter { $0.id == id } } ?? courses
        let all = selection.filter.sameSection ? chosen.map(\.id) : chosen.flatMap(\.sections)
        return Array(Set(all))
    }
}

extension Query where Output == MatchReader.Habits? {
    /// What a member says of their time and habits; what is not said is as it stands before.
    static func ownHabits(_ member: Member.ID) -> Self {
        .first(
            """
            SELECT h.availability, coalesce(h.time_zone, n.time_zone), coalesce(h.location, 'any'),
                coalesce(h.style, 'mixed'), coalesce(h.pace, 'moderate'), coalesce(h.has_habits, false), h.week_changed_at,
                u.is_held, u.visibility, coalesce(s.visibility, 'university'),
                EXISTS (SELECT FROM profile_sections w
                    WHERE w.user_id = u.id AND w.section = 'availability' AND w.visibility = 'only_me')
            FROM users u
            JOIN universities n ON n.id = u.university_id
            LEFT JOIN study_habits h ON h.user_id = u.id
            LEFT JOIN profile_sections s ON s.user_id = u.id AND s.section = 'courses'
            WHERE u.id = \(member)
            LIMIT 1
            """
        ) {
            (
                week: Week?, zone: String, location: StudyHabits.Location, style: StudyHabits.Style,
                pace: StudyHabits.Pace, hasHabits: Bool, changed: Date?, isHeld: Bool, profile: Profile.Visibility,
                courses: Profile.Visibility, keepsWeek: Bool
            ) in
            MatchReader.Habits(
                week: week ?? Week(), timeZone: zone,
                habits: StudyHabits(location: location, style: style, pace: pace), hasHabits: hasHabits,
                weekChangedAt: changed,
                openness: MatchReader.Openness(
                    isHeld: isHeld, profile: profile, courses: courses, keepsWeek: keepsWeek))
        }
    }
}

extension SQL {
    /// The courses `c` that a member takes now: `MatchCourse.most` at most, `first` among them if it is taken.
    static func coursesTaken(by member: Member.ID, first: MatchCourse.ID?) -> SQL {
        """
        (SELECT c.id, c.code, c.title, c.section, c.term, c.university_id, e.is_shown
         FROM enrolments e JOIN courses c ON c.id = e.course_id
         WHERE e.user_id = \(member) AND e.state = 'active' AND c.state = 'active'
         ORDER BY c.id IS DISTINCT FROM \(first), c.code, c.section, c.id
         LIMIT \(MatchCourse.most)) c
        """
    }
}

extension Query where Output == [MatchCourse] {
    /// The courses a member takes now, as tabs list them.
    ///
    /// - Parameter first: is among them even where a member takes more than fit on a page.
    static func matchCourses(of member: Member.ID, first: MatchCourse.ID? = nil) -> Self {
        .all(
            """
            SELECT c.id, c.code, c.title, c.section, c.is_shown, ARRAY(
                SELECT s.id FROM courses s
                WHERE s.university_id = c.university_id AND s.code = c.code AND s.term = c.term AND s.state = 'active'
                ORDER BY s.id <> c.id, s.section, s.id
                LIMIT 200)
            FROM \(SQL.coursesTaken(by: member, first: first))
            ORDER BY c.code, c.section, c.id
            LIMIT \(MatchCourse.most)
            """, as: MatchCourse.init)
    }
}

extension Query where Output == [MatchReader.Zone] {
    /// The zones that people of the member's courses live by, in whichever order they were first chosen.
    ///
    /// - Complexity: a look for each course and each of its zones, however many people there are.
    static func matchZones(of member: Member.ID, first: MatchCourse.ID? = nil) -> Self {
        .all(
            """
            WITH RECURSIVE sections AS MATERIALIZED (
                SELECT DISTINCT s.id
                FROM \(SQL.coursesTaken(by: member, first: first))
                JOIN courses s ON s.university_id = c.university_id AND s.code = c.code AND s.term = c.term
            ), lived AS (
                SELECT s.id, (SELECT min(p.zone_id) FROM match_pool p WHERE p.course_id = s.id) AS zone_id FROM sections s
                UNION ALL
                SELECT l.id, (SELECT min(p.zone_id) FROM match_pool p WHERE p.course_id = l.id AND p.zone_id > l.zone_id)
                FROM lived l
                WHERE l.zone_id IS NOT NULL
            )
            SELECT z.id, z.time_zone FROM match_zones z WHERE z.id IN (SELECT zone_id FROM lived) ORDER BY z.id LIMIT 1000
            """, as: MatchReader.Zone.init)
    }
}
