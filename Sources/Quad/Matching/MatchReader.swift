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

    /// "CS 161".
    var name: String { code }
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
    let courses: [MatchCourse]
    /// How weeks of other zones lie in the reader's week; those that lie as they are have none.
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
    }

    /// - Parameter now: the week that weeks of different zones are compared in is the one it lies in.
    init(
        _ member: Member.ID, of university: University.ID, _ own: Habits, _ courses: [MatchCourse], _ zones: [Zone],
        book: ZoneBook, now: Date
    ) {
        id = member
        universityID = university
        (week, timeZone, habits) = (own.week, own.timeZone, own.habits)
        (hasHabits, weekChangedAt) = (own.hasHabits, own.weekChangedAt)
        self.courses = courses
        let here = book.offsets(of: own.timeZone)
        var byShift: [WeekShift: [Int16]] = [:]
        for zone in zones where zone.name != own.timeZone {
            let shift = WeekShift(from: book.offsets(of: zone.name), to: here, weekOf: now)
            if !shift.isNone { byShift[shift, default: []].append(zone.id) }
        }
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
                coalesce(h.style, 'mixed'), coalesce(h.pace, 'moderate'), coalesce(h.has_habits, false), h.week_changed_at
            FROM users u JOIN universities n ON n.id = u.university_id LEFT JOIN study_habits h ON h.user_id = u.id
            WHERE u.id = \(member)
            LIMIT 1
            """
        ) {
            (
                week: Week?, zone: String, location: StudyHabits.Location, style: StudyHabits.Style,
                pace: StudyHabits.Pace, hasHabits: Bool, changed: Date?
            ) in
            MatchReader.Habits(
                week: week ?? Week(), timeZone: zone,
                habits: StudyHabits(location: location, style: style, pace: pace), hasHabits: hasHabits,
                weekChangedAt: changed)
        }
    }
}

extension Query where Output == [MatchCourse] {
    /// The courses a member takes now, as tabs list them.
    static func matchCourses(of member: Member.ID) -> Self {
        .all(
            """
            SELECT c.id, c.code, c.title, c.section, e.is_shown, ARRAY(
                SELECT s.id FROM courses s
                WHERE s.university_id = c.university_id AND s.code = c.code AND s.term = c.term AND s.state = 'active'
                LIMIT 200)
            FROM enrolments e JOIN courses c ON c.id = e.course_id
            WHERE e.user_id = \(member) AND e.state = 'active' AND c.state = 'active'
            ORDER BY c.code, c.section, c.id
            LIMIT 30
            """, as: MatchCourse.init)
    }
}

extension Query where Output == [MatchReader.Zone] {
    static var matchZones: Self {
        .all("SELECT id, time_zone FROM match_zones ORDER BY id LIMIT 1000", as: MatchReader.Zone.init)
    }
}
