import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Suggesting a course")
struct CourseSuggestionTests {
    private func fields(
        _ id: CourseSuggestion.ID = CourseSuggestion.ID(), code: String = "CS 330", title: String = "Compilers",
        _ more: [(name: String, value: String)] = []
    ) -> [(name: String, value: String)] {
        [("id", id.text), ("code", code), ("title", title), ("section", ""), ("term", "Fall 2026")] + more
    }

    @Test("a moderator confirms it as it was mended, and who suggested it takes it as chosen")
    func confirming() throws {
        try withCampus { campus in
            let (bo, noor) = (try campus.insertUser(), try campus.insertUser("Noor"))
            let (one, two) = (CourseSuggestion.ID(), CourseSuggestion.ID())
            let sent = campus.post(
                CoursePaths.suggestions, fields(one, [("shown", "yes")]), as: try campus.signIn(bo))
            #expect(sent.status == .seeOther)
            _ = campus.post(CoursePaths.suggestions, fields(two, code: "cs 330"), as: try campus.signIn(noor))
            let moderator = try campus.signIn(try campus.insertUser("Tomasz", role: "moderator"))
            #expect(campus.get(CoursePaths.queue, as: moderator).text.contains("Compilers"))
            #expect(campus.get(CoursePaths.review(one), as: moderator).text.contains(#"value="CS 330""#))
            let decided = campus.post(
                CoursePaths.confirmation(one), fields(one, title: "Compilers and Interpreters"), as: moderator)
            #expect(decided.status == .seeOther)
            let course = try campus.database.fetch(
                Query<Course.ID>.value("SELECT id FROM courses WHERE title = 'Compilers and Interpreters'"))
            #expect(try campus.enrolment(of: bo, in: course) == "active shown")
            #expect(try campus.enrolment(of: noor, in: course) == "active hidden")
            #expect(try campus.number("SELECT student_count::bigint FROM courses") == 2)
            // The second of two moderators.
            #expect(campus.post(CoursePaths.confirmation(one), fields(one), as: moderator).status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM courses") == 1)
            #expect(campus.get(CoursePaths.own, as: try campus.signIn(bo)).text.contains("you take it"))
        }
    }

    @Test("what is there already is noticed before sending, however it is spelled")
    func duplicates() throws {
        try withCampus { campus in
            let course = try campus.addCourse("CS 161", section: "1", title: "Algorithms")
            let browser = try campus.signIn(try campus.insertUser())
            let same = campus.post(
                CoursePaths.suggestions,
                fields(code: "cs161", title: "Algos").map { $0.name == "section" ? ($0.name, "1") : $0 },
                as: browser)
            #expect(same.status == .unprocessableContent)
            #expect(same.text.contains("CS 161, section 1 is there already in Fall 2026"))
            #expect(same.text.contains(CoursePaths.course(course)))
            #expect(same.text.contains(#"value="cs161""#))
            // Another section may be meant.
            let other = fields(code: "CS 161", title: "Algorithms")
            let asked = campus.post(CoursePaths.suggestions, other, as: browser)
            #expect(asked.status == .unprocessableContent && asked.text.contains("Is it one of these?"))
            #expect(campus.post(CoursePaths.suggestions, other + [("sure", "yes")], as: browser).status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM course_suggestions") == 1)
        }
    }

    @Test("a form that cannot be taken comes back as it was typed")
    func mistakes() throws {
        try withCampus { campus in
            let browser = try campus.signIn(try campus.insertUser())
            let answer = campus.post(
                CoursePaths.suggestions, fields(code: String(repeating: "x", count: 21), title: " "), as: browser)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Two things to mend"))
            #expect(answer.text.contains(String(repeating: "x", count: 21)))
            #expect(answer.text.contains(#"aria-invalid="true""#))
        }
    }

    @Test("two clicks are one suggestion, five may wait, and the same waits once")
    func limits() throws {
        try withCampus { campus in
            let bo = try campus.insertUser()
            let browser = try campus.signIn(bo)
            let form = (target: CoursePaths.suggestions, fields: fields(), as: browser)
            #expect(campus.postAtOnce([form, form]).allSatisfy { $0 == 303 })
            #expect(try campus.number("SELECT count(*) FROM course_suggestions") == 1)
            let again = campus.post(CoursePaths.suggestions, fields(), as: browser)
            #expect(again.status == .unprocessableContent && again.text.contains("You’ve suggested it already"))
            for number in 1...4 {
                let sent = campus.post(
                    CoursePaths.suggestions, fields(code: "A\(number)", title: "Title \(number * 1111)"), as: browser)
                #expect(sent.status == .seeOther)
            }
            let sixth = campus.post(CoursePaths.suggestions, fields(code: "ZZ 9", title: "Sixth"), as: browser)
            #expect(sixth.status == .unprocessableContent)
        }
    }

    @Test("a moderator merges it into a course that is there, or declines it with a reason")
    func otherAnswers() throws {
        try withCampus { campus in
            let bo = try campus.insertUser()
            let browser = try campus.signIn(bo)
            let course = try campus.addCourse("CS 161", title: "Algorithms")
            let (one, two) = (CourseSuggestion.ID(), CourseSuggestion.ID())
            _ = campus.post(CoursePaths.suggestions, fields(one, code: "INF 1", title: "Sorting"), as: browser)
            _ = campus.post(CoursePaths.suggestions, fields(two, code: "XX 1", title: "Nonsense"), as: browser)
            let moderator = try campus.signIn(try campus.insertUser("Tomasz", role: "moderator"))
            #expect(campus.get(CoursePaths.review(one) + "?q=CS+161", as: moderator).text.contains(course.text))
            #expect(campus.post(CoursePaths.merger(one), as: moderator).status == .unprocessableContent)
            #expect(campus.post(CoursePaths.merger(one), [("course", course.text)], as: moderator).status == .seeOther)
            #expect(try campus.enrolment(of: bo, in: course) == "active hidden")
            #expect(
                campus.post(CoursePaths.refusal(two), [("reason", " ")], as: moderator).status == .unprocessableContent)
            #expect(
                campus.post(CoursePaths.refusal(two), [("reason", "Nobody teaches it.")], as: moderator).status
                    == .seeOther)
            #expect(campus.get(CoursePaths.own, as: browser).text.contains("Not added: Nobody teaches it."))
        }
    }

    @Test("nobody else sees or decides a suggestion")
    func others() throws {
        try withCampus { campus in
            let (bo, noor) = (try campus.insertUser(), try campus.insertUser("Noor"))
            let id = CourseSuggestion.ID()
            _ = campus.post(CoursePaths.suggestions, fields(id), as: try campus.signIn(bo))
            let browser = try campus.signIn(noor)
            #expect(!campus.get("/courses?q=Compilers", as: browser).text.contains("<bdi>Compilers</bdi>"))
            for path in [CoursePaths.queue, CoursePaths.review(id)] {
                #expect(campus.get(path, as: browser).status == .notFound)
            }
            #expect(campus.post(CoursePaths.confirmation(id), fields(), as: browser).status == .notFound)
            #expect(campus.post(CoursePaths.suggestionEnd(id), as: browser).status == .notFound)
            #expect(campus.post(CoursePaths.suggestionEnd(id), as: try campus.signIn(bo)).status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM course_suggestions WHERE state = 'withdrawn'") == 1)
        }
    }
}
