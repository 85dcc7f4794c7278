import FoundationEssentials
import Testing

@testable import Demonstration

@Suite("Seeded chance")
struct ChanceTests {
    @Test("draws what SplitMix64 draws, for ever")
    func reference() {
        var chance = Chance(seed: 1, for: .people)
        let first = (0..<3).map { _ in chance.next() }
        var again = Chance(seed: 1, for: .people)
        #expect(first == (0..<3).map { _ in again.next() })
        var other = Chance(seed: 1, for: .schedule)
        #expect(first[0] != other.next())
    }

    @Test("stays within its limits, and reaches both ends")
    func limits() {
        var chance = Chance(seed: 9, for: .words)
        let draws = (0..<2000).map { _ in chance.below(7) }
        #expect(Set(draws) == Set(0..<7))
        let ranks = (0..<2000).map { _ in chance.rank(below: 50) }
        let often = ranks.count { $0 == 0 }
        let seldom = ranks.count { $0 == 30 }
        #expect(Set(ranks).isSubset(of: Set(0..<50)))
        #expect(often > 5 * seldom)
        let between = Set((0..<500).map { _ in chance.within(3...5) })
        #expect(between == [3, 4, 5])
    }

    @Test("with a heavy tail has the mean it was asked for, within a tenth")
    func mean() {
        var chance = Chance(seed: 4, for: .thread)
        let draws = (0..<200_000).map { _ in chance.heavyTail(mean: 6, most: 100_000) }
        let mean = Double(draws.reduce(0, +)) / Double(draws.count)
        #expect((5.4...6.6).contains(mean), "\(mean)")
        #expect((draws.max() ?? 0) > 100)
    }

    @Test("makes identifiers of version 7 that sort by time")
    func identifiers() {
        var chance = Chance(seed: 5, for: .identifier)
        let ids = (0..<200).map { UUID(at: 1_700_000_000 + Int64($0), from: &chance) }
        let texts = ids.map(\.uuidString)
        #expect(texts == texts.sorted())
        let versions = Set(ids.map { $0.uuid.6 >> 4 })
        let variants = Set(ids.map { $0.uuid.8 >> 6 })
        #expect(versions == [7])
        #expect(variants == [2])
    }

    @Test("fills slots alike throughout one post and differently between posts")
    func phrases() {
        var names = SlotNames()
        let phrase = Phrase("‹Room› or ‹room›, ‹a|a›‹|›", names: &names)
        let values = [["east", "west", "north", "south"].map { Phrase(pieces: [.words($0)]) }]
        var chance = Chance(seed: 6, for: .words)
        let texts = (0..<40).map {
            phrase.words(in: Setting(values: values, key: (seed: 6, post: $0)), chance: &chance)
        }
        #expect(Set(texts) == ["East or east, a", "West or west, a", "North or north, a", "South or south, a"])
    }
}
