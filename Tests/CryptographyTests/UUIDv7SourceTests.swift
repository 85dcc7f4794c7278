import FoundationEssentials
import Testing

@testable import Cryptography

@Suite("The order of identifiers")
struct UUIDv7SourceTests {
    @Test("it holds when the clock stands still, when it is set back, and when a millisecond is full")
    func order() throws {
        var source = UUIDv7Source()
        let times = [5000, 5000, 4000, 5001] + [Int64](repeating: 5001, count: 10_000) + [1, 5002, 9000]
        let made = times.map { time in source.next(at: time).uuidString }
        #expect(zip(made, made.dropFirst()).allSatisfy { earlier, later in earlier < later })
        let last = try #require(made.last.flatMap { text in UUID(uuidString: text) })
        #expect(UUIDv7.milliseconds(of: last) == 9000)
    }
}
