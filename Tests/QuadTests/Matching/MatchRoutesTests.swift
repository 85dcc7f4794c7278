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

    @Test(
        "“not now” answers the same whoever it is about, and acts only on people whom matches could show",
        arguments: [
            ("seen", true), ("nobody", false), ("elsewhere", false), ("hidden", false), ("narrow", false),
            ("blocked", false), ("held", false),
        ])
    func notNowTellsNothing(username: String, acts: Bool) throws {
        try withCampus { campus in
            let (course, other) = (try campus.insertCourse(), try campus.insertCourse("MATH 221"))
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            for name in ["seen", "hidden", "narrow", "blocked", "held"] {
                _ = try campus.insertStudent(
                    "Bo Li", username: name, in: course, week: Self.week,
                    visibility: name == "hidden" ? "connections" : "university")
            }
            _ = try campus.insertStudent("Bo Li", username: "elsewhere", in: other, week: Self.week)
            try campus.show("courses", of: campus.user("narrow"), to: "connections")
            try campus.block(campus.user("blocked"), me)
            try campus.run("UPDATE users SET is_held = true WHERE username = 'held'")
            let browser = try campus.signIn(me)
            let answer = campus.post("/hidden-people", [("person", username)], as: browser)
            #expect(answer.status == .seeOther && answer["Location"] == "/matches?hidden=\(username)")
            #expect(try campus.count("SELECT count(*) FROM hidden_people") == (acts ? 1 : 0))
            let back = campus.post("/hidden-people/end", [("person", username)], as: browser)
            #expect(back.status == .seeOther && back["Location"] == "/matches")
            #expect(back["Set-Cookie"]?.contains("person-shown-again") == true)
            #expect(try campus.count("SELECT count(*) FROM hidden_people") == 0)
        }
    }

    @Test(
        "what no link of ours asks is answered kindly",
        arguments: [
            "time=NaN&habits=1&bio=1&picture=1", "time=-1&habits=1&bio=1&picture=1",
            "time=1e9&habits=1&bio=1&picture=1",
            "time=99999999999999999999999999&habits=1&bio=1&picture=1", "time=1&habits=1&bio=1",
            "time=101&habits=0&bio=0&picture=0",
            "time=inf&habits=+&bio=%F0%9F%92%A9&picture=0x10",
        ])
    func hostileWeights(query: String) throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let answer = try campus.get("/matches?" + query, as: campus.signIn(me))
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Write a whole number from 0 to 100."))
        }
    }

    @Test(
        "what cannot be a place in the list, an hour or a choice is nowhere",
        arguments: [
            "after=", "after=nonsense", "after=0,101,1,x",
            "after=2,50,1700000000000000,00000000-0000-4000-8000-000000000001",
            "after=0,9999999999999999999,1,00000000-0000-4000-8000-000000000001",
            "after=0,-1,1,00000000-0000-4000-8000-000000000001", "after=0,1,NaN,00000000-0000-4000-8000-000000000001",
            "hours=99", "hours=NaN", "hours=-1", "style=loud", "place=moon", "pace=warp", "sort=",
        ])
    func hostileSelections(query: String) throws {
        try withCampus { campus in
            let me = try campus.insertStudent("Leila Farahani", in: campus.insertCourse(), week: Self.week)
            #expect(try campus.get("/matches?" + query, as: campus.signIn(me)).status == .notFound)
        }
    }

    @Test("weights of a thousand characters are shown as far as they help")
    func longWeights() throws {
        try withCampus { campus in
            let me = try campus.insertStudent("Leila Farahani", in: campus.insertCourse(), week: Self.week)
            let long = String(repeating: "7", count: 1_000)
            let answer = try campus.get("/matches?time=\(long)&habits=1&bio=1&picture=1", as: campus.signIn(me))
            #expect(answer.status == .unprocessableContent && !answer.text.contains(long.prefix(100)))
        }
    }

    @Test("a page behind everybody says so, and leads back")
    func behindTheEnd() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            _ = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            let end = MatchCursor(rests: true, key: 0, joinedAt: .now, person: Member.ID())
            let page = try campus.get("/matches?after=\(end)", as: campus.signIn(me)).text
            #expect(
                page.contains("There’s nobody after those you’ve seen any more.") && page.contains("Back to the best"))
            #expect(!page.contains("is free when you are yet"))
        }
    }

    @Test("who takes more courses than a page holds still finds each of them on its own page")
    func manyCourses() throws {
        try withCampus { campus in
            let me = try campus.insertUser("Leila Farahani")
            try campus.setHabits(of: me, week: Self.week)
            var last = UUID()
            for number in 100..<135 {
                last = try campus.insertCourse("CS \(number)")
                try campus.enrol(me, in: last)
            }
            _ = try campus.insertStudent("Bo Li", in: last, week: Self.week)
            let browser = try campus.signIn(me)
            let all = campus.get("/matches", as: browser).text
            #expect(all.contains("your first 30 courses") && all.contains("CS 129") && !all.contains("CS 130"))
            let page = campus.get("/matches/\(last.uuidString.lowercased())", as: browser)
            #expect(page.status == .ok && page.text.contains("Bo Li"))
            // It is kept, and dropped when something changes there.
            try campus.run("UPDATE users SET name = 'Bo Lee' WHERE name = 'Bo Li'")
            #expect(campus.get("/matches/\(last.uuidString.lowercased())", as: browser).text.contains("Bo Lee"))
        }
    }

    @Test("beside the list it says truly who sees the reader")
    func seen() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let mate = try campus.signIn(campus.insertStudent("Bo Li", in: course, week: Self.week))
            let browser = try campus.signIn(me)
            func isNamed() -> Bool {
                campus.get("/courses/\(course.uuidString.lowercased())", as: mate).text.contains("Leila Farahani")
            }
            func isMatched() throws -> Bool {
                try campus.matches(of: mate.member.id.rawValue, MatchSelection(course)).map(\.id.rawValue).contains(me)
            }
            func says(_ words: String) -> Bool { campus.get("/matches", as: browser).text.contains(words) }
            #expect(says("Only people in courses where you switched it on: CS 161."))
            try campus.show("courses", of: me, to: "connections")
            #expect(says("Only your connections, in courses where you switched it on: CS 161."))
            try campus.show("courses", of: me, to: "only_me")
            #expect(says("Nobody, as long as you keep your profile or your courses to yourself."))
            try campus.run("DELETE FROM profile_sections")
            try campus.run("UPDATE users SET visibility = 'connections' WHERE id = \(me)")
            #expect(says("As a match only your connections. Your name is on the page of each course"))
            #expect(says("for everyone who takes it: CS 161."))
            #expect(try isNamed() && !isMatched())
            try campus.show("courses", of: me, to: "connections")
            #expect(says("Only your connections, in courses where you switched it on: CS 161."))
            #expect(try !isNamed() && !isMatched())
            try campus.run("DELETE FROM profile_sections")
            try campus.run("UPDATE users SET visibility = 'university' WHERE id = \(me)")
            #expect(try isNamed() && isMatched())
            try campus.show("availability", of: me, to: "only_me")
            #expect(says("As a match nobody, as long as your week is only for you."))
            #expect(try isNamed() && !isMatched())
            try campus.run("UPDATE users SET is_held = true WHERE id = \(me)")
            #expect(says("Nobody: your profile is on hold.") && says("Show me again"))
            #expect(try !isNamed() && !isMatched())
        }
    }

    @Test("taking back what was asked leads back to the list it was taken back on")
    func takingBack() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            let connection = try campus.insertConnection(from: me, to: bo, state: "pending")
            let browser = try campus.signIn(me)
            let path = "/matches/\(course.uuidString.lowercased())"
            #expect(campus.get(path, as: browser).text.contains("name=\"to\" value=\"\(path)\""))
            let answer = campus.post(
                "/connections/\(connection.uuidString.lowercased())/cancellation", [("to", path)], as: browser)
            #expect(answer.status == .seeOther && answer["Location"] == path)
            #expect(campus.get(path, as: browser).text.contains("Ask <bdi>Bo</bdi> to study"))
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
            #expect(wrong.text.contains("Shared time: a whole number from 0 to 100"))
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
            id: Member.ID(), username: "priya", name: "Priya Raghunathan", headline: "", face: .pattern,
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
