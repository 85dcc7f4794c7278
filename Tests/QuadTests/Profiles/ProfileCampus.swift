import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

/// Who can look at a profile.
enum ProfileReader: CaseIterable {
    case visitor, stranger, student, connection, blocked, moderator, owner
}

extension TestCampus {
    /// Makes two people know each other.
    func connect(_ one: UUID, _ other: UUID) throws {
        try run(
            """
            INSERT INTO connections (id, asker_id, asked_id, state, origin, answered_at)
            VALUES (\(UUIDv7.generate()), \(one), \(other), 'accepted', 'search', now())
            """)
    }

    /// The one doesn't want to meet the other.
    func block(_ other: UUID, by one: UUID) throws {
        try run(
            "INSERT INTO blocks (user_id, other_id, is_own) VALUES (\(one), \(other), true), (\(other), \(one), false)")
    }

    /// Somebody who looks at the profile of `owner`, signed in; `nil` for a visitor.
    func reader(_ kind: ProfileReader, of owner: UUID) throws -> TestBrowser? {
        switch kind {
        case .visitor: return nil
        case .stranger:
            return try signIn(
                insertStranger(username: "stranger.\(UUIDv7.generate().uuidString.lowercased().suffix(8))"))
        case .student: return try signIn(insertUser("Student"))
        case .moderator: return try signIn(insertUser("Moderator", role: "moderator"))
        case .owner: return try signIn(owner)
        case .connection:
            let user = try insertUser("Connection")
            try connect(user, owner)
            return try signIn(user)
        case .blocked:
            let user = try insertUser("Blocked")
            try block(user, by: owner)
            return try signIn(user)
        }
    }

    func get(_ path: String, as browser: TestBrowser?) -> Response {
        browser.map { get(path, as: $0) } ?? get(path)
    }

    /// Gives somebody something in every section there is: its name after "canary-".
    func fillProfile(of user: UUID) throws {
        try run(
            """
            UPDATE users SET headline = 'canary-headline', bio_source = 'canary-about',
                bio_html = '<p>canary-about</p>' WHERE id = \(user)
            """)
        try run(
            """
            INSERT INTO profile_details (user_id, profile_type, fields)
            VALUES (\(user), 'student', '{"degree": "canary-details"}')
            """)
        try run("INSERT INTO skills (slug, name) VALUES ('canary-skills', 'canary-skills') ON CONFLICT DO NOTHING")
        try run("INSERT INTO user_skills (user_id, skill, level, position) VALUES (\(user), 'canary-skills', 4, 1)")
        try run("INSERT INTO user_interests (user_id, interest) VALUES (\(user), 'canary-skills')")
        try run(
            """
            INSERT INTO profile_links (user_id, position, label, address)
            VALUES (\(user), 1, 'canary-contact', 'https://canary.example')
            """)
    }

    /// A course that people take, shown to course mates or not.
    func insertCourse(_ code: String, takenBy users: [(id: UUID, isShown: Bool)]) throws {
        let id = UUIDv7.generate()
        try run(
            """
            INSERT INTO courses (id, university_id, code, term, title)
            VALUES (\(id), \(university), \(code), 'Fall 2026', 'A course')
            """)
        for user in users {
            try run("INSERT INTO enrolments (course_id, user_id, is_shown) VALUES (\(id), \(user.id), \(user.isShown))")
        }
    }

    func setSections(_ visibility: Profile.Visibility, of user: UUID) throws {
        for section in ProfileSection.allCases {
            try run(
                """
                INSERT INTO profile_sections (user_id, section, visibility)
                VALUES (\(user), \(section.rawValue), \(visibility.rawValue))
                ON CONFLICT (user_id, section) DO UPDATE SET visibility = excluded.visibility
                """)
        }
    }
}
