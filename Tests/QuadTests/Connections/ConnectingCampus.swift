import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

/// Somebody with a browser.
struct TestPerson {
    let id: UUID
    let username: String
    let browser: TestBrowser
}

extension TestCampus {
    func person(
        _ name: String = "Bo Li", _ username: String, visibility: String = "university", role: String = "member"
    ) throws -> TestPerson {
        let id = try insertUser(name, username: username, visibility: visibility, role: role)
        return TestPerson(id: id, username: username, browser: try signIn(id))
    }

    /// Asks by the form.
    @discardableResult func ask(
        _ username: String, as person: TestPerson, saying message: String = "", course: UUID? = nil,
        id: UUID = UUIDv7.generate()
    ) -> Response {
        post(
            "/connections", Self.request(to: username, saying: message, course: course, id: id), as: person.browser)
    }

    static func request(
        to username: String, saying message: String = "", course: UUID? = nil, id: UUID = UUIDv7.generate()
    ) -> [(name: String, value: String)] {
        [
            ("id", id.uuidString.lowercased()), ("to", username), ("message", message),
            ("course", course?.uuidString.lowercased() ?? ""), ("from", "match"),
        ]
    }

    /// What lives between two, as its address.
    func connection(between one: UUID, and other: UUID) throws -> String {
        let id = try database.fetch(
            Query<UUID>.value(
                """
                SELECT id FROM connections
                WHERE asker_id IN (\(one), \(other)) AND asked_id IN (\(one), \(other))
                ORDER BY state IN ('pending', 'accepted') DESC, asked_at DESC LIMIT 1
                """))
        return "/connections/\(id.uuidString.lowercased())"
    }

    func state(between one: UUID, and other: UUID) throws -> [String] {
        try database.fetch(
            Query<[String]>.values(
                """
                SELECT state FROM connections
                WHERE asker_id IN (\(one), \(other)) AND asked_id IN (\(one), \(other))
                ORDER BY asked_at, id
                """))
    }

    @discardableResult func connect(
        _ one: UUID, _ other: UUID, state: String = "accepted", daysAgo: Int = 3, interaction: Double = 0
    ) throws -> UUID {
        let id = UUIDv7.generate()
        let moment = Date(timeIntervalSinceNow: -Double(daysAgo) * 86_400)
        let answered: Date? = ["accepted", "declined", "ended"].contains(state) ? moment : nil
        let ended: Date? = ["cancelled", "ended"].contains(state) ? moment : nil
        try run(
            """
            INSERT INTO connections (id, asker_id, asked_id, state, origin, asked_at, answered_at, ended_at, ended_by,
                interaction, interaction_at)
            VALUES (\(id), \(one), \(other), \(state), 'search', \(moment), \(answered), \(ended),
                CASE WHEN \(ended)::timestamptz IS NOT NULL THEN \(one)::uuid END, \(interaction), \(moment))
            """)
        return id
    }

    func insertCourse(_ code: String) throws -> UUID {
        let id = UUIDv7.generate()
        try run(
            """
            INSERT INTO courses (id, university_id, code, term, title)
            VALUES (\(id), \(university), \(code), 'Fall 2026', \("About \(code)"))
            """)
        return id
    }
}
