import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

extension TestCampus {
    /// Puts someone into a community, and counts them.
    func add(_ user: UUID, to community: TestCommunity, as role: CommunityRole = .member) throws {
        try run("INSERT INTO memberships (community_id, user_id, role) VALUES (\(community.id), \(user), \(role))")
        if role.takesPart {
            try run("UPDATE communities SET member_count = member_count + 1 WHERE id = \(community.id)")
        }
    }

    /// Someone of another university.
    func insertStranger(username: String = "stranger") throws -> UUID {
        let other = UUIDv7.generate()
        try run(
            """
            INSERT INTO universities (id, slug, name, short_name, time_zone, current_term)
            VALUES (\(other), \("u" + other.uuidString.lowercased().prefix(8)), 'Elsewhere', 'Elsewhere', 'UTC', 'Fall')
            """)
        let user = try insertUser("From Elsewhere", username: username)
        try run("UPDATE users SET university_id = \(other) WHERE id = \(user)")
        return user
    }

    /// Makes a community one of the campus's own university.
    func bindToUniversity(_ community: TestCommunity) throws {
        try run("UPDATE communities SET university_id = \(university) WHERE id = \(community.id)")
    }

    /// What one whole number in the database is.
    func number(_ sql: SQL) throws -> Int { try database.fetch(Query<Int>.value(sql)) }

    /// Posts a form from several threads at once, each with connections of its own.
    ///
    /// - Returns: the statuses, in no order.
    func postAtOnce(_ forms: [(target: String, fields: [(name: String, value: String)], as: TestBrowser)]) -> [Int] {
        let statuses = Collected()
        let threads = forms.map { form in
            let request = Request(
                .post, form.target, headers: [("Sec-Fetch-Site", "same-origin")] + form.as.headers,
                body: .form(FormFields(form.fields)))
            return TestThread { [application] in
                let worker = application.makeWorker(number: 1)
                defer { worker.database.close() }
                statuses.add(application.respond(to: request, on: worker).status.code)
            }
        }
        for thread in threads { thread.join() }
        return statuses.all
    }
}
