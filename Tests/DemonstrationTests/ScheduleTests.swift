import FoundationEssentials
import Testing

@testable import Demonstration

@Suite("The schedule of a small demonstration")
struct ScheduleTests {
    @Test(
        "is exact and fresh at whatever hour it is made, from whatever seed",
        arguments: [(1, 3), (2, 12), (3, 21)])
    func anyHour(seed: UInt64, hour: Int64) throws {
        let now = 1_795_219_200 + hour * 3600
        let figures = Demonstration.Figures(.small)
        let clock = CampusClock(now: now)
        let schedule = Schedule(figures, corpus: try Corpus(), seed: seed, clock: clock)
        let entries = schedule.entries
        #expect(entries.count == 1500)
        #expect(entries.map { Int($0.comments) }.reduce(0, +) == 9000)
        #expect(entries.map { Int($0.comments) }.max() == 180)

        let fresh = entries.indices.filter { place in
            let entry = entries[place]
            let isPublic = schedule.corpus.communities[Int(entry.community)].visibility == "public"
            return entry.seconds > now - 86_400 && entry.state == .published && isPublic
                && schedule.scene(of: place).kind == .question
        }
        #expect(fresh.count >= 25, "\(fresh.count) questions in the last day")
        let newest = entries.map(\.seconds).max() ?? 0
        #expect(newest <= now - 60)
        #expect(newest > now - 600)
    }

    @Test("never puts two posts about one thing next to each other")
    func neighbours() throws {
        let schedule = Schedule(
            Demonstration.Figures(.small), corpus: try Corpus(), seed: 3, clock: CampusClock(now: 1_795_219_200))
        var last: [Int32: Int] = [:]
        var echoes = 0
        for place in schedule.entries.indices {
            let subject = schedule.scene(of: place).subject
            if last[schedule.entries[place].community] == subject { echoes += 1 }
            last[schedule.entries[place].community] = subject
        }
        // The longest thread takes the place of a post, wherever that is.
        #expect(echoes <= 1)
    }
}
