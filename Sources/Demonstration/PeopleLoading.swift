import FoundationEssentials
internal import HTML
internal import Markdown
internal import Postgres

extension CampusLoading {
    func loadUniversities(_ connection: Connection) throws {
        try connection.copy(
            into: "universities",
            columns: ["id", "slug", "name", "short_name", "time_zone", "current_term", "created_at"]
        ) { rows in
            for (place, university) in Campus.universities.enumerated() {
                try rows.row {
                    $0.write(world.universityID(place))
                    $0.write(university.slug)
                    $0.write(university.name)
                    $0.write(university.shortName)
                    $0.write(university.timeZone)
                    $0.write(Campus.term)
                    $0.write(Date(seconds: world.beginning))
                }
            }
        }
        try connection.copy(into: "university_domains", columns: ["domain", "university_id"]) { rows in
            for (place, university) in Campus.universities.enumerated() {
                for domain in university.domains {
                    try rows.row {
                        $0.write(domain)
                        $0.write(world.universityID(place))
                    }
                }
            }
        }
        try loadCourses(connection)
    }

    private func loadCourses(_ connection: Connection) throws {
        try connection.copy(
            into: "courses",
            columns: [
                "id", "university_id", "code", "section", "term", "title", "instructor", "schedule", "created_at",
            ]
        ) { rows in
            for place in 0..<world.figures.courses {
                let course = CourseDraft(place, seed: world.seed)
                try rows.row {
                    $0.write(world.courseID(place))
                    $0.write(world.universityID(course.university))
                    $0.write(course.code)
                    $0.write(course.section)
                    $0.write(Campus.term)
                    $0.write(course.title)
                    $0.write(course.instructor)
                    $0.write(course.schedule)
                    $0.write(Date(seconds: world.beginning + 60))
                }
            }
        }
    }

    func loadPeople(_ connection: Connection) throws {
        let biographies = try Biographies(seed: world.seed)
        try connection.copy(
            into: "users",
            columns: [
                "id", "university_id", "email", "username", "name", "role", "state", "profile_type", "visibility",
                "is_held", "headline", "bio_source", "bio_html", "bio_version", "created_at", "state_since",
                "password_hash", "picture", "welcome_dismissed_at",
            ]
        ) { rows in
            for (place, person) in world.people.persons.enumerated() {
                let words = biographies.words(of: person, at: place)
                let html = words.biography.isEmpty ? "" : try html(of: words.biography, as: .biography)
                try rows.row {
                    $0.write(world.personID(Int32(place)))
                    $0.write(world.universityID(person.university))
                    $0.write(person.email)
                    $0.write(person.username)
                    $0.write(person.name)
                    $0.write(person.role.rawValue)
                    $0.write(person.state.rawValue)
                    $0.write(person.type.rawValue)
                    $0.write(person.visibility.rawValue)
                    $0.write(person.isHeld)
                    $0.write(words.headline)
                    $0.write(words.biography)
                    $0.write(html)
                    $0.write(words.biography.isEmpty ? 0 : MarkdownRenderer.version)
                    $0.write(Date(seconds: person.joined))
                    $0.write(Date(seconds: person.joined))
                    $0.write(person.signsIn ? SignIns.passwordHash : nil)
                    $0.write(world.choosesPattern(place) ? "pattern" : nil)
                    // Everyone is through the set-up.
                    $0.write(Date(seconds: person.joined))
                }
            }
        }
    }

    private func html(of source: String, as kind: MarkdownRenderer.Kind) throws -> String {
        String(decoding: try renderer.render(source, as: kind).html.bytes, as: UTF8.self)
    }
}

/// One course of the demonstration: titles come round again with another section, then at another university.
struct CourseDraft {
    let university: Int
    let code, section, title, instructor, schedule: String

    /// Where a course is taught.
    static func university(of place: Int) -> Int { [0, 1, 0, 2][place / Campus.courses.count % 4] }

    init(_ place: Int, seed: UInt64) {
        var chance = Chance(seed: seed, for: .courses, at: place)
        let offered = Campus.courses[place % Campus.courses.count]
        let round = place / Campus.courses.count
        university = Self.university(of: place)
        code = offered.code
        title = offered.title
        section = "\(round + 1)"
        instructor = chance.pick(Campus.instructors) ?? ""
        let days = chance.pick(["Mon and Wed", "Tue and Thu", "Wed and Fri", "Mon", "Thu"]) ?? ""
        let hour = chance.within(8...17)
        schedule = "\(days), \(hour):00–\(hour + 1):30"
    }
}
