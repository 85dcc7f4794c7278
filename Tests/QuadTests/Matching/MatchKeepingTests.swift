import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Pages of matches that are kept")
struct MatchKeepingTests {
    private static let week = Week.on([.tuesday, .thursday], 40..<48)

    /// Leila, who reads, Bo, who is her match, and Anneke, whom both may come to know.
    struct Scene {
        let campus: TestCampus
        let course, other, me, bo, friend: UUID

        init(_ campus: TestCampus) throws {
            self.campus = campus
            (course, other) = (try campus.insertCourse(), try campus.insertCourse("MATH 221"))
            me = try campus.insertStudent("Leila Farahani", in: course, week: MatchKeepingTests.week)
            bo = try campus.insertStudent("Bo Li", username: "bo.li", in: course, week: MatchKeepingTests.week)
            friend = try campus.insertUser("Anneke de Wit")
        }

        func update(_ assignment: SQL, of user: UUID) throws {
            try campus.run("UPDATE users SET \(assignment) WHERE id = \(user)")
        }
    }

    /// One change, and what must be there before it.
    struct Change: CustomTestStringConvertible, Sendable {
        typealias Step = @Sendable (Scene) throws -> Void

        let name: String
        let prepare: Step
        let make: Step
        var testDescription: String { name }

        init(_ name: String, after prepare: @escaping Step = { _ in }, _ make: @escaping Step) {
            (self.name, self.prepare, self.make) = (name, prepare, make)
        }
    }

    static let profiles: [Change] = [
        Change("their name") { try $0.update("name = 'Bo Lee'", of: $0.bo) },
        Change("their username") { try $0.update("username = 'bo.lee'", of: $0.bo) },
        Change("their headline") { try $0.update("headline = 'Hello'", of: $0.bo) },
        Change("their bio") { try $0.update("bio_source = 'Hello'", of: $0.bo) },
        Change("their picture") { try $0.update("picture = 'pattern'", of: $0.bo) },
        Change("their photo") { _ = try $0.campus.insertPhoto(of: $0.bo) },
        Change("their photo's end", after: { _ = try $0.campus.insertPhoto(of: $0.bo) }) {
            try $0.campus.run("DELETE FROM attachments")
        },
        Change("their hold") { try $0.update("is_held = true", of: $0.bo) },
        Change("their return", after: { try $0.update("is_held = true", of: $0.bo) }) {
            try $0.update("is_held = false", of: $0.bo)
        },
        Change("their visibility") { try $0.update("visibility = 'connections'", of: $0.bo) },
        Change("their suspension") { try $0.update("state = 'silenced'", of: $0.bo) },
        Change("my hold") { try $0.update("is_held = true", of: $0.me) },
    ]

    static let sections: [Change] = ["about", "details", "courses", "availability"].flatMap { section -> [Change] in
        let choices: [String] = ["university", "connections", "only_me"]
        var changes = choices.map { visibility in
            Change("their \(section) for \(visibility)") { try $0.campus.show(section, of: $0.bo, to: visibility) }
        }
        let hidden: Change.Step = { try $0.campus.show(section, of: $0.bo, to: "only_me") }
        changes.append(
            Change("their \(section) as usual again", after: hidden) {
                try $0.campus.show(section, of: $0.bo, to: nil)
            })
        return changes
    }

    static let studies: [Change] = [
        Change("their week") { try $0.campus.setHabits(of: $0.bo, week: .on([.tuesday], 40..<48)) },
        Change("my week") { try $0.campus.setHabits(of: $0.me, week: .on([.tuesday], 40..<48)) },
        Change("their habits") {
            let quiet = StudyHabits(location: .library, style: .quiet, pace: .fast)
            try $0.campus.setHabits(of: $0.bo, week: MatchKeepingTests.week, habits: quiet)
        },
        Change("my habits") {
            let quiet = StudyHabits(location: .library, style: .quiet, pace: .fast)
            try $0.campus.setHabits(of: $0.me, week: MatchKeepingTests.week, habits: quiet)
        },
        Change("their clock") {
            try $0.campus.setHabits(of: $0.bo, week: MatchKeepingTests.week, zone: "Europe/Berlin")
        },
        Change("my clock") {
            try $0.campus.setHabits(of: $0.me, week: MatchKeepingTests.week, zone: "Europe/Berlin")
        },
        Change("their leaving") {
            try $0.campus.run("UPDATE enrolments SET state = 'dropped' WHERE user_id = \($0.bo)")
        },
        Change("their hiding in the course") { try $0.campus.enrol($0.bo, in: $0.course, isShown: false) },
        Change("my hiding in the course") { try $0.campus.enrol($0.me, in: $0.course, isShown: false) },
        Change("my taking another course") { try $0.campus.enrol($0.me, in: $0.other) },
        Change("a second course in common", after: { try $0.campus.enrol($0.me, in: $0.other) }) {
            try $0.campus.enrol($0.bo, in: $0.other)
        },
        Change("somebody new") {
            _ = try $0.campus.insertStudent("Kwame Asante", in: $0.course, week: MatchKeepingTests.week)
        },
        Change("a new section") {
            let section = try $0.campus.insertCourse(section: "002")
            _ = try $0.campus.insertStudent("Kwame Asante", in: section, week: MatchKeepingTests.week)
        },
        Change("the course's code") { try $0.campus.run("UPDATE courses SET code = 'CS 162' WHERE id = \($0.course)") },
        Change("the course's end") {
            try $0.campus.run("UPDATE courses SET state = 'closed' WHERE id = \($0.course)")
        },
    ]

