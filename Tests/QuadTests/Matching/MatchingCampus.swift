import FoundationEssentials
import Postgres

@testable import Quad

extension TestCampus {
    func insertCourse(_ code: String = "CS 161", section: String = "", state: String = "active") throws -> UUID {
        let id = UUID()
        try run(
            """
            INSERT INTO courses (id, university_id, code, section, term, title, state)
            VALUES (\(id), \(university), \(code), \(section), 'Fall 2026', 'A course', \(state))
            """)
        return id
    }

    func enrol(_ user: UUID, in course: UUID, isShown: Bool = true) throws {
        try run(
            """
            INSERT INTO enrolments (course_id, user_id, is_shown) VALUES (\(course), \(user), \(isShown))
            ON CONFLICT (course_id, user_id) DO UPDATE SET is_shown = EXCLUDED.is_shown, state = 'active'
            """)
    }

    func setHabits(
        of user: UUID, week: Week, habits: StudyHabits = .unsaid, zone: String? = nil, areChosen: Bool = true
    ) throws {
        try run(
            """
            INSERT INTO study_habits (user_id, availability, location, style, pace, time_zone, has_habits, week_changed_at)
            VALUES (\(user), \(week), \(habits.location), \(habits.style), \(habits.pace), \(zone), \(areChosen), now())
            ON CONFLICT (user_id) DO UPDATE SET availability = EXCLUDED.availability, location = EXCLUDED.location,
                style = EXCLUDED.style, pace = EXCLUDED.pace, time_zone = EXCLUDED.time_zone
            """)
    }

    /// Somebody of a course with a week, whom its people are shown.
    func insertStudent(
        _ name: String, username: String? = nil, in course: UUID, week: Week, habits: StudyHabits = .unsaid,
        zone: String? = nil, visibility: String = "university", joined: Date = Date(timeIntervalSinceNow: -30 * 86_400)
    ) throws -> UUID {
        let id = try insertUser(name, username: username, visibility: visibility, joined: joined)
        try setHabits(of: id, week: week, habits: habits, zone: zone)
        try enrol(id, in: course)
        return id
    }

    /// Who is connected, or asked, or declined.
    @discardableResult func insertConnection(
        from asker: UUID, to asked: UUID, state: String = "accepted", answered: Date? = .now
    ) throws -> UUID {
        let id = UUID()
        try run(
            """
            INSERT INTO connections (id, asker_id, asked_id, state, origin, answered_at)
            VALUES (\(id), \(asker), \(asked), \(state), 'match', \(state == "pending" ? nil : answered))
            """)
        return id
    }

    func block(_ one: UUID, _ other: UUID) throws {
        try run(
            """
            INSERT INTO blocks (user_id, other_id, is_own) VALUES (\(one), \(other), true), (\(other), \(one), false)
            """)
    }

    /// Who sees a section of somebody's profile; `nil`: whoever usually does.
    func show(_ section: String, of user: UUID, to visibility: String?) throws {
        guard let visibility else {
            return try run("DELETE FROM profile_sections WHERE user_id = \(user) AND section = \(section)")
        }
        try run(
            """
            INSERT INTO profile_sections (user_id, section, visibility) VALUES (\(user), \(section), \(visibility))
            ON CONFLICT (user_id, section) DO UPDATE SET visibility = EXCLUDED.visibility
            """)
    }

    /// A photo that somebody chose.
    func insertPhoto(of user: UUID) throws -> Attachment.ID {
        let id = Attachment.ID()
        try run("INSERT INTO stored_files (hash, byte_size) VALUES (sha256(\(id.text)::bytea), 9)")
        try run(
            """
            INSERT INTO attachments (id, uploader_id, file_hash, media_type, byte_size, width, height, name, photo_of)
            VALUES (\(id), \(user), sha256(\(id.text)::bytea), 'image/jpeg', 9, 480, 480, 'photo', \(user))
            """)
        try run("UPDATE users SET picture = 'photo', photo_id = \(id) WHERE id = \(user)")
        return id
    }

    /// Counts a first page of matches.
    func showFirstPage(of people: [UUID], to reader: UUID) throws {
        let reader = Member.ID(rawValue: reader)
        _ = try database.fetch(
            .withoutWaiting, .lockShowings(to: reader), .expose(people.map { Member.ID(rawValue: $0) }, to: reader))
    }

    func matchChanges(_ user: UUID, _ course: UUID? = nil) throws -> Int {
        try database.fetch(
            .matchChanges(for: Member.ID(rawValue: user), course: course.map { MatchCourse.ID(rawValue: $0) }))
    }

    func user(_ username: String) throws -> UUID {
        try database.fetch(Query<UUID>.value("SELECT id FROM users WHERE username = \(username)"))
    }

    func username(of user: UUID) throws -> String {
        try database.fetch(Query<String>.value("SELECT username FROM users WHERE id = \(user)"))
    }

    func reader(_ user: UUID, now: Date = .now) throws -> MatchReader {
        let member = try signIn(user).member
        let (own, courses, zones, others) = try database.fetch(
            .ownHabits(member.id), .matchCourses(of: member.id), .matchZones(of: member.id),
            .zones(ofThoseWhoKnow: member.id))
        return MatchReader(
            member.id, of: member.universityID,
            own
                ?? .init(
                    week: Week(), timeZone: "UTC", habits: .unsaid, hasHabits: false, weekChangedAt: nil,
                    openness: .init(isHeld: false, profile: .university, courses: .university, keepsWeek: false)),
            courses, zones + others, book: application.zones, now: now)
    }

    func matches(
        of user: UUID, _ selection: MatchSelection, now: Date = .now, settings: MatchSettings = MatchSettings()
    ) throws -> [Match] {
        let reader = try reader(user, now: now)
        let scoring = MatchScoring(reader.habits, weights: selection.weights ?? settings.weights)
        return try database.fetch(.matches(selection, for: reader, scoring: scoring, settings: settings))
    }
}

extension MatchSelection {
    init(_ course: UUID) {
        self.init(course: MatchCourse.ID(rawValue: course))
    }
}

extension Week {
    /// The same hours on some days.
    static func on(_ days: [Weekday], _ span: Range<Int>) -> Week {
        Week(Dictionary(uniqueKeysWithValues: days.map { ($0, [span]) }))
    }
}
