import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("A hidden section of a profile")
struct UnsaidTests {
    static let cells = [ProfileSection.about, .details, .skills, .contact].flatMap { section in
        [Profile.Visibility.connections, .owner].map { (section, $0) }
    }

    @Test("is, byte for byte on every page, what was never said", arguments: cells)
    func unsaid(section: ProfileSection, visibility: Profile.Visibility) throws {
        try withCampus { campus in
            let mate = try campus.person("Mate", "mate")
            let owner = try campus.person("Owner", "owner")
            let third = try campus.person("Third", "third")
            let course = try campus.addCourse()
            for person in [mate, owner, third] {
                try campus.addStudent(person.id, in: course, isShown: true)
                try campus.run(
                    """
                    INSERT INTO study_habits (user_id, availability)
                    VALUES (\(person.id), \(Week.on([.wednesday], 72..<80)))
                    """)
            }
            try campus.fillProfile(of: mate.id)
            try campus.run(
                """
                UPDATE study_habits SET location = 'any', style = 'mixed', pace = 'fast', has_habits = true
                WHERE user_id = \(mate.id)
                """)
            try campus.run(
                """
                INSERT INTO profile_sections (user_id, section, visibility)
                VALUES (\(owner.id), \(section.rawValue), \(visibility.rawValue))
                """)
            let paths = [
                "/u/owner", "/matches", "/matches/\(course.text)", "/courses/\(course.text)",
                "/groups/proposals?course=\(course.text)", "/connections/suggestions", "/connections/new?to=owner",
                "/search?scope=people&q=owner", "/search?scope=people&q=canary", "/completions/people?q=owner",
            ]
            func pages() -> [String] {
                paths.map { path in
                    campus.get(path, as: mate.browser).text
                        .replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "ID")
                }
            }
            _ = pages()
            let before = pages()
            try Self.fill(section, of: owner.id, campus)
            try campus.perform(SuggestionRound())
            for (path, (after, before)) in zip(paths, zip(pages(), before)) {
                #expect(after == before, "\(path), \(section) for \(visibility)")
            }
        }
    }

    private static func fill(_ section: ProfileSection, of user: UUID, _ campus: TestCampus) throws {
        switch section {
        case .about: try campus.run("UPDATE users SET bio_source = 'Tea', bio_html = '<p>Tea</p>' WHERE id = \(user)")
        case .details:
            try campus.run(
                """
                INSERT INTO profile_details (user_id, profile_type, fields)
                VALUES (\(user), 'student', '{"degree": "canary-details"}')
                """)
            try campus.run(
                """
                UPDATE study_habits SET location = 'cafe', style = 'quiet', pace = 'fast', has_habits = true
                WHERE user_id = \(user)
                """)
        case .skills:
            try campus.run("INSERT INTO user_skills (user_id, skill, level) VALUES (\(user), 'canary-skills', 4)")
            try campus.run("INSERT INTO user_interests (user_id, interest) VALUES (\(user), 'canary-skills')")
        case .contact:
            try campus.run(
                """
                INSERT INTO profile_links (user_id, position, label, address)
                VALUES (\(user), 1, 'canary-contact', 'https://canary.example')
                """)
        case .courses, .availability, .mentorship: break
        }
    }
}
