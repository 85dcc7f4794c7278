import Postgres

extension SQL {
    /// No hour at all.
    private static let nothing: SQL = "repeat('0', 672)::bit(672)"

    /// Somebody's free hours as others may see them: all zeros when nothing was said.
    ///
    /// Needs `study_habits` as `h`, joined from the left.
    static var freeHours: SQL { "coalesce(h.availability, \(nothing))" }

    fileprivate static var busyHours: SQL { "coalesce(h.busy, \(nothing))" }
}

extension Query where Output == OwnWeek? {
    static func ownWeek(of member: Member.ID) -> Self {
        .first(
            """
            SELECT \(SQL.freeHours), \(SQL.busyHours), h.previous_week, h.time_zone, u.time_zone, u.short_name,
                h.week_changed_at, coalesce(
                    (SELECT s.visibility FROM profile_sections s
                     WHERE s.user_id = m.id AND s.section = \(ProfileSection.availability.rawValue)),
                    \(ProfileSection.availability.usual)),
                coalesce(h.week_revision, 0)
            FROM users m
            JOIN universities u ON u.id = m.university_id
            LEFT JOIN study_habits h ON h.user_id = m.id
            WHERE m.id = \(member)
            """, as: OwnWeek.init)
    }
}

extension Query where Output == Int {
    /// Writes the free hours, unless they were changed since they were read.
    ///
    /// - Parameters:
    ///   - week: hours of the timetable in it are left out.
    ///   - revision: what the change was made from.
    /// - Returns: 0 when another change came first.
    static func saveWeek(_ week: Week, of member: Member.ID, from revision: Int) -> Self {
        .execute(
            """
            INSERT INTO study_habits (user_id, availability, week_changed_at, week_revision)
            SELECT \(member), \(week), now(), 1
            WHERE \(revision) = 0 OR EXISTS (SELECT FROM study_habits WHERE user_id = \(member))
            ON CONFLICT (user_id) DO UPDATE
            SET previous_week = study_habits.availability, availability = excluded.availability & ~study_habits.busy,
                week_changed_at = now(), week_revision = study_habits.week_revision + 1
            WHERE study_habits.week_revision = \(revision)
            """)
    }

    /// Replaces the hours that the timetable takes; free hours among them are free no more.
    static func saveTimetable(_ busy: Week, of member: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO study_habits (user_id, busy, week_changed_at, week_revision)
            VALUES (\(member), \(busy), now(), 1)
            ON CONFLICT (user_id) DO UPDATE
            SET previous_week = study_habits.availability, busy = excluded.busy,
                availability = study_habits.availability & ~excluded.busy,
                week_changed_at = now(), week_revision = study_habits.week_revision + 1
            WHERE study_habits.busy <> excluded.busy
            """)
    }

    /// - Parameter zone: `nil` for the university's.
    static func saveZone(_ zone: String?, of member: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO study_habits (user_id, time_zone) VALUES (\(member), \(zone))
            ON CONFLICT (user_id) DO UPDATE SET time_zone = excluded.time_zone
            WHERE study_habits.time_zone IS DISTINCT FROM excluded.time_zone
            """
        ).idempotent
    }

    static func saveHabits(_ habits: StudyHabits, of member: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO study_habits (user_id, location, style, pace, has_habits)
            VALUES (\(member), \(habits.location), \(habits.style), \(habits.pace), true)
            ON CONFLICT (user_id) DO UPDATE
            SET location = excluded.location, style = excluded.style, pace = excluded.pace, has_habits = true
            """
        ).idempotent
    }
}

extension Query where Output == StudyHabits? {
    /// - Returns: `nil` when nothing was chosen.
    static func habits(of member: Member.ID) -> Self {
        .first(
            "SELECT location, style, pace FROM study_habits WHERE user_id = \(member) AND has_habits",
            as: StudyHabits.init)
    }
}
