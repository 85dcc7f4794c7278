import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("Whom a list of matches holds")
struct MatchListTests {
    private static let week = Week.on([.tuesday, .thursday], 40..<48)

    @Test(
        "blocked, put off and declined people never appear, from either side",
        arguments: ["block", "hidden", "declined by me", "declined by them"])
    func avoided(way: String) throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            #expect(try campus.matches(of: me, MatchSelection(course)).map(\.id.rawValue) == [bo])
            switch way {
            case "block": try campus.block(bo, me)
            case "hidden":
                try campus.run(
                    "INSERT INTO hidden_people (user_id, other_id, until) VALUES (\(me), \(bo), now() + interval '1 day')"
                )
            case "declined by me": try campus.insertConnection(from: bo, to: me, state: "declined")
            default: try campus.insertConnection(from: me, to: bo, state: "declined")
            }
            #expect(try campus.matches(of: me, MatchSelection(course)).isEmpty)
            #expect(try campus.database.fetch(.matchCounts(for: campus.reader(me))) == [0])
            // Later they appear again, but for a block.
            try campus.run("UPDATE hidden_people SET until = now() - interval '1 second'")
            try campus.run("UPDATE connections SET answered_at = now() - interval '31 days'")
            #expect(try campus.matches(of: me, MatchSelection(course)).count == (way == "block" ? 0 : 1))
        }
    }

    @Test("a profile that the reader may not open is no match")
    func closed() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week, visibility: "connections")
            #expect(try campus.matches(of: me, MatchSelection(course)).isEmpty)
            try campus.insertConnection(from: me, to: bo)
            #expect(try campus.matches(of: me, MatchSelection(course)).map(\.id.rawValue) == [bo])
        }
    }

    @Test("a card says what both have in common, and the other's whole week only where they allow it")
    func card() throws {
        try withCampus { campus in
            let (course, other) = (try campus.insertCourse(), try campus.insertCourse("MATH 221"))
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: .on([.tuesday, .friday], 40..<48))
            let anneke = try campus.insertUser("Anneke de Wit")
            for person in [me, bo] {
                try campus.enrol(person, in: other)
                try campus.insertConnection(from: anneke, to: person)
            }
            func match() throws -> Match { try #require(campus.matches(of: me, MatchSelection(course)).first) }
            #expect(try match().otherCourses == ["MATH 221"])
            #expect(try match().mutualNames == ["Anneke de Wit"])
            #expect(try match().shared == .on([.tuesday], 40..<48))
            #expect(try match().theirs == nil)
            #expect(try match().link == .none)
            let connection = try campus.insertConnection(from: me, to: bo, state: "pending")
            #expect(try "\(match().link)".hasPrefix("askedByReader(connection: \(connection)"))
            try campus.run("UPDATE connections SET state = 'accepted', answered_at = now() WHERE id = \(connection)")
            #expect(try "\(match().link)".hasPrefix("connected"))
            #expect(try match().theirs == .on([.tuesday, .friday], 40..<48))
            try campus.enrol(bo, in: other, isShown: false)
            #expect(try match().otherCourses.isEmpty)
            try campus.run("UPDATE users SET is_held = true WHERE id = \(anneke)")
            #expect(try match().mutualNames.isEmpty && match().mutualCount == 0)
        }
    }

    @Test("over all courses everybody stands there once, and sections of a course belong together unless it is asked")
    func courses() throws {
        try withCampus { campus in
            let (course, sibling) = (
                try campus.insertCourse(section: "001"), try campus.insertCourse(section: "002")
            )
            let other = try campus.insertCourse("MATH 221")
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            try campus.enrol(me, in: other)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            try campus.enrol(bo, in: other)
            let kwame = try campus.insertStudent("Kwame Asante", in: sibling, week: Self.week)
            var all = MatchSelection()
            #expect(Set(try campus.matches(of: me, all).map(\.id.rawValue)) == [bo, kwame])
            all.filter.sameSection = true
            #expect(try campus.matches(of: me, all).map(\.id.rawValue) == [bo])
            #expect(try campus.matches(of: me, MatchSelection(course)).count == 2)
            #expect(try campus.database.fetch(.matchCounts(for: campus.reader(me))) == [2, 1])
        }
    }

    @Test("filters leave in who is happy with anything, and the order is as asked")
    func filters() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let quiet = StudyHabits(location: .library, style: .quiet, pace: .fast)
            let long = try campus.insertStudent(
                "Bo Li", in: course, week: Self.week, habits: quiet, joined: Date(timeIntervalSince1970: 1_700_000_000))
            let short = try campus.insertStudent(
                "Kwame Asante", in: course, week: .on([.tuesday], 40..<44),
                joined: Date(timeIntervalSince1970: 1_720_000_000))
            let none = try campus.insertStudent("Noor Haddad", in: course, week: Week(), habits: quiet)
            func found(_ change: (inout MatchSelection) -> Void) throws -> [UUID] {
                var selection = MatchSelection(course)
                change(&selection)
                return try campus.matches(of: me, selection).map(\.id.rawValue)
            }
            #expect(Set(try found { _ in }) == [long, short])
            #expect(Set(try found { $0.filter.leastShared = 0 }) == [long, short, none])
            #expect(try found { $0.filter.leastShared = 8 } == [long])
            #expect(Set(try found { $0.filter.style = .quiet }) == [long, short])
            #expect(try found { $0.filter.pace = .fast } == [long])
            #expect(try found { $0.filter.style = .collaborative } == [short])
            #expect(try found { $0.order = .hours } == [long, short])
            #expect(try found { $0.order = .newest } == [short, long])
        }
    }

    @Test("who has been on enough first pages this week comes after everybody else")
    func fairness() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            let kwame = try campus.insertStudent("Kwame Asante", in: course, week: .on([.tuesday], 40..<44))
            var settings = MatchSettings()
            settings.firstPagesPerWeek = 2
            func order() throws -> [UUID] {
                try campus.matches(of: me, MatchSelection(course), settings: settings).map(\.id.rawValue)
            }
            for _ in 0..<2 {
                #expect(try order() == [bo, kwame])
                _ = try campus.database.fetch(.withoutWaiting, .expose([Member.ID(rawValue: bo)]))
            }
            #expect(try order() == [kwame, bo])
            #expect(
                try campus.matches(of: me, MatchSelection(course), settings: settings).map(\.rests) == [false, true])
            try campus.run("UPDATE match_exposures SET week = week - 7")
            #expect(try order() == [bo, kwame])
        }
    }
}
