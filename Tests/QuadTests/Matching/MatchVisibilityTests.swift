import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

/// Who may know which courses somebody takes decides whom they are a match for.
@Suite("Whom somebody is a match for")
struct MatchVisibilityTests {
    private static let week = Week.on([.tuesday, .thursday], 40..<48)

    private static let profiles: [String] = ["public", "university", "connections", "only_me"]
    private static let sections: [String?] = [nil, "university", "connections", "only_me"]

    @Test(
        "a match is whose profile and courses the reader may see, cell by cell", arguments: profiles, sections)
    func table(profile: String, section: String?) throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week, visibility: profile)
            try campus.show("courses", of: bo, to: section)
            let elsewhere = UUID()
            try campus.run(
                """
                INSERT INTO universities (id, slug, name, short_name, time_zone, current_term)
                VALUES (\(elsewhere), 'elsewhere', 'Elsewhere', 'Elsewhere', 'America/Los_Angeles', 'Fall 2026')
                """)
            for isHere in [true, false] {
                for isConnected in [true, false] {
                    let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
                    if !isHere {
                        try campus.run("UPDATE users SET university_id = \(elsewhere) WHERE id = \(me)")
                    }
                    if isConnected { try campus.insertConnection(from: me, to: bo) }
                    let member = try campus.signIn(me).member
                    let allowed = try campus.database.fetch(
                        Query<Bool>.value(
                            """
                            SELECT \(SQL.isShown(to: member)) AND \(SQL.shows(.courses, to: Onlooker(.member(member))))
                            FROM users u WHERE u.id = \(bo)
                            """))
                    let words = "profile \(profile), courses \(section ?? "as usual"), \(isHere), \(isConnected)"
                    let place = Comment(rawValue: words)
                    let found = try campus.matches(of: me, MatchSelection(course)).map(\.id.rawValue)
                    #expect(found.contains(bo) == allowed, place)
                    let reader = try campus.reader(me)
                    let scoring = MatchScoring(reader.habits, weights: .usual)
                    let mates = try campus.database.fetch(
                        .groupMates(MatchCourse.ID(rawValue: course), for: reader, scoring: scoring))
                    #expect(mates.map(\.id.rawValue).contains(bo) == allowed, place)
                    _ = try campus.database.fetch(.hide(campus.username(of: bo), from: member))
                    let isHidden = try campus.count("SELECT count(*) FROM hidden_people WHERE user_id = \(me)") == 1
                    #expect(isHidden == allowed, place)
                    // Whoever comes next is alone with Bo.
                    try campus.run("UPDATE enrolments SET is_shown = false WHERE user_id = \(me)")
                }
            }
        }
    }

    @Test("who keeps their courses to themselves is counted nowhere, and their courses are on no card")
    func onlyMe() throws {
        try withCampus { campus in
            let (course, other) = (try campus.insertCourse(), try campus.insertCourse("MATH 221"))
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            for person in [me, bo] { try campus.enrol(person, in: other) }
            #expect(try campus.matches(of: me, MatchSelection(course)).first?.otherCourses == ["MATH 221"])
            #expect(try campus.database.fetch(.matchCounts(for: campus.reader(me))) == [1, 1])
            try campus.show("courses", of: bo, to: "only_me")
            #expect(try campus.matches(of: me, MatchSelection()).isEmpty)
            #expect(try campus.database.fetch(.matchCounts(for: campus.reader(me))) == [0, 0])
            #expect(try campus.count("SELECT count(*) FROM match_pool WHERE user_id = \(bo)") == 0)
            try campus.show("courses", of: bo, to: nil)
            #expect(try campus.matches(of: me, MatchSelection()).count == 1)
        }
    }

    @Test("a course that somebody shows to fewer than the university suggests them to nobody")
    func suggestions() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            let cases: [(String?, Int)] = [(nil, 1), ("connections", 0), ("only_me", 0), ("university", 1)]
            for (visibility, count) in cases {
                try campus.show("courses", of: bo, to: visibility)
                try campus.perform(SuggestionRound())
                let made: SQL = "SELECT count(*) FROM suggestions WHERE user_id = \(me) AND other_id = \(bo)"
                #expect(try campus.count(made) == count)
            }
        }
    }

    @Test("what somebody keeps from their university is in no score", arguments: ["connections", "only_me"])
    func keptBack(visibility: String) throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let quiet = StudyHabits(location: .library, style: .quiet, pace: .fast)
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week, habits: quiet)
            try campus.run("UPDATE users SET bio_source = 'Hello' WHERE id = \(bo)")
            func traits() throws -> MatchTraits? { try campus.matches(of: me, MatchSelection(course)).first?.traits }
            #expect(try traits() == MatchTraits(habits: quiet, hasBio: true, hasPicture: false))
            try campus.show("about", of: bo, to: visibility)
            #expect(try traits() == MatchTraits(habits: quiet, hasBio: false, hasPicture: false))
            try campus.show("details", of: bo, to: visibility)
            #expect(try traits() == MatchTraits(habits: .unsaid, hasBio: false, hasPicture: false))
        }
    }

    @Test("a page knows the clocks of its courses' people, and no others")
    func zones() throws {
        try withCampus { campus in
            let (course, other) = (try campus.insertCourse(), try campus.insertCourse("MATH 221"))
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            for (place, zone) in ["Europe/Berlin", "Asia/Tokyo", "Europe/Berlin", "Europe/Paris"].enumerated() {
                _ = try campus.insertStudent("Some \(place)", in: course, week: Self.week, zone: zone)
            }
            let kathmandu = try campus.insertStudent("Bo Li", in: other, week: Self.week, zone: "Asia/Kathmandu")
            let member = Member.ID(rawValue: me)
            func names() throws -> Set<String> {
                Set(try campus.database.fetch(.matchZones(of: member)).map(\.name))
            }
            #expect(try names() == ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo", "Europe/Paris"])
            // Two cities with one clock are one way in which weeks lie.
            #expect(try campus.reader(me).shifts.count == 2)
            try campus.enrol(me, in: other)
            #expect(try names().contains("Asia/Kathmandu"))
            try campus.enrol(kathmandu, in: other, isShown: false)
            #expect(try !names().contains("Asia/Kathmandu"))
        }
    }

    @Test("a time zone cannot be changed without end")
    func zoneLimit() throws {
        try withCampus({ $0.limits.zonesPerDay = 1 }) { campus in
            let browser = try campus.signIn(campus.insertUser())
            #expect(campus.post(AvailabilityPaths.zone, [("zone", "Berlin")], as: browser).status == .seeOther)
            let refused = campus.post(AvailabilityPaths.zone, [("zone", "Tokyo")], as: browser)
            #expect(refused.status == .tooManyRequests && refused.text.contains("Everyone has the same limit."))
        }
    }
}
