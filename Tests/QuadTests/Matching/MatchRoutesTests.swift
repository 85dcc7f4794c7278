import Foundation
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Pages of matches")
struct MatchRoutesTests {
    private static let week = Week.on([.tuesday, .thursday], 40..<48)

    @Test("what is missing is said, with the one thing to do")
    func emptiness() throws {
        try withCampus { campus in
            let me = try campus.insertUser("Leila Farahani")
            let browser = try campus.signIn(me)
            #expect(campus.get("/matches", as: browser).text.contains("You haven’t said yet which courses you take."))
            let course = try campus.insertCourse()
            try campus.enrol(me, in: course)
            #expect(campus.get("/matches", as: browser).text.contains("You haven’t said yet when you can study."))
            try campus.setHabits(of: me, week: Self.week)
            let page = campus.get("/matches/\(course.uuidString.lowercased())", as: browser)
            #expect(page.status == .ok)
            #expect(page.text.contains("Nobody in CS 161 is free when you are yet."))
        }
    }

    @Test("a course one does not take is nowhere")
    func elsewhere() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            let course = try campus.insertCourse().uuidString.lowercased()
            #expect(campus.get("/matches/\(course)", as: browser).status == .notFound)
            #expect(campus.get("/groups/proposals?course=\(course)", as: browser).status == .notFound)
            #expect(campus.get("/matches?sort=loudest", as: browser).status == .notFound)
        }
    }

    @Test("a kept page is dropped by everything that it shows, on either side")
    func keeping() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", username: "bo.li", in: course, week: Self.week)
            let friend = try campus.insertUser("Anneke de Wit")
            let browser = try campus.signIn(me)
            let path = "/matches/\(course.uuidString.lowercased())"
            func changes() throws -> Int { try campus.database.fetch(.matchChanges(for: Member.ID(rawValue: me))) }
            #expect(campus.get(path, as: browser).text.contains("Bo Li"))
            // The second time nothing is asked about matches.
            try campus.database.script("ALTER TABLE match_pool RENAME TO elsewhere")
            #expect(campus.get(path, as: browser).text.contains("Bo Li"))
            try campus.database.script("ALTER TABLE elsewhere RENAME TO match_pool")
            let steps: [(String, () throws -> Void)] = [
                ("their name", { try campus.run("UPDATE users SET name = 'Bo Lee' WHERE id = \(bo)") }),
                ("their headline", { try campus.run("UPDATE users SET headline = 'Hello' WHERE id = \(bo)") }),
                ("their picture", { try campus.run("UPDATE users SET picture = 'pattern' WHERE id = \(bo)") }),
                ("their week", { try campus.setHabits(of: bo, week: .on([.tuesday], 40..<48)) }),
                ("my week", { try campus.setHabits(of: me, week: .on([.tuesday], 40..<44)) }),
                ("a request", { try campus.insertConnection(from: me, to: bo, state: "pending") }),
                ("its answer", { try campus.run("UPDATE connections SET state = 'accepted', answered_at = now()") }),
                ("a friend of mine", { try campus.insertConnection(from: friend, to: me) }),
                ("a friend of theirs", { try campus.insertConnection(from: friend, to: bo) }),
                ("the friend's hold", { try campus.run("UPDATE users SET is_held = true WHERE id = \(friend)") }),
                ("my showing", { try campus.enrol(me, in: course, isShown: false) }),
                ("a block", { try campus.block(bo, me) }),
                ("its end", { try campus.run("DELETE FROM blocks") }),
                ("their leaving", { try campus.run("UPDATE enrolments SET state = 'dropped' WHERE user_id = \(bo)") }),
            ]
            for (name, step) in steps {
                let before = try changes()
                try step()
                #expect(try changes() > before, "\(name)")
            }
            #expect(!campus.get(path, as: browser).text.contains("Bo Lee"))
            let before = try changes()
            try campus.run("UPDATE users SET post_count = post_count + 1")
            #expect(try changes() == before)
        }
    }

    @Test("“not now” takes somebody away for two weeks, and can be undone")
    func notNow() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            _ = try campus.insertStudent("Bo Li", username: "bo.li", in: course, week: Self.week)
            let browser = try campus.signIn(me)
            #expect(campus.get("/matches", as: browser).text.contains("Ask <bdi>Bo</bdi> to study"))
            let answer = campus.post("/hidden-people", [("person", "bo.li")], as: browser)
            #expect(answer.status == .seeOther && answer["Location"] == "/matches?hidden=bo.li")
            let after = campus.get("/matches?hidden=bo.li", as: browser).text
            #expect(!after.contains("Bo Li") && after.contains("Undo"))
            #expect(
                campus.post("/hidden-people/end", [("person", "bo.li")], as: browser)["Location"] == "/matches")
            #expect(campus.get("/matches", as: browser).text.contains("Bo Li"))
        }
    }

    @Test("who asks is told by mail once somebody is there, and only once")
    func watching() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let browser = try campus.signIn(me)
            let path = "/matches/\(course.uuidString.lowercased())"
            #expect(campus.get(path, as: browser).text.contains("Tell me when someone is"))
            #expect(campus.post(path + "/watches", as: browser)["Location"] == path)
            #expect(campus.get(path, as: browser).text.contains("Don’t tell me"))
            for _ in 0..<2 { try campus.perform(MatchNews()) }
            #expect(try campus.jobs().isEmpty)
            _ = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            for _ in 0..<2 { try campus.perform(MatchNews()) }
            #expect(try campus.jobs().map(\.kind) == ["match_found_mail"])
            try campus.perform(MatchFoundMail(user: me, course: course, code: "CS 161"))
            #expect(
                try campus.count("SELECT count(*) FROM demonstration_mails WHERE subject LIKE 'Somebody in CS 161%'")
                    == 1)
            let stranger = try campus.signIn(campus.insertUser())
            #expect(campus.post(path + "/watches", as: stranger).status == .notFound)
        }
    }

    @Test("weights are turned in the address, and mistakes in them are said beside the fields")
    func weights() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            _ = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            let browser = try campus.signIn(me)
            let page = campus.get("/matches?time=0&habits=0&bio=0&picture=5", as: browser)
            #expect(page.status == .ok && page.text.contains("<b>0</b> of 100"))
            let wrong = campus.get("/matches?time=many&habits=0&bio=0&picture=5", as: browser)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Write a whole number from 0 to 100.") && wrong.text.contains("value=\"many\""))
            #expect(
                campus.get("/matches?time=0&habits=0&bio=0&picture=0", as: browser).status == .unprocessableContent)
        }
    }

    @Test("a list goes on behind its tenth match, and ends")
    func pages() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            for number in 0..<12 { _ = try campus.insertStudent("Somebody \(number)", in: course, week: Self.week) }
            let browser = try campus.signIn(me)
            let first = campus.get("/matches", as: browser).text
            #expect(first.components(separatedBy: "<article").count == 11)
            let next = try #require(first.firstMatch(of: /href="(\/matches\?after=[^"]+)"/)?.output.1)
            let second = campus.get(String(next), as: browser).text
            #expect(
                second.components(separatedBy: "<article").count == 3 && second.contains("That’s everyone who fits."))
        }
    }
}

