import Cryptography
import FoundationEssentials
import Postgres

@testable import Quad

extension TestCampus {
    @discardableResult func addCourse(
        _ code: String = "CS 161", section: String = "", term: String = "Fall 2026", title: String = "Algorithms",
        instructor: String = "Ines Albrecht", state: String = "active", university: UUID? = nil,
        community: UUID? = nil
    ) throws -> Course.ID {
        let id = Course.ID()
        try run(
            """
            INSERT INTO courses (id, university_id, code, section, term, title, instructor, schedule, state, community_id)
            VALUES (\(id), \(university ?? self.university), \(code), \(section), \(term), \(title), \(instructor),
                'Mon, 9:00–10:30', \(state), \(community))
            """)
        return id
    }

    func addStudent(
        _ user: UUID, in course: Course.ID, isShown: Bool = false, isImported: Bool = false, state: String = "active"
    ) throws {
        try run(
            """
            INSERT INTO enrolments (course_id, user_id, is_shown, is_imported, state)
            VALUES (\(course), \(user), \(isShown), \(isImported), \(state))
            """)
    }

    /// Makes two people strangers to each other, as a block does.
    func keepApart(_ user: UUID, _ other: UUID) throws {
        try run(
            """
            INSERT INTO blocks (user_id, other_id, is_own)
            VALUES (\(user), \(other), true), (\(other), \(user), false)
            """)
    }

    /// "active shown", "active hidden", "dropped hidden"; `nil` where there is none.
    func enrolment(of user: UUID, in course: Course.ID) throws -> String? {
        try database.fetch(
            Query<String?>.first(
                """
                SELECT state || CASE WHEN is_shown THEN ' shown' ELSE ' hidden' END
                FROM enrolments WHERE course_id = \(course) AND user_id = \(user)
                """
            ) { (text: String) in text })
    }
}
