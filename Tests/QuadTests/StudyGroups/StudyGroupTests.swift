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

    @Test("who blocks somebody leaves the groups both are in, and is told so; the other is not")
    func blocked() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 3)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            let browsers = try stage.others.map { try campus.signIn($0) }
            for browser in browsers.prefix(2) { _ = campus.post(stage.path(id) + "/acceptance", as: browser) }
            let question = campus.get("/blocks/new?to=other1", as: browsers[0]).text
            #expect(question.contains("You leave “CS 161, Wed 18–20”: Other1 is in it"))
            let answer = campus.post("/blocks", [("to", "other1")], as: browsers[0])
            #expect(answer.status == .seeOther)
            #expect(answer.headers.contains { $0.value.contains("person-blocked-and-groups-left") })
            #expect(campus.get(stage.path(id), as: browsers[0]).status == .notFound)
            let theirs = campus.get(stage.path(id), as: browsers[1]).text
            #expect(theirs.contains("Leila Farahani") && !theirs.contains("Other0"))
            #expect(campus.get("/groups", as: browsers[1]).text.contains("2 of 3 have said yes"))
            #expect(try stage.number("SELECT member_count FROM study_groups") == 3)
            // Nobody in the group brings the two together again.
            let page = campus.get(stage.path(id), as: stage.browser).text
            #expect(!page.contains("Free then too"))
            #expect(
                campus.post(stage.path(id) + "/invitations", [("person", "other0")], as: stage.browser).status
                    == .conflict)
        }
    }

    @Test("an open invitation of somebody who is blocked ends, and its group stays with who blocked")
    func blockedInvitation() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 3)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            let other = try campus.signIn(stage.others[0])
            #expect(!campus.get("/blocks/new?to=other0", as: stage.browser).text.contains("You leave"))
            _ = campus.post("/blocks", [("to", "other0")], as: stage.browser)
            #expect(campus.get(stage.path(id), as: stage.browser).status == .ok)
            #expect(campus.get(stage.path(id), as: other).status == .notFound)
            #expect(campus.post(stage.path(id) + "/acceptance", as: other).status == .notFound)
            #expect(try stage.number("SELECT member_count FROM study_groups") == 3)
            // Of two who are both only invited, who blocks goes.
            let invited = try campus.signIn(stage.others[1])
            _ = campus.post("/blocks", [("to", "other2")], as: invited)
            #expect(campus.get(stage.path(id), as: invited).status == .notFound)
            #expect(campus.get(stage.path(id), as: try campus.signIn(stage.others[2])).status == .ok)
        }
    }

    @Test("figures count whom their reader sees, so that nobody learns who is hidden")
    func seen() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 3)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            #expect(campus.get("/groups", as: stage.browser).text.contains("1 of 4 has said yes"))
            try campus.run("UPDATE users SET is_held = true WHERE id = \(stage.others[0])")
            #expect(campus.get("/groups", as: stage.browser).text.contains("1 of 3 has said yes"))
            let course = campus.get("/courses/\(stage.courseText)", as: stage.browser).text
            #expect(course.contains("3 people") && !course.contains("4 people"))
            #expect(!campus.get(stage.path(id), as: stage.browser).text.contains("Other0"))
            // Who is held sees the group as before.
            let held = try campus.signIn(stage.others[0])
            #expect(campus.get("/groups", as: held).text.contains("1 of 4 has said yes"))
        }
    }

    @Test("who declined is left alone for 30 days by the same people, and may be asked by others")
    func declined() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 4)
            let id = UUID()
            _ = stage.start(["other0", "other1"], id: id)
            let browsers = try stage.others.map { try campus.signIn($0) }
            _ = campus.post(stage.path(id) + "/acceptance", as: browsers[1])
            _ = campus.post(stage.path(id) + "/leave", as: browsers[0])
            #expect(!campus.get(stage.path(id), as: stage.browser).text.contains("Other0"))
            let invitations = stage.path(id) + "/invitations"
            #expect(campus.post(invitations, [("person", "other0")], as: stage.browser).status == .conflict)
            let proposals = "/groups/proposals?course=\(stage.courseText)"
            // Neither who asked nor who was in that group proposes another.
            for browser in [stage.browser, browsers[1]] {
                #expect(!campus.get(proposals, as: browser).text.contains("Other0"))
            }
            #expect(stage.start(["other0", "other2"]).status == .conflict)
            #expect(campus.get(proposals, as: browsers[2]).text.contains("Other0"))
            try campus.run("UPDATE study_group_members SET changed_at = now() - interval '31 days'")
            #expect(campus.get(proposals, as: stage.browser).text.contains("Other0"))
            #expect(stage.start(["other0", "other2"]).status == .seeOther)
        }
    }

    @Test("who drops a course leaves its groups, and the last one out ends them")
    func dropped() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 2)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            let browsers = try stage.others.map { try campus.signIn($0) }
            _ = campus.post(stage.path(id) + "/acceptance", as: browsers[0])
            try campus.run("INSERT INTO match_watches (user_id, course_id) VALUES (\(stage.me), \(stage.course))")
            let drop = "/courses/\(stage.courseText)/enrolment/end"
            let answer = campus.post(drop, as: stage.browser)
            #expect(answer.headers.contains { $0.value.contains("course-and-groups-dropped") })
            #expect(campus.get(stage.path(id), as: stage.browser).status == .notFound)
            #expect(try stage.number("SELECT count(*) FROM match_watches") == 0)
            #expect(
                try stage.number(
                    "SELECT count(*) FROM study_groups WHERE founder_id = \(stage.others[0]) AND member_count = 2") == 1
            )
            // The invitation is gone with the course, also where only the enrolment says so.
            try campus.run(
                "UPDATE enrolments SET state = 'dropped', is_shown = false WHERE user_id = \(stage.others[1])")
            #expect(campus.post(stage.path(id) + "/acceptance", as: browsers[1]).status == .conflict)
            let alone = campus.get(stage.path(id), as: browsers[0]).text
            #expect(alone.contains("the group ends"))
            _ = campus.post(drop, as: browsers[0])
            #expect(try stage.number("SELECT count(*) FROM study_groups WHERE state = 'active'") == 0)
            #expect(campus.get(stage.path(id), as: browsers[1]).status == .notFound)
        }
    }

    @Test("a group’s pages lead to its course, and ask before it is dissolved")
    func ways() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 2)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            let other = try campus.signIn(stage.others[0])
            let page = campus.get(stage.path(id), as: stage.browser).text
            #expect(page.contains(#"href="/courses/\#(stage.courseText)""#) && page.contains(#"href="/groups""#))
            #expect(page.contains("2 more have to say yes"))
            let question = stage.path(id) + "/dissolution"
            #expect(campus.get(question, as: stage.browser).text.contains("It ends for everyone in it"))
            #expect(campus.get(question, as: other).status == .notFound)
            let course = campus.get("/courses/\(stage.courseText)", as: stage.browser).text
            #expect(course.contains("/groups/proposals?course=\(stage.courseText)") && course.contains(stage.path(id)))
        }
    }

    @Test("who was asked already is not proposed again for the same time, as long as the group lives")
    func proposedOnce() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 3)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            let proposals = "/groups/proposals?course=\(stage.courseText)"
            func isThere(_ browser: TestBrowser) -> Bool {
                let page = campus.get(proposals, as: browser).text
                let isThere = page.contains("You have this group already.")
                #expect(page.contains(stage.path(id)) == isThere && page.contains("Invite these 3") != isThere)
                return isThere
            }
            let other = try campus.signIn(stage.others[0])
            #expect(isThere(stage.browser) && isThere(other))
            // With another time or other people it is another group.
            try campus.run("UPDATE study_groups SET quarter_count = 4")
            #expect(!isThere(stage.browser))
            try campus.run("UPDATE study_groups SET quarter_count = 8")
            _ = campus.post(stage.path(id) + "/dissolution", as: stage.browser)
            #expect(!isThere(stage.browser))
            #expect(campus.get("/groups/proposals", as: stage.browser)["Location"] == "/groups")
        }
    }

    @Test("who is alone in a group can only dissolve it")
    func alone() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 2)
            let id = UUID()
            _ = stage.start(stage.names, id: id)
            #expect(campus.get(stage.path(id), as: stage.browser).text.contains("Leave the group"))
            for other in stage.others { _ = campus.post(stage.path(id) + "/leave", as: try campus.signIn(other)) }
            let page = campus.get(stage.path(id), as: stage.browser).text
            #expect(page.contains(stage.path(id) + "/dissolution") && !page.contains("Leave the group"))
        }
    }

    @Test("joining a group brings its members closer who are connected")
    func closer() throws {
        try withCampus { campus in
            let stage = try Stage(campus, others: 2)
            let id = UUID()
            try campus.insertConnection(from: stage.me, to: stage.others[0])
            _ = stage.start(stage.names, id: id)
            for other in stage.others {
                for _ in 0..<2 { _ = campus.post(stage.path(id) + "/acceptance", as: try campus.signIn(other)) }
            }
            #expect(try stage.number("SELECT round(interaction)::bigint FROM connections") == 2)
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
