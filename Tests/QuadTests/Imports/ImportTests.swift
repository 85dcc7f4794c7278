import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("Importing from the registrar")
struct ImportTests {
    @Test("the samples of the documentation fit, and change nothing the second time")
    func samples() throws {
        try withCampus { campus in
            _ = try campus.insertUser("Bo Li", username: "bo.li")
            _ = try campus.insertUser("Noor", username: "noor")
            let first = try Import.Kind.allCases.map { try campus.takeIn(sample: $0) }
            #expect(first.map(\.added) == [1, 4, 3])
            let before = try campus.enrolmentLines
            #expect(
                before == [
                    "bo.li CS 161 1 active false true", "bo.li PHIL 105  active false true",
                    "noor CS 161 2 active false true",
                ])
            for kind in Import.Kind.allCases {
                let again = try campus.takeIn(sample: kind)
                #expect(again.added == 0 && again.changed == 0)
            }
            #expect(try campus.enrolmentLines == before)
            #expect(try campus.number("SELECT sum(student_count)::bigint FROM courses") == 3)
            #expect(try campus.number("SELECT count(*) FROM university_domains") == 3)
        }
    }

    @Test("a file is taken whole or not at all")
    func allOrNothing() throws {
        try withCampus { campus in
            let found = try campus.problems(
                .courses,
                "code,title,state\nCS 1,First,\nCS 2,,\nCS 3,Third,maybe\nCS 4,\(String(repeating: "x", count: 201)),\n"
            )
            #expect(found.count == 3)
            #expect(found[0] == "line 3, column 2 (title): Nothing stands here, and something must.")
            #expect(found[1] == "line 4, column 3 (state): “maybe” is none of active, closed.")
            #expect(found[2].hasPrefix("line 5, column 2 (title): “xxx") && found[2].contains("200 is the most"))
            #expect(try campus.number("SELECT count(*) FROM courses") == 0)
        }
    }

    @Test("a dry run says what would be, and changes nothing")
    func dryRun() throws {
        try withCampus { campus in
            let outcome = try campus.takeIn(.courses, "code,title\nCS 1,First\nCS 2,Second\n") { $0.isDryRun = true }
            #expect(outcome.added == 2)
            #expect(try campus.number("SELECT count(*) FROM courses") == 0)
        }
    }

    @Test("what a file says changes what is there, and what it leaves out stays")
    func changes() throws {
        try withCampus { campus in
            _ = try campus.takeIn(.courses, "code,title,instructor\nCS 1,First,Ines\nCS 2,Second,Ines\n")
            let outcome = try campus.takeIn(
                .courses, "Code;Course title;State\nCS 1;First;closed\nCS 2;Second;\nCS 3;Third;\n")
            #expect((outcome.added, outcome.changed, outcome.unchanged) == (1, 1, 1))
            #expect(try campus.number("SELECT count(*) FROM courses WHERE instructor = 'Ines'") == 2)
            #expect(try campus.number("SELECT count(*) FROM courses WHERE state = 'closed'") == 1)
            let other = try campus.problems(.courses, "code,title\nCS 9,One\nCS 9,One\nCS 9,Two\n")
            #expect(other == ["line 4: Line 2 says something else of “CS 9” in Fall 2026."])
        }
    }

    @Test("enrolments leave each student’s own choice alone")
    func ownChoice() throws {
        try withCampus { campus in
            let course = try campus.addCourse()
            let (bo, noor) = (try campus.insertUser(username: "bo.li"), try campus.insertUser("Noor", username: "noor"))
            try campus.addStudent(bo, in: course, isShown: true)
            try campus.addStudent(noor, in: course, isShown: true)
            let file = "course,username,status\nCS 161,@Bo.Li,active\nCS 161,noor,dropped\n"
            let outcome = try campus.takeIn(.enrolments, file)
            #expect((outcome.added, outcome.changed, outcome.unchanged) == (0, 2, 0))
            #expect(
                try campus.enrolmentLines == [
                    "bo.li CS 161  active true true", "noor CS 161  dropped false true",
                ])
            let again = try campus.takeIn(.enrolments, file)
            #expect((again.added, again.changed, again.unchanged) == (0, 0, 2))
        }
    }

    @Test("who drops a course by a file leaves their groups there, to who is in them still")
    func groups() throws {
        try withCampus { campus in
            let course = try campus.addCourse()
            let noor = try campus.insertUser("Noor", username: "noor")
            let (bo, cy) = (try campus.insertUser("Bo Li"), try campus.insertUser("Cy Ng", username: "cy.ng"))
            for person in [noor, bo, cy] { try campus.addStudent(person, in: course, isShown: true) }
            // Bo would come next, and is about to leave.
            let group = try campus.insertGroup(of: [noor, cy, bo], in: course.rawValue)
            try campus.whileLeaving(group, as: bo) {
                _ = try campus.takeIn(.enrolments, "course,username,status\nCS 161,noor,dropped\n")
            }
            #expect(try campus.groupLines == ["cy.ng 1"])
        }
    }

    @Test("people without an account are left out and counted, or refused when asked to be strict")
    func strangers() throws {
        try withCampus { campus in
            try campus.addCourse()
            _ = try campus.insertUser(username: "bo.li")
            let file =
                "course,email\nCS 161,BO.LI@alderbay.example\nCS 161,new@alderbay.example\nCS 161,gone@alderbay.example\n"
            let outcome = try campus.takeIn(.enrolments, file)
            #expect(outcome.added == 1)
            #expect(outcome.notes.first?.hasPrefix("Left out: 2 rows of 2 people without an account.") == true)
            let found = try campus.problems(.enrolments, file) { $0.isStrict = true }
            #expect(found.count == 2)
            #expect(found[0].hasPrefix("line 3: Nobody here has the address “new@alderbay.example”."))
        }
    }

    @Test("unknown courses are told with what may be meant; a hundred of them are shown, all counted")
    func unknown() throws {
        try withCampus { campus in
            try campus.addCourse("CS 161", section: "1")
            try campus.addCourse("CS 99", term: "Spring 2026")
            _ = try campus.insertUser(username: "bo.li")
            let found = try campus.problems(
                .enrolments,
                """
                university,course,section,username
                alder-bay,CS 161,,bo.li
                alder-bay,CS 99,,bo.li
                alder-bay,CS 7,,bo.li
                nowhere,CS 161,1,bo.li
                """)
            #expect(
                found == [
                    "line 2: There’s no course “CS 161” without a section in Fall 2026 at alder-bay. Its sections are 1.",
                    "line 3: There’s no course “CS 99” without a section in Fall 2026 at alder-bay. It’s there in Spring 2026.",
                    "line 4: There’s no course “CS 7” without a section in Fall 2026 at alder-bay. Import the courses first, or mend the code.",
                    "line 5: There’s no university “nowhere”. Add it with quad import universities.",
                ])
            let many = "course,username\n" + (1...250).map { "X \($0),bo.li\n" }.joined()
            let error = #expect(throws: ImportRefused.self) { try campus.takeIn(.enrolments, many) }
            #expect(error?.problems.count == 100 && error?.count == 250)
            #expect(error?.description.contains("… and 150 more problems like these.") == true)
        }
    }

    @Test("rows that contradict each other are refused, rows that repeat each other are not")
    func contradiction() throws {
        try withCampus { campus in
            try campus.addCourse()
            _ = try campus.insertUser(username: "bo.li")
            let found = try campus.problems(
                .enrolments, "course,username,state\nCS 161,bo.li,active\nCS 161,bo.li,active\nCS 161,bo.li,dropped\n")
            #expect(
                found == [
                    "line 4: Line 2 says “active” of the same person and course, this one “dropped”. Leave one out."
                ])
            let outcome = try campus.takeIn(.enrolments, "course,username\nCS 161,bo.li\nCS 161,bo.li\n")
            #expect(outcome.added == 1)
        }
    }

    @Test("a university’s zone, address and domains are checked, and a domain belongs to one")
    func universities() throws {
        try withCampus { campus in
            let head = "slug,name,time_zone,current_term,domains\n"
            let found = try campus.problems(
                .universities,
                head
                    + "New U,New,Mars/Olympus,Fall,new\nb,B,UTC,Fall,b.example\nc,C,UTC,Fall,b.example\nb,B,UTC,Fall,\n"
            )
            #expect(found.count == 5)
            #expect(found[0].contains("“New U” can’t stand in an address"))
            #expect(found[1].contains("“Mars/Olympus” is no time zone"))
            #expect(found[2].contains("“new” is no mail domain"))
            #expect(found[3] == "line 4: The domain “b.example” belongs to b already.")
            #expect(found[4] == "line 5: The university “b” stands in line 3 already.")
        }
    }
}
