import FoundationEssentials
internal import Postgres
internal import Quad

/// Enrolments, weeks and what people say of themselves, beside the posts.
struct StudiesLoading: Sendable {
    let world: Demonstration.World

    /// The term began two months ago.
    private var termBegan: Int64 { world.clock.now - 62 * 86_400 }

    func load(_ connection: Connection, _ meter: LoadingMeter) throws {
        let steps: [(Connection) throws -> Void] = [
            loadEnrolments, loadHabits, ProfilesLoading(world: world).load, TiesLoading(world: world).load,
            loadSuggestions,
        ]
        for (place, step) in steps.enumerated() {
            try meter.advance(to: place)
            try step(connection)
        }
        try GroupsLoading(world: world).load(connection)
        try meter.advance(to: Self.stepCount)
    }

    static let stepCount = 6

    private func loadEnrolments(_ connection: Connection) throws {
        try connection.copy(
            into: "enrolments",
            columns: ["course_id", "user_id", "is_imported", "is_shown", "enrolled_at", "changed_at"]
        ) { rows in
            for (place, taken) in world.studies.taken.enumerated() {
                let since = Date(
                    seconds: max(termBegan, min(world.people.persons[place].joined + 900, world.clock.now)))
                for taking in taken {
                    try rows.row {
                        $0.write(world.courseID(Int(taking.course)))
                        $0.write(world.personID(Int32(place)))
                        $0.write(place >= NamePool.cast.count)
                        $0.write(taking.isShown)
                        $0.write(since)
                        $0.write(since)
                    }
                }
            }
        }
        _ = try connection.fetch(
            .countStudents(
                of: world.studies.counts.indices.map { world.courseID($0) }, counts: world.studies.counts))
    }

    private func loadHabits(_ connection: Connection) throws {
        try connection.copy(
            into: "study_habits",
            columns: [
                "user_id", "availability", "time_zone", "location", "style", "pace", "has_habits", "week_changed_at",
                "week_revision",
            ]
        ) { rows in
            for place in world.people.persons.indices {
                guard let habits = StudyHabits(of: place, in: world) else { continue }
                let hasWeek = habits.week != Week()
                try rows.row {
                    $0.write(world.personID(Int32(place)))
                    $0.write(habits.week)
                    $0.write(habits.zone)
                    $0.write(habits.choices?.location ?? "any")
                    $0.write(habits.choices?.style ?? "mixed")
                    $0.write(habits.choices?.pace ?? "moderate")
                    $0.write(habits.choices != nil)
                    $0.write(hasWeek ? Date(seconds: termBegan) : nil)
                    $0.write(hasWeek ? 1 : 0)
                }
            }
        }
    }

    /// What students miss in the catalogue, for the moderator of the cast.
    private func loadSuggestions(_ connection: Connection) throws {
        let missing = [
            ("CS 330", "Compilers", "R. Okafor", "Tue and Thu, 13:00–14:30"),
            ("MATH 235", "Number Theory", "", "Mon and Wed, 11:00–12:30"),
            ("PHOT 120", "Photography for Beginners", "", ""),
        ]
        try connection.copy(
            into: "course_suggestions",
            columns: [
                "id", "university_id", "user_id", "code", "term", "title", "instructor", "schedule", "is_shown",
                "created_at",
            ]
        ) { rows in
            for (place, course) in missing.enumerated() {
                let at = world.clock.now - 7_200 - Int64(place) * 50_000
                try rows.row {
                    $0.write(world.courseSuggestionID(place, at: at))
                    $0.write(world.universityID(0))
                    $0.write(world.personID(Int32(5 + place)))
                    $0.write(course.0)
                    $0.write(Campus.term)
                    $0.write(course.1)
                    $0.write(course.2)
                    $0.write(course.3)
                    $0.write(place == 0)
                    $0.write(Date(seconds: at))
                }
            }
        }
    }
}

extension Query where Output == Int {
    /// What the trigger, which rests meanwhile, would have counted.
    fileprivate static func countStudents(of courses: [UUID], counts: [Int32]) -> Self {
        .execute(
            """
            UPDATE courses
            SET student_count = counted.students
            FROM unnest(\(courses), \(counts)) AS counted (id, students)
            WHERE courses.id = counted.id
            """)
    }
}
