import Foundation
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Study groups")
struct StudyGroupTests {
    private static let week = Week.on([.wednesday], 72..<80)

    /// A course with someone signed in and others who share a time with them.
    private struct Stage {
        let campus: TestCampus
        let course: UUID
        let me: UUID
        let browser: TestBrowser
        let others: [UUID]
        let names: [String]

        init(_ campus: TestCampus, others count: Int = 5) throws {
            self.campus = campus
            course = try campus.insertCourse()
            me = try campus.insertStudent("Leila Farahani", username: "leila", in: course, week: StudyGroupTests.week)
            browser = try campus.signIn(me)
            let course = course
            names = (0..<count).map { "other\($0)" }
            others = try names.map {
                try campus.insertStudent($0.capitalized, username: $0, in: course, week: StudyGroupTests.week)
            }
        }

        var courseText: String { course.uuidString.lowercased() }

        func start(_ people: [String], id: UUID = UUID(), start: Int = 360, count: Int = 8) -> Response {
            campus.post(
                "/groups",
                [
                    ("id", id.uuidString.lowercased()), ("course", courseText), ("start", String(start)),
                    ("count", String(count)),
                ] + people.map { ("person", $0) }, as: browser)
        }

        func path(_ id: UUID) -> String { "/groups/\(id.uuidString.lowercased())" }

        func number(_ sql: SQL) throws -> Int { try campus.database.fetch(Query<Int>.value(sql)) }
    }

    @Test("from a proposal to a group: invited, accepted, left, dissolved")
    func journey() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 3)
            let page = campus.get("/groups/proposals?course=\(stage.courseText)", as: stage.browser)
            #expect(page.status == .ok && page.text.contains("4 people, Wed 18–20"))
            let id = UUID()
            for _ in 0..<2 {
                let answer = stage.start(stage.names, id: id)
                #expect(answer.status == .seeOther && answer["Location"] == stage.path(id))
            }
            #expect(try stage.number("SELECT count(*) FROM study_groups WHERE member_count = 4") == 1)
            #expect(campus.get("/groups", as: stage.browser).text.contains("CS 161, Wed 18–20"))
            let browsers = try stage.others.map { try campus.signIn($0) }
            #expect(campus.get(stage.path(id), as: browsers[0]).text.contains("You’re invited"))
            let home = campus.get("/home", as: browsers[0]).text
            #expect(home.contains("invites you to a study group in") && home.contains(stage.path(id)))
            for browser in browsers.prefix(2) {
                #expect(campus.post(stage.path(id) + "/acceptance", as: browser).status == .seeOther)
            }
            #expect(campus.post(stage.path(id) + "/leave", as: browsers[2]).status == .seeOther)
            #expect(campus.get(stage.path(id), as: browsers[2]).status == .notFound)
            #expect(campus.post(stage.path(id) + "/acceptance", as: browsers[2]).status == .notFound)
            #expect(try stage.number("SELECT member_count FROM study_groups") == 3)
            // The founder goes, and the group with who came first.
            #expect(campus.post(stage.path(id) + "/leave", as: stage.browser).status == .seeOther)
            #expect(
                try stage.number(
                    "SELECT count(*) FROM study_groups WHERE founder_id = \(stage.others[0]) AND state = 'active'")
                    == 1)
            #expect(campus.post(stage.path(id) + "/dissolution", as: browsers[1]).status == .notFound)
            #expect(campus.post(stage.path(id) + "/dissolution", as: browsers[0]).status == .seeOther)
            #expect(campus.get(stage.path(id), as: browsers[0]).status == .notFound)
        }
    }

    @Test("nobody else learns that a group is there")
    func hidden() throws {
        try withCampus { campus in
            let stage = try Stage(campus)
            let id = UUID()
            _ = stage.start(Array(stage.names.prefix(2)), id: id)
            let outsider = try campus.signIn(stage.others[4])
            let path = stage.path(id)
            #expect(campus.get(path, as: outsider).status == .notFound)
            #expect(campus.post(path + "/acceptance", as: outsider).status == .notFound)
            #expect(campus.post(path + "/invitations", [("person", "other3")], as: outsider).status == .notFound)
            #expect(campus.post(path + "/leave", as: outsider).status == .seeOther)
            #expect(try stage.number("SELECT member_count FROM study_groups") == 3)
        }
    }

    @Test("only who may be shown, is free then and can meet the others is invited")
    func checked() throws {
        try withCampus { campus in
            let stage = try Stage(campus)
            #expect(stage.start(["other0"]).status == .conflict)
            #expect(stage.start(["other0", "nobody"]).status == .conflict)
            #expect(stage.start(["other0", "other1"], start: 361).status == .conflict)
            try campus.block(stage.others[0], stage.others[1])
            #expect(stage.start(["other0", "other1"]).status == .conflict)
            try campus.run("UPDATE users SET is_held = true WHERE id = \(stage.others[2])")
            #expect(stage.start(["other0", "other2"]).status == .conflict)
            #expect(stage.start(["other0", "other3"]).status == .seeOther)
            try campus.block(stage.me, stage.others[4])
            #expect(
                !campus.get("/groups/proposals?course=\(stage.courseText)", as: stage.browser).text.contains("Other4"))
        }
    }

    @Test("the sixth place is given away once, whoever asks at the same moment")
    func lastPlace() async throws {
        try await TestDatabase.withDatabase(migrated: true) { configuration in
            let campus = try TestCampus(configuration)
            let stage = try Stage(campus, others: 9)
            let id = UUID()
            _ = stage.start(Array(stage.names.prefix(4)), id: id)
            #expect(try stage.number("SELECT member_count FROM study_groups") == 5)
            let me = Member.ID(rawValue: stage.me)
            let group = try #require(try campus.database.fetch(.studyGroup(StudyGroup.ID(rawValue: id), for: me)))
            let invited = try await withThrowingTaskGroup(of: Int.self) { tasks in
                for person in stage.others.suffix(5) {
                    tasks.addTask {
                        try Connection(configuration).fetch(
                            .lockGroup(group.id), .inviteToGroup(group, Member.ID(rawValue: person), by: me)
                        ).1
                    }
                }
                return try await tasks.reduce(0, +)
            }
            #expect(invited == 1)
            #expect(try stage.number("SELECT member_count FROM study_groups") == 6)
            #expect(
                campus.post(stage.path(id) + "/invitations", [("person", "other8")], as: stage.browser).status
                    == .conflict)
        }
    }

    @Test("each one reads the time by their own clock")
    func zones() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 2)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            try campus.run(
                "UPDATE study_habits SET time_zone = 'America/New_York' WHERE user_id = \(stage.others[0])")
            let page = campus.get(stage.path(id), as: try campus.signIn(stage.others[0])).text
            #expect(page.contains("Every Wed 21–23 in your time."))
        }
    }
}
