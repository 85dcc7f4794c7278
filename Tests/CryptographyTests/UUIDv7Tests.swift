import Cryptography
import Dispatch
import FoundationEssentials
import Synchronization
import Testing

@Suite("Identifiers that sort by time")
struct UUIDv7Tests {
    /// - Source: RFC 9562, appendix A.6.
    @Test("the RFC's example is read: its time, version and variant")
    func example() throws {
        let uuid = try #require(UUID(uuidString: "017F22E2-79B0-7CC3-98C4-DC0C0C07398F"))
        #expect(UUIDv7.milliseconds(of: uuid) == 1_645_557_742_000)
        #expect(UUIDv7.milliseconds(of: UUID()) == nil)
    }

    @Test("one made now carries this moment")
    func time() throws {
        let before = Int64(Date().timeIntervalSince1970 * 1000)
        let made = try #require(UUIDv7.milliseconds(of: UUIDv7.generate()))
        // Other tests make so many in a millisecond that the count runs ahead of the clock a little.
        #expect((before...before + 5000).contains(made))
    }

    @Test("400,000 from 8 threads are all different, and each thread's ascend")
    func threads() {
        let all = Mutex<Set<UUID>>([])
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let mine = (0..<50_000).map { _ in UUIDv7.generate() }
            #expect(zip(mine, mine.dropFirst()).allSatisfy { earlier, later in earlier.isBefore(later) })
            all.withLock { all in all.formUnion(mine) }
        }
        #expect(all.withLock { all in all.count } == 400_000)
    }

    @Test("from a seed and a time they are always the same")
    func deterministic() {
        var (first, second) = (Counting(), Counting())
        let one = UUIDv7.generate(at: 1_700_000_000_000, using: &first)
        let two = UUIDv7.generate(at: Date(timeIntervalSince1970: 1_700_000_000), using: &second)
        #expect(one == two)
        #expect(one.uuidString == "018BCFE5-6800-7001-8000-000000000002")
        #expect(one != UUIDv7.generate(at: 1_700_000_000_000, using: &first))
    }
}

private struct Counting: RandomNumberGenerator {
    var count: UInt64 = 0

    mutating func next() -> UInt64 {
        count += 1
        return count
    }
}

extension UUID {
    fileprivate func isBefore(_ other: UUID) -> Bool {
        withUnsafeBytes(of: uuid) { mine in
            withUnsafeBytes(of: other.uuid) { others in mine.lexicographicallyPrecedes(others) }
        }
    }
}
