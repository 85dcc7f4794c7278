import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Taking a course")
struct CourseEnrolmentTests {
    @Test("nobody is shown unless they say so, and can change it in each course")
    func choice() throws {
        try withCampus { campus in
            let (course, bo) = (try campus.addCourse(), try campus.insertUser())
            let browser = try campus.signIn(bo)
            let taken = campus.post(CoursePaths.enrolment(course), as: browser)
            #expect(taken.status == .seeOther)
            #expect(taken["Location"] == CoursePaths.course(course))
            #expect(try campus.enrolment(of: bo, in: course) == "active hidden")
            #expect(
                campus.post(CoursePaths.showing(course), [("to", "/settings/courses")], as: browser)["Location"]
                    == "/settings/courses")
            #expect(try campus.enrolment(of: bo, in: course) == "active shown")
            _ = campus.post(CoursePaths.showingEnd(course), as: browser)
            #expect(try campus.enrolment(of: bo, in: course) == "active hidden")
        }
    }

    @Test("who drops it is asked anew when taking it up again")
    func dropping() throws {
        try withCampus { campus in
            let (course, bo) = (try campus.addCourse(), try campus.insertUser())
            let browser = try campus.signIn(bo)
            _ = campus.post(CoursePaths.enrolment(course), [("shown", "yes")], as: browser)
            #expect(try campus.enrolment(of: bo, in: course) == "active shown")
            #expect(campus.post(CoursePaths.enrolmentEnd(course), as: browser).status == .seeOther)
            #expect(try campus.enrolment(of: bo, in: course) == "dropped hidden")
            #expect(campus.post(CoursePaths.showing(course), as: browser).status == .conflict)
            _ = campus.post(CoursePaths.enrolment(course), as: browser)
            #expect(try campus.enrolment(of: bo, in: course) == "active hidden")
        }
    }

    @Test("two clicks are one enrolment, and do not undo a choice")
    func twice() throws {
        try withCampus { campus in
            let (course, bo) = (try campus.addCourse(), try campus.insertUser())
            let browser = try campus.signIn(bo)
            let form = (target: CoursePaths.enrolment(course), fields: [(name: "shown", value: "yes")], as: browser)
            #expect(campus.postAtOnce([form, form, form]).allSatisfy { $0 == 303 })
            #expect(try campus.enrolment(of: bo, in: course) == "active shown")
            #expect(try campus.number("SELECT student_count::bigint FROM courses") == 1)
        }
    }

    @Test("twelve of a term are the most by hand, whatever happens at once; those from the registrar come on top")
    func most() throws {
        try withCampus { campus in
            let bo = try campus.insertUser()
            let browser = try campus.signIn(bo)
            try campus.addStudent(bo, in: try campus.addCourse("OLD 1", term: "Spring 2026"))
            for number in 1...3 {
                try campus.addStudent(bo, in: try campus.addCourse("REG \(number)"), isImported: true)
            }
            for number in 1...11 { try campus.addStudent(bo, in: try campus.addCourse("CS \(number)")) }
            let last = try (1...4).map { try campus.addCourse("MATH \($0)") }
            let statuses = campus.postAtOnce(
                last.map { (target: CoursePaths.enrolment($0), fields: [], as: browser) })
            #expect(statuses.sorted() == [303, 409, 409, 409])
        }
    }

    @Test("a course of another university, or one that is over, cannot be taken")
    func elsewhere() throws {
        try withCampus { campus in
            let browser = try campus.signIn(try campus.insertUser())
            _ = try campus.insertStranger()
            let other = try campus.database.fetch(
                Query<UUID>.value("SELECT id FROM universities WHERE slug <> 'alder-bay'"))
            let foreign = try campus.addCourse("FR 1", university: other)
            let closed = try campus.addCourse("CS 1", state: "closed")
            #expect(campus.post(CoursePaths.enrolment(foreign), as: browser).status == .notFound)
            #expect(campus.get(CoursePaths.course(foreign), as: browser).status == .notFound)
            #expect(campus.post(CoursePaths.enrolment(closed), as: browser).status == .conflict)
            #expect(try campus.number("SELECT count(*) FROM enrolments") == 0)
        }
    }
}