@Suite("Saying why somebody is a match")
struct MatchReasonTests {
    private func match(_ shared: Week, _ habits: StudyHabits) -> Match {
        Match(
            id: Member.ID(), username: "priya", name: "Priya Raghunathan", headline: "",
            sharedQuarters: shared.quarters,
            points: 0, traits: MatchTraits(habits: habits, hasBio: true, hasPicture: true), joinedAt: .now,
            rests: false,
            shared: shared, theirs: nil, otherCourses: [], mutualCount: 0, mutualNames: [], link: .none)
    }

    @Test("as a friend would")
    func sentence() {
        let shared = Week([.tuesday: [56..<64], .thursday: [40..<48]])
        let quiet = StudyHabits(location: .library, style: .quiet, pace: .moderate)
        let reason = MatchReason(match(shared, quiet), habits: quiet, hasHabits: true)
        #expect(
            reason.words
                == "You’re both free Tue 14–16 and Thu 10–12, you both like it quiet and you both like the library.")
        #expect(reason.pieces.filter(\.isTime).map(\.words) == ["Tue 14–16", "Thu 10–12"])
    }

    @Test("the three longest times are named, the rest counted, and defaults say nothing")
    func many() {
        let shared = Week([.monday: [40..<44, 60..<68], .tuesday: [56..<64], .thursday: [40..<48], .sunday: [64..<66]])
        let reason = MatchReason(match(shared, .unsaid), habits: .unsaid, hasHabits: true)
        #expect(reason.words == "You’re both free Mon 15–17, Tue 14–16, Thu 10–12 and 2 more times.")
        #expect(
            MatchReason(match(Week(), .unsaid), habits: .unsaid, hasHabits: false).words
                == "You have no free hour in common yet.")
    }
}
