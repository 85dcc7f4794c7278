import Postgres
import TestSupport
import Testing

@Suite("Asking queries")
struct FetchTests {
    struct Person: Equatable, Sendable { let id: Int, name: String, nickname: String? }

    @Test("several queries answer as a tuple in one round trip")
    func tuple() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            let (people, count, missing) = try connection.fetch(
                Query.all("SELECT 1, 'Ada', NULL::text UNION ALL SELECT 2, 'Bo', 'b' ORDER BY 1", as: Person.init),
                Query<Int>.value("SELECT \(41) + 1"),
                Query.first("SELECT 1, 'x', 'y' WHERE false", as: Person.init))
            #expect(people == [Person(id: 1, name: "Ada", nickname: nil), Person(id: 2, name: "Bo", nickname: "b")])
            #expect(count == 42)
            #expect(missing == nil)
            #expect(connection.statistics.roundTrips == 1)
        }
    }
}
