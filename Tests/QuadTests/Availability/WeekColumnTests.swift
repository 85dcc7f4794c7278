import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Weeks and study habits in the database", .serialized)
struct WeekColumnTests {
    @Test("a week comes back as it was sent, and its bits are the database's")
    func roundTrip() throws {
        try withCampus { campus in
            let week = Week([0..<1, 52..<70, 100..<133, 671..<672])
            let query = Query<(Week, Int, Int)?>.first(
                """
                SELECT \(week)::bit(672) & ~repeat('0', 672)::bit(672), bit_count(\(week)), get_bit(\(week), 52)
                """, as: { (week: Week, count: Int, bit: Int) in (week, count, bit) })
            let read = try #require(try campus.database.fetch(query))
            #expect(read.0 == week)
            #expect(read.1 == week.quarters && read.2 == 1)
        }
    }

    @Test("other bit strings are not weeks")
    func otherLengths() throws {
        try withCampus { campus in
            _ = #expect(throws: (any Error).self) {
                try campus.database.fetch(Query<Week?>.first("SELECT repeat('1', 671)::bit(671)", as: { $0 }))
            }
        }
    }

    @Test("every habit has a place in its column")
    func habits() throws {
        try withCampus { campus in
            for (index, location) in StudyHabits.Location.allCases.enumerated() {
                let user = try campus.insertUser()
                let style = StudyHabits.Style.allCases[index % 3]
                let pace = StudyHabits.Pace.allCases[index % 3]
                try campus.run(
                    "INSERT INTO study_habits (user_id, location, style, pace) VALUES (\(user), \(location), \(style), \(pace))"
                )
            }
        }
    }
}