    static let ties: [Change] = [
        Change("a request of mine") { try $0.campus.insertConnection(from: $0.me, to: $0.bo, state: "pending") },
        Change("a request of theirs") { try $0.campus.insertConnection(from: $0.bo, to: $0.me, state: "pending") },
        Change("its taking back", after: { try $0.campus.insertConnection(from: $0.me, to: $0.bo, state: "pending") }) {
            try $0.campus.run("UPDATE connections SET state = 'cancelled', ended_at = now()")
        },
        Change("its acceptance", after: { try $0.campus.insertConnection(from: $0.me, to: $0.bo, state: "pending") }) {
            try $0.campus.run("UPDATE connections SET state = 'accepted', answered_at = now()")
        },
        Change("its refusal", after: { try $0.campus.insertConnection(from: $0.me, to: $0.bo, state: "pending") }) {
            try $0.campus.run("UPDATE connections SET state = 'declined', answered_at = now()")
        },
        Change("my refusal", after: { try $0.campus.insertConnection(from: $0.bo, to: $0.me, state: "pending") }) {
            try $0.campus.run("UPDATE connections SET state = 'declined', answered_at = now()")
        },
        Change("a connection's end", after: { try $0.campus.insertConnection(from: $0.me, to: $0.bo) }) {
            try $0.campus.run("UPDATE connections SET state = 'ended', ended_at = now(), ended_by = asker_id")
        },
        Change("a friend of mine") { try $0.campus.insertConnection(from: $0.friend, to: $0.me) },
        Change("a friend of theirs") { try $0.campus.insertConnection(from: $0.friend, to: $0.bo) },
        Change("the hold of a friend of mine", after: { try $0.campus.insertConnection(from: $0.friend, to: $0.me) }) {
            try $0.update("is_held = true", of: $0.friend)
        },
        Change("the name of a friend of mine", after: { try $0.campus.insertConnection(from: $0.friend, to: $0.me) }) {
            try $0.update("name = 'Anneke van Dijk'", of: $0.friend)
        },
        Change("a block") { try $0.campus.block($0.bo, $0.me) },
        Change("a block's end", after: { try $0.campus.block($0.bo, $0.me) }) {
            try $0.campus.run("DELETE FROM blocks")
        },
        Change("putting off") { try $0.putOff() },
        Change("its end", after: { try $0.putOff() }) { try $0.campus.run("DELETE FROM hidden_people") },
        Change("a wait for somebody") {
            try $0.campus.run("INSERT INTO match_watches (user_id, course_id) VALUES (\($0.me), \($0.course))")
        },
    ]

    @Test("everything that a page shows drops it, on either side", arguments: profiles + sections + studies + ties)
    func dropping(change: Change) throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            try change.prepare(scene)
            let before = try (campus.matchChanges(scene.me), campus.matchChanges(scene.me, scene.course))
            try change.make(scene)
            #expect(try campus.matchChanges(scene.me) != before.0)
            #expect(try campus.matchChanges(scene.me, scene.course) != before.1)
        }
    }

    @Test("what pages do not show drops none")
    func staying() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let before = try campus.matchChanges(scene.me)
            try campus.run("UPDATE users SET post_count = post_count + 1")
            try campus.showFirstPage(of: [scene.bo], to: scene.me)
            #expect(try campus.matchChanges(scene.me) == before)
        }
    }

    @Test("a course that is left and a change elsewhere do not make up for each other")
    func noSum() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            try campus.enrol(scene.me, in: scene.other)
            try campus.run("UPDATE match_changes SET changes = 1")
            let before = try campus.matchChanges(scene.me)
            try campus.run("DELETE FROM enrolments WHERE course_id = \(scene.other) AND user_id = \(scene.me)")
            // The counters add up to what they did.
            try campus.run("UPDATE match_changes SET changes = 1")
            try campus.run("UPDATE match_changes SET changes = 2 WHERE id = \(scene.course)")
            #expect(try campus.matchChanges(scene.me) != before)
        }
    }

    @Test("a kept page asks nothing about matches, and is made anew as soon as its number differs")
    func keeping() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let browser = try campus.signIn(scene.me)
            for path in ["/matches", "/matches/\(scene.course.uuidString.lowercased())"] {
                #expect(campus.get(path, as: browser).text.contains("Bo Li"))
                try campus.database.script("ALTER TABLE match_pool RENAME TO elsewhere")
                #expect(campus.get(path, as: browser).text.contains("Bo Li"))
                try campus.database.script("ALTER TABLE elsewhere RENAME TO match_pool")
            }
            try campus.show("courses", of: scene.bo, to: "only_me")
            #expect(!campus.get("/matches", as: browser).text.contains("Bo Li"))
        }
    }
}

extension MatchKeepingTests.Scene {
    func putOff() throws {
        try campus.run(
            """
            INSERT INTO hidden_people (user_id, other_id, until) VALUES (\(me), \(bo), now() + interval '14 days')
            """)
    }
}
