import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Who sees whom in a course")
struct CoursePrivacyTests {
    /// Who looks at the page of a course that Noor takes.
    enum Reader: String, CaseIterable {
        case visitor, stranger, outsider, moderator, dropped, mate, hiddenMate, moderatingMate, blocked, silencedMate
    }

    /// What Noor chose, and what became of her.
    enum Subject: String, CaseIterable {
        case shown, hidden, dropped, held, suspended, silenced, deactivated

        /// Whether course mates see her at all.
        var isSeen: Bool { self == .shown }
    }

    static let cells = Reader.allCases.flatMap { reader in Subject.allCases.map { (reader, $0) } }

    @Test("only course mates see those who chose it", arguments: cells)
    func cell(reader: Reader, subject: Subject) throws {
        try withCampus { campus in
            let course = try campus.addCourse()
            let state =
                [.suspended, .silenced, .deactivated].contains(subject) ? subject.rawValue : "active"
            let noor = try campus.insertUser(
                "Noor Haddad", username: "noor", state: state, isHeld: subject == .held)
            try campus.addStudent(
                noor, in: course, isShown: subject != .hidden && subject != .dropped,
                state: subject == .dropped ? "dropped" : "active")
            let isMate = [.mate, .hiddenMate, .moderatingMate, .silencedMate].contains(reader)
            let answer: String
            if reader == .visitor {
                let response = campus.get(CoursePaths.course(course))
                #expect(response.status == .seeOther)
                answer = response.text
            } else {
                let user = try self.user(for: reader, campus)
                if isMate || reader == .blocked {
                    try campus.addStudent(user, in: course, isShown: reader != .hiddenMate)
                }
                if reader == .dropped { try campus.addStudent(user, in: course, state: "dropped") }
                if reader == .blocked { try campus.keepApart(noor, user) }
                let response = try campus.get(CoursePaths.course(course), as: campus.signIn(user))
                #expect(response.status == (reader == .stranger ? .notFound : .ok))
                answer = response.text
            }
            #expect(answer.contains("Noor") == (isMate && subject.isSeen))
            #expect(answer.contains("/u/noor") == (isMate && subject.isSeen))
            // No number tells of somebody who isn't named.
            #expect(answer.contains("1 course mate shows up here") == (isMate && subject.isSeen))
        }
    }

    private func user(for reader: Reader, _ campus: TestCampus) throws -> UUID {
        switch reader {
        case .stranger: try campus.insertStranger()
        case .moderator, .moderatingMate: try campus.insertUser("Tomasz", role: "moderator")
        case .silencedMate: try campus.insertUser("Kwame", state: "silenced")
        default: try campus.insertUser("Bo Li")
        }
    }

    @Test("the catalogue tells nobody how many take a course, and the stored count follows every change")
    func counts() throws {
        try withCampus { campus in
            let course = try campus.addCourse()
            let (bo, noor) = (try campus.insertUser(), try campus.insertUser("Noor"))
            try campus.addStudent(noor, in: course, isShown: true)
            let browser = try campus.signIn(bo)
            let before = campus.get("/courses", as: browser).text
            try campus.addStudent(try campus.insertUser("Kwame"), in: course, isShown: true)
            #expect(campus.get("/courses", as: browser).text == before)
            #expect(try campus.number("SELECT student_count::bigint FROM courses") == 2)
            try campus.run("UPDATE enrolments SET state = 'dropped', is_shown = false WHERE user_id = \(noor)")
            #expect(try campus.number("SELECT student_count::bigint FROM courses") == 1)
        }
    }

    @Test("a headline stays with those who may open the profile, and who hides it or the courses is not named at all")
    func headline() throws {
        try withCampus { campus in
            let course = try campus.addCourse()
            let (bo, noor) = (try campus.insertUser(), try campus.insertUser("Noor", visibility: "connections"))
            try campus.run("UPDATE users SET headline = 'Heaps of tea' WHERE id = \(noor)")
            try campus.addStudent(bo, in: course)
            try campus.addStudent(noor, in: course, isShown: true)
            let browser = try campus.signIn(bo)
            func page() -> String { campus.get(CoursePaths.course(course), as: browser).text }
            #expect(page().contains("Noor") && !page().contains("Heaps of tea"))
            try campus.run(
                "INSERT INTO profile_sections (user_id, section, visibility) VALUES (\(noor), 'courses', 'only_me')")
            #expect(!page().contains("Noor") && !page().contains("1 course mate shows up"))
            try campus.run("DELETE FROM profile_sections")
            try campus.run("UPDATE users SET visibility = 'only_me' WHERE id = \(noor)")
            #expect(!page().contains("Noor") && !page().contains("1 course mate shows up"))
        }
    }

    @Test("a study group is shown to who is in it or invited, and to nobody else")
    func groups() throws {
        try withCampus { campus in
            let course = try campus.addCourse()
            let (bo, noor) = (try campus.insertUser(), try campus.insertUser("Noor"))
            for user in [bo, noor] { try campus.addStudent(user, in: course, isShown: true) }
            try campus.run(
                """
                INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                    member_count)
                VALUES ('01932d5a-8f00-7000-8000-000000000001', \(course), 'Heaps and coffee', \(noor), 248, 8, 'UTC', 1)
                """)
            try campus.run(
                """
                INSERT INTO study_group_members (group_id, user_id, state)
                VALUES ('01932d5a-8f00-7000-8000-000000000001', \(noor), 'member')
                """)
            let browser = try campus.signIn(bo)
            #expect(!campus.get(CoursePaths.course(course), as: browser).text.contains("Heaps and coffee"))
            try campus.run(
                """
                INSERT INTO study_group_members (group_id, user_id, state)
                VALUES ('01932d5a-8f00-7000-8000-000000000001', \(bo), 'invited')
                """)
            let page = campus.get(CoursePaths.course(course), as: browser).text
            #expect(page.contains("Heaps and coffee") && page.contains("Tue 14–16 · 2 people"))
            try campus.run("UPDATE study_group_members SET state = 'declined' WHERE user_id = \(bo)")
            #expect(!campus.get(CoursePaths.course(course), as: browser).text.contains("Heaps and coffee"))
        }
    }

    @Test("course pages are for members alone, and no crawler’s")
    func crawlers() throws {
        try withCampus { campus in
            let course = try campus.addCourse()
            for path in ["/courses", CoursePaths.course(course), "/settings/courses"] {
                #expect(campus.get(path).status == .seeOther)
                let page = campus.get(path, as: try campus.signIn(try campus.insertUser()))
                #expect(page.text.contains(#"<meta name="robots" content="noindex">"#))
            }
        }
    }
}
