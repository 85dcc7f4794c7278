import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("No number and no gap tells of somebody who is not to be known of")
struct HiddenNumberTests {
    /// Why a reader must not know that somebody takes the course.
    enum Reason: CaseIterable {
        case notShown, dropped, held, deleted, suspended, deactivated, silenced, blockedByReader, blocksReader, onlyMe
        case coursesForNobody, coursesForConnections

        func apply(_ campus: TestCampus, to hidden: UUID, from reader: UUID) throws {
            switch self {
            case .notShown: try campus.run("UPDATE enrolments SET is_shown = false WHERE user_id = \(hidden)")
            case .dropped:
                try campus.run("UPDATE enrolments SET state = 'dropped', is_shown = false WHERE user_id = \(hidden)")
            case .held: try campus.run("UPDATE users SET is_held = true WHERE id = \(hidden)")
            case .deleted, .suspended, .deactivated, .silenced:
                try campus.run("UPDATE users SET state = \("\(self)") WHERE id = \(hidden)")
            case .blockedByReader: try campus.keepApart(reader, hidden)
            case .blocksReader: try campus.keepApart(hidden, reader)
            case .onlyMe: try campus.run("UPDATE users SET visibility = 'only_me' WHERE id = \(hidden)")
            case .coursesForNobody, .coursesForConnections:
                try campus.run(
                    """
                    INSERT INTO profile_sections (user_id, section, visibility)
                    VALUES (\(hidden), 'courses', \(self == .coursesForNobody ? "only_me" : "connections"))
                    """)
            }
        }
    }

    /// A course with its people, one of whom comes later, and pages of its readers.
    private struct Stage {
        let campus: TestCampus
        let course: Course.ID
        let mate: TestPerson
        let outsider: TestPerson
        let moderator: TestPerson
        let third: TestPerson
        let hidden: TestPerson

        init(_ campus: TestCampus) throws {
            self.campus = campus
            mate = try campus.person("Mate", "mate")
            outsider = try campus.person("Outsider", "outsider")
            moderator = try campus.person("Moderator", "moderator", role: "moderator")
            third = try campus.person("Third", "third")
            hidden = try campus.person("Hidden", "zz.hidden")
            course = try campus.addCourse()
            let fourth = try campus.person("Fourth", "fourth")
            for person in [mate, third, fourth] { try come(person) }
        }

        /// Takes the course, with hours to share.
        func come(_ person: TestPerson) throws {
            try campus.setHabits(
                of: person.id, week: .on([.wednesday], 72..<80),
                habits: StudyHabits(location: .library, style: .quiet, pace: .fast))
            try campus.addStudent(person.id, in: course, isShown: true)
        }

        /// A page as a reader gets it, whatever new rows its forms would make.
        func page(_ path: String, as reader: TestPerson) -> String {
            campus.get(path, as: reader.browser).text.replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "ID")
        }

