import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("People one may know")
struct SuggestionTests {
    enum Reason: CaseIterable {
        case person, course, subject, skill, community

        var words: String {
            switch self {
            case .person: "You both know Cy Ng."
            case .course: "You’re both in CS 161."
            case .subject: "You’re both in Physics."
            case .skill: "You both know about Swift."
            case .community: "You’re both members of The algorithms people."
            }
        }

        func give(_ campus: TestCampus, _ one: UUID, _ other: UUID) throws {
            switch self {
            case .person:
                let third = try campus.insertUser("Cy Ng", username: "cy.ng")
                for id in [one, other] { try campus.connect(id, third) }
            case .course:
                let course = try campus.insertCourse("CS 161")
                for id in [one, other] { try campus.enrol(id, in: course) }
            case .subject:
                for id in [one, other] {
                    try campus.run(
                        """
                        INSERT INTO profile_details (user_id, profile_type, fields)
                        VALUES (\(id), 'student', '{"major": "Physics"}')
                        """)
                }
            case .skill:
                try campus.run("INSERT INTO skills (slug, name) VALUES ('swift', 'Swift')")
                for id in [one, other] {
                    try campus.run("INSERT INTO user_skills (user_id, skill, level) VALUES (\(id), 'swift', 3)")
                }
            case .community:
                let community = try campus.insertCommunity(visibility: "private")
                for id in [one, other] { try campus.add(id, to: community) }
            }
        }

        /// What hides it, from a moment after the suggestion was made.
        var hiding: String {
            switch self {
            case .person: "UPDATE users SET is_held = true WHERE username = 'cy.ng'"
            case .course:
                "UPDATE enrolments SET is_shown = false WHERE user_id = (SELECT id FROM users WHERE username = 'bo.li')"
            case .subject:
                "INSERT INTO profile_sections SELECT id, 'details', 'only_me' FROM users WHERE username = 'bo.li'"
            case .skill:
                "INSERT INTO profile_sections SELECT id, 'skills', 'connections' FROM users WHERE username = 'bo.li'"
            case .community:
                "DELETE FROM memberships WHERE user_id = (SELECT id FROM users WHERE username = 'bo.li')"
            }
        }
    }

    private static let path = "/connections/suggestions"