@Suite("The catalogue of courses")
struct CourseCatalogueTests {
    @Test("finds by code, title and teacher, in this term first, and says what is alike")
    func finding() throws {
        try withCampus { campus in
            try campus.addCourse("CS 161", title: "Algorithms", instructor: "Ines Albrecht")
            try campus.addCourse("PHYS 101", title: "Mechanics", instructor: "Søren Ångström")
            try campus.addCourse("CS 99", term: "Spring 2026", title: "Old Machines")
            let browser = try campus.signIn(try campus.insertUser())
            func titles(_ query: String) -> [String] {
                let page = campus.get("/courses" + query, as: browser).text
                return ["Algorithms", "Mechanics", "Old Machines"].filter { page.contains($0) }
            }
            #expect(titles("") == ["Algorithms", "Mechanics"])
            #expect(titles("?term=all") == ["Algorithms", "Mechanics", "Old Machines"])
            #expect(titles("?term=Spring+2026") == ["Old Machines"])
            // The beginning of a word, not its middle: "cs" is in "physics" too.
            #expect(titles("?q=cs+1") == ["Algorithms"])
            #expect(titles("?q=cs") == ["Algorithms"])
            #expect(titles("?q=angstr") == ["Mechanics"])
            #expect(titles("?q=algoritms") == ["Algorithms"])
            #expect(titles("?q=cs161") == ["Algorithms"])
            #expect(titles("?q=%25") == ["Algorithms", "Mechanics"])
            #expect(titles("?q=zzzz") == [])
            #expect(campus.get("/courses?q=zzzz", as: browser).text.contains("No course has these words"))
        }
    }

    @Test("goes on page by page without leaving one out")
    func pages() throws {
        try withCampus { campus in
            for number in 100..<175 { try campus.addCourse("CS \(number)", title: "Course \(number)") }
            let browser = try campus.signIn(try campus.insertUser())
            var (path, found): (String?, [String]) = ("/courses", [])
            for _ in 0..<5 {
                guard let address = path else { break }
                let page = campus.get(address, as: browser).text
                found += (100..<175).map { "Course \($0)" }.filter { page.contains("<bdi>\($0)</bdi>") }
                path = page.firstMatch(of: /href="([^"]+)" rel="next"/).map { String($0.1) }
            }
            #expect(found == (100..<175).map { "Course \($0)" })
        }
    }

    @Test("a student with ten thousand courses pages through them")
    func many() throws {
        try withCampus { campus in
            let bo = try campus.insertUser()
            try campus.run(
                """
                INSERT INTO courses (id, university_id, code, term, title)
                SELECT gen_random_uuid(), \(campus.university), 'CS ' || n, 'Fall 2026', 'Course ' || n
                FROM generate_series(1, 10000) n
                """)
            try campus.run("INSERT INTO enrolments (course_id, user_id) SELECT id, \(bo) FROM courses")
            let browser = try campus.signIn(bo)
            for path in ["/courses?mine=yes", "/settings/courses"] {
                let first = campus.get(path, as: browser)
                #expect(first.status == .ok && first.text.contains(">Course 1</bdi>"))
                let next = try #require(first.text.firstMatch(of: /href="([^"]+)" rel="next"/))
                let target = String(next.1.replacing("&amp;", with: "&"))
                let second = campus.get(target, as: browser)
                #expect(second.status == .ok && !second.text.contains(">Course 1</bdi>"))
            }
        }
    }

    @Test("an address nobody made is not there")
    func strange() throws {
        try withCampus { campus in
            let browser = try campus.signIn(try campus.insertUser())
            for path in ["/courses?after=x", "/courses/x", "/settings/courses?after=1"] {
                #expect(campus.get(path, as: browser).status == .notFound)
            }
        }
    }
}
