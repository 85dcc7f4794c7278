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

    @Test("admins see how many students have three usable matches")
    func figures() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            for number in 0..<4 { _ = try campus.insertStudent("Some \(number)", in: course, week: Self.week) }
            _ = try campus.insertStudent("Bo Li", in: course, week: .on([.sunday], 40..<44))
            let figures = try campus.database.fetch(.matchFigures(MatchSettings()))
            #expect(figures.people == 5 && figures.served == 4 && figures.share == 80)
            let admin = try campus.signIn(campus.insertUser(role: "admin"))
            #expect(campus.get("/admin/matching", as: admin).text.contains("80 % of students"))
        }
    }

    @Test("pages go on where the last one ended, in every order", arguments: MatchSelection.Order.allCases)
    func paging(order: MatchSelection.Order) throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            for number in 0..<25 {
                // Few lengths and few moments, so that there are ties.
                _ = try campus.insertStudent(
                    "Some \(number)", in: course, week: .on([.tuesday], 40..<41 + number % 4),
                    joined: Date(timeIntervalSince1970: Double(1_700_000_000 + number % 3)))
            }
            var (selection, found): (MatchSelection, [Match]) = (MatchSelection(course), [])
            selection.order = order
            while found.count < 100 {
                let page = try campus.matches(of: me, selection)
                found += page.prefix(MatchSelection.pageSize)
                guard page.count > MatchSelection.pageSize, let last = found.last else { break }
                selection.after = MatchCursor(last.cursor(in: order).description)
            }
            let expected = found.sorted { one, other in
                let keys: (Match) -> [Double] = { match in
                    let joined = match.joinedAt.timeIntervalSince1970
                    return switch order {
                    case .score: [-Double(match.points), joined]
                    case .hours: [-Double(match.sharedQuarters), joined]
                    case .newest: [-joined]
                    }
                }
                let (left, right) = (keys(one), keys(other))
                return left == right ? one.id.text < other.id.text : left.lexicographicallyPrecedes(right)
            }
            #expect(found.count == 25 && Set(found.map(\.id)).count == 25)
            #expect(found.map(\.id) == expected.map(\.id))
        }
    }

    @Test("a card says in words what there is between the two, and offers what comes next")
    func states() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", username: "bo.li", in: course, week: Self.week)
            let browser = try campus.signIn(me)
            func says(_ words: String...) -> Bool {
                let page = campus.get("/matches", as: browser).text
                return words.allSatisfy { page.contains($0) }
            }
            #expect(says("Ask <bdi>Bo</bdi> to study", "Not now", "They aren’t told."))
            let mine = try campus.insertConnection(from: me, to: bo, state: "pending")
            #expect(says("Take it back", "Asked just now, no answer yet") && !says("Not now"))
            try campus.run("UPDATE connections SET state = 'accepted', answered_at = now() WHERE id = \(mine)")
            #expect(says("See <bdi>Bo</bdi>’s week and links", "href=\"/u/bo.li\"", "Connected since"))
            try campus.run("UPDATE connections SET state = 'ended', ended_at = now() WHERE id = \(mine)")
            try campus.insertConnection(from: bo, to: me, state: "pending")
            #expect(says("Answer <bdi>Bo</bdi>", "Asked you just now"))
        }
    }

    @Test("a card wears the photo that its reader may see")
    func photo() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            #expect(try campus.matches(of: me, MatchSelection(course)).map(\.face) == [.pattern])
            let photo = try campus.insertPhoto(of: bo)
            let found = try #require(try campus.matches(of: me, MatchSelection(course)).first)
            #expect(found.face == .photo(photo))
            #expect(found.person.avatar.photo == AttachmentPaths.photo(photo))
            #expect(try campus.get("/matches", as: campus.signIn(me)).text.contains(AttachmentPaths.photo(photo)))
        }
    }
}
