import Postgres
import Testing

@testable import Demonstration

@Suite("The small demonstration")
struct DemonstrationTests {
    /// One fill serves all checks of this suite, which only read it.
    @Test("is complete, exact, varied and in order")
    func smallCampus() throws {
        try FilledCampus.with { connection in
            try checkCounts(connection)
            try checkCounters(connection)
            try checkOrder(connection)
            try checkVariety(connection)
            try checkLife(connection)
            try checkHTML(connection)
            try checkReferences(connection)
            try checkPeople(connection)
            try checkSignIns(connection)
        }
    }
}