    @Test("are told with the reason, which goes at once when it is hidden", arguments: Reason.allCases)
    func reasons(reason: Reason) throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            try reason.give(campus, ada.id, bo.id)
            for (person, other) in [(ada, "Bo Li"), (bo, "Ada Park")] {
                let page = campus.get(Self.path, as: person.browser).text
                #expect(page.contains(other) && page.contains(reason.words))
            }
            #expect(campus.get("/connections", as: ada.browser).text.contains(reason.words))
            try campus.database.script(reason.hiding)
            #expect(!campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
            // Nor is it made again, or told for another reason.
            try campus.remake()
            #expect(!campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
        }
    }

    enum Hindrance: CaseIterable {
        case blocked, blockedBy, held, suspended, connected, asked, askedBy, declined, declinedBy, ended, hidden
        case onlyConnections, onlySelf

        func come(_ campus: TestCampus, _ ada: TestPerson, _ bo: TestPerson) throws {
            switch self {
            case .blocked: _ = campus.post("/blocks", [("to", "bo.li")], as: ada.browser)
            case .blockedBy: _ = campus.post("/blocks", [("to", "ada")], as: bo.browser)
            case .held: try campus.run("UPDATE users SET is_held = true WHERE id = \(bo.id)")
            case .suspended: try campus.run("UPDATE users SET state = 'suspended' WHERE id = \(bo.id)")
            case .connected: try campus.connect(ada.id, bo.id)
            case .asked: try campus.connect(ada.id, bo.id, state: "pending")
            case .askedBy: try campus.connect(bo.id, ada.id, state: "pending")
            case .declined: try campus.connect(ada.id, bo.id, state: "declined")
            case .declinedBy: try campus.connect(bo.id, ada.id, state: "declined")
            case .ended: try campus.connect(bo.id, ada.id, state: "ended")
            case .hidden:
                try campus.run(
                    """
                    INSERT INTO hidden_people (user_id, other_id, until)
                    VALUES (\(ada.id), \(bo.id), now() + interval '14 days')
                    """)
            case .onlyConnections: try campus.run("UPDATE users SET visibility = 'connections' WHERE id = \(bo.id)")
            case .onlySelf: try campus.run("UPDATE users SET visibility = 'only_me' WHERE id = \(bo.id)")
            }
        }
    }

    @Test("are never those one must not meet, has met, or was turned down by", arguments: Hindrance.allCases)
    func hindrances(hindrance: Hindrance) throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            try Reason.community.give(campus, ada.id, bo.id)
            try campus.remake()
            #expect(campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
            // At once where it is shown…
            try hindrance.come(campus, ada, bo)
            #expect(!campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
            // … and when it is made.
            try campus.remake()
            #expect(
                try campus.number("SELECT count(*) FROM suggestions WHERE user_id = \(ada.id) AND other_id = \(bo.id)")
                    == 0)
        }
    }

    @Test("are no course mates who narrowed who sees their courses")
    func narrowed() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            try Reason.course.give(campus, ada.id, bo.id)
            try campus.run("INSERT INTO profile_sections VALUES (\(bo.id), 'courses', 'connections')")
            #expect(!campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
            #expect(try campus.number("SELECT count(*) FROM suggestions WHERE user_id = \(ada.id)") == 0)
            // Who narrowed it may still be shown others.
            #expect(campus.get(Self.path, as: bo.browser).text.contains("You’re both in CS 161."))
        }
    }

    @Test("are looked for once a day while there are none")
    func looks() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            #expect(campus.get(Self.path, as: ada.browser).text.contains("nobody to suggest yet"))
            try Reason.community.give(campus, ada.id, bo.id)
            #expect(!campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
            try campus.run("UPDATE suggestion_looks SET made_at = now() - interval '25 hours'")
            #expect(campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
            #expect(try campus.number("SELECT count(*) FROM suggestion_looks") == 1)
        }
    }

    @Test("are looked for again when it failed")
    func failedLook() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            try Reason.community.give(campus, ada.id, bo.id)
            try campus.database.script("ALTER TABLE suggestions ADD CONSTRAINT no_more CHECK (false)")
            #expect(campus.get(Self.path, as: ada.browser).status == .internalServerError)
            try campus.database.script("ALTER TABLE suggestions DROP CONSTRAINT no_more")
            #expect(campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
        }
    }

    @Test("are put aside also when the list was made anew meanwhile")
    func lateDismissal() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            let path = "\(Self.path)/\(bo.id.uuidString.lowercased())/dismissal"
            #expect(campus.post(path, as: ada.browser).status == .seeOther)
            try Reason.community.give(campus, ada.id, bo.id)
            try campus.remake()
            #expect(!campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
        }
    }

    @Test("put aside stay so")
    func dismissal() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            try Reason.community.give(campus, ada.id, bo.id)
            try campus.remake()
            let path = "\(Self.path)/\(bo.id.uuidString.lowercased())/dismissal"
            #expect(campus.get(Self.path, as: ada.browser).text.contains(path))
            for _ in 0..<2 { #expect(campus.post(path, as: ada.browser).status == .seeOther) }
            try campus.remake()
            #expect(!campus.get(Self.path, as: ada.browser).text.contains("Bo Li"))
            #expect(campus.get(Self.path, as: bo.browser).text.contains("Ada Park"))
        }
    }

    @Test("come from a round over everyone, best first, and are left as they are when nothing changed")
    func round() throws {
        try withCampus { campus in
            let ada = try campus.person("Ada Park", "ada")
            let community = try campus.insertCommunity()
            try campus.add(ada.id, to: community)
            for number in 0..<120 {
                try campus.add(campus.insertUser("Person", username: "other\(number)x"), to: community)
            }
            try Reason.person.give(
                campus, ada.id,
                campus.database.fetch(Query<UUID>.value("SELECT id FROM users WHERE username = 'other90x'")))
            try campus.perform(SuggestionRound())
            #expect(try campus.number("SELECT count(DISTINCT user_id) FROM suggestions") == 121)
            #expect(
                try campus.number("SELECT max(c) FROM (SELECT count(*) AS c FROM suggestions GROUP BY user_id) s")
                    == Suggestion.mostStored)
            let found = try campus.database.fetch(.suggestions(for: ada.browser.member, limit: 5))
            #expect(found.first?.other.username == "other90x")
            let made = try campus.number("SELECT sum(extract(epoch FROM made_at) * 1000)::bigint FROM suggestions")
            try campus.perform(SuggestionRound())
            #expect(
                try campus.number("SELECT sum(extract(epoch FROM made_at) * 1000)::bigint FROM suggestions") == made)
            var (seen, next): ([String], String?) = ([], Self.path)
            while let path = next {
                let text = campus.get(path, as: ada.browser).text
                seen += text.matches(of: /class="name" href="\/u\/(\w+)"/).map { String($0.1) }
                next = text.firstMatch(of: /href="([^"]+)" rel="next"/).map { String($0.1) }
            }
            #expect(seen.count == Suggestion.mostStored && Set(seen).count == seen.count)
            try campus.run("UPDATE users SET is_held = true WHERE id = \(ada.id)")
            try campus.perform(SuggestionRound())
            #expect(try campus.number("SELECT count(*) FROM suggestions WHERE user_id = \(ada.id)") == 0)
        }
    }

    @Test("come to everyone in a round of many jobs, each written down by the one before while that still runs")
    func parts() throws {
        try withCampus { campus in
            let (first, second) = (UUID(), UUID())
            for last in [first, second, second] { _ = try campus.database.fetch(.goOnWithSuggestions(after: last)) }
            #expect(try campus.number("SELECT count(*) FROM jobs WHERE kind = 'suggestions'") == 2)
        }
    }
}

extension TestCampus {
    /// Makes everybody's suggestions anew.
    fileprivate func remake() throws { try perform(SuggestionRound()) }
}