        /// Every page that tells of the course or its people, as its readers get it.
        func pages() throws -> [String: String] {
            let id = course.text
            let paths = [
                "/courses", "/courses/\(id)", "/courses?q=algorithms", "/matches", "/matches/\(id)",
                "/matches?least=1", "/groups", "/groups/proposals?course=\(id)", "/connections",
                "/connections/suggestions",
                "/welcome", "/settings/courses", "/u/third", "/search?q=algorithms",
            ]
            var pages: [String: String] = [:]
            // What a first look makes is there for the second.
            for path in paths { _ = page(path, as: mate) }
            for reader in [mate, outsider, moderator] {
                for path in paths { pages["\(path) to \(reader.username)"] = page(path, as: reader) }
            }
            return pages
        }
    }

    @Test("a course with them is, byte for byte, the course without them", arguments: Reason.allCases)
    func course(reason: Reason) throws {
        try withCampus { campus in
            let stage = try Stage(campus)
            let before = try stage.pages()
            try stage.come(stage.hidden)
            let known = try stage.pages()
            #expect(known["/courses/\(stage.course.text) to mate"] != before["/courses/\(stage.course.text) to mate"])
            try reason.apply(campus, to: stage.hidden.id, from: stage.mate.id)
            if [.blockedByReader, .blocksReader].contains(reason) {
                for other in [stage.outsider, stage.moderator] { try campus.keepApart(other.id, stage.hidden.id) }
            }
            let after = try stage.pages()
            for (page, text) in before { #expect(after[page] == text, "\(page), \(reason)") }
        }
    }

    @Test("who takes no part in a course learns of nobody in it")
    func outsiders() throws {
        try withCampus { campus in
            let stage = try Stage(campus)
            let before = try stage.pages()
            try stage.come(stage.hidden)
            let after = try stage.pages()
            for (page, text) in before where !page.hasSuffix("mate") { #expect(after[page] == text, "\(page)") }
        }
    }

    @Test(
        "whom both know is counted without those who are on hold or gone",
        arguments: [Reason.held, .deleted, .suspended, .deactivated])
    func mutual(reason: Reason) throws {
        try withCampus { campus in
            let stage = try Stage(campus)
            try campus.run("INSERT INTO skills (slug, name) VALUES ('trees', 'Trees')")
            try campus.run("INSERT INTO user_skills (user_id, skill, level) VALUES (\(stage.third.id), 'trees', 3)")
            let paths = [
                "/u/third", "/matches", "/connections", "/connections/mutual?with=third", "/connections/suggestions",
                "/connections/new?to=third", "/u/mate",
            ]
            func pages() -> [String] { paths.map { stage.page($0, as: stage.mate) } }
            _ = pages()
            let before = pages()
            for person in [stage.mate, stage.third] { try campus.connect(person.id, stage.hidden.id) }
            try campus.run(
                """
                INSERT INTO endorsements (user_id, skill, endorser_id)
                VALUES (\(stage.third.id), 'trees', \(stage.hidden.id))
                """)
            #expect(stage.page("/u/third", as: stage.mate).contains("Hidden"))
            try reason.apply(campus, to: stage.hidden.id, from: stage.mate.id)
            for (path, (after, before)) in zip(paths, zip(pages(), before)) {
                #expect(after == before, "\(path), \(reason)")
            }
        }
    }

    @Test(
        "a group is as large as those in it whom its reader may know of",
        arguments: [Reason.held, .deleted, .suspended, .deactivated, .blockedByReader, .blocksReader])
    func groups(reason: Reason) throws {
        try withCampus { campus in
            let stage = try Stage(campus)
            let group = UUIDv7.generate()
            try campus.run(
                """
                INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                    member_count)
                VALUES (\(group), \(stage.course), 'Heaps and coffee', \(stage.third.id), 360, 8, 'UTC', 3)
                """)
            try campus.run(
                """
                INSERT INTO study_group_members (group_id, user_id, state, changed_at)
                SELECT \(group), id, 'member', now() - interval '1 day' FROM users
                WHERE username IN ('mate', 'third', 'fourth')
                """)
            let paths = ["/groups/\(group.uuidString.lowercased())", "/groups", "/courses/\(stage.course.text)"]
            func pages() -> [String] { paths.map { stage.page($0, as: stage.mate) } }
            let before = pages()
            try campus.run(
                "INSERT INTO study_group_members (group_id, user_id, state) VALUES (\(group), \(stage.hidden.id), 'member')"
            )
            try campus.run("UPDATE study_groups SET member_count = 4 WHERE id = \(group)")
            try reason.apply(campus, to: stage.hidden.id, from: stage.mate.id)
            for (path, (after, before)) in zip(paths, zip(pages(), before)) {
                #expect(after == before, "\(path), \(reason)")
            }
        }
    }

    @Test(
        "a profile tells no course mate of a course that its owner doesn’t show them",
        arguments: [Reason.notShown, .dropped, .coursesForNobody, .coursesForConnections])
    func profile(reason: Reason) throws {
        try withCampus { campus in
            let stage = try Stage(campus)
            try campus.setHabits(
                of: stage.hidden.id, week: .on([.wednesday], 72..<80),
                habits: StudyHabits(location: .library, style: .quiet, pace: .fast))
            let before = stage.page("/u/zz.hidden", as: stage.mate)
            try campus.addStudent(stage.hidden.id, in: stage.course, isShown: true)
            #expect(stage.page("/u/zz.hidden", as: stage.mate) != before)
            try reason.apply(campus, to: stage.hidden.id, from: stage.mate.id)
            #expect(stage.page("/u/zz.hidden", as: stage.mate) == before, "\(reason)")
        }
    }
}
