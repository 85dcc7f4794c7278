import FoundationEssentials
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Quad

@Suite("Votes counted together")
struct VoteGatheringTests {
    private let subject = UUID()

    @Test("every vote is counted once, however many come at the same time, and those that wait go together")
    func together() throws {
        let gathering = VoteGathering()
        let counted = Mutex<[Member.ID]>([])
        let transactions = Mutex(0)
        let voters = (0..<40).map { _ in Member.ID() }
        inParallel(voters.count) { [subject] number in
            do {
                let result = try gathering.cast(.vote(.up), by: voters[number], on: subject) { ballots in
                    usleep(10_000)
                    counted.withLock { $0 += ballots.map(\.voter) }
                    transactions.withLock { $0 += 1 }
                    return CountedVotes(score: 1, accepted: ballots.map(\.voter), changed: [])
                }
                if !result.accepted.contains(voters[number]) { Issue.record("told of a count without its own vote") }
            } catch {
                Issue.record(error)
            }
        }
        #expect(counted.withLock { Set($0) } == Set(voters) && counted.withLock { $0.count } == 40)
        #expect(transactions.withLock { $0 } < 20)
    }

    @Test("one voter’s votes are never in one transaction")
    func sameVoter() {
        let gathering = VoteGathering()
        let counted = Mutex(0)
        let voter = Member.ID()
        inParallel(8) { [subject] _ in
            do {
                _ = try gathering.cast(.none, by: voter, on: subject) { ballots in
                    usleep(5_000)
                    if ballots.count != 1 { Issue.record("\(ballots.count) at once") }
                    counted.withLock { $0 += 1 }
                    return CountedVotes(score: 0, accepted: [voter], changed: [])
                }
            } catch {
                Issue.record(error)
            }
        }
        #expect(counted.withLock { $0 } == 8)
    }

    @Test("what fails is told to all whose votes it was, and the next are counted all the same")
    func failing() throws {
        let gathering = VoteGathering()
        let failed = Mutex(0)
        let begun = Mutex(0)
        inParallel(20) { [subject] number in
            do {
                _ = try gathering.cast(.vote(.down), by: Member.ID(), on: subject) { ballots in
                    usleep(5_000)
                    let turn = begun.withLock { count -> Int in
                        count += 1
                        return count
                    }
                    if turn % 2 == 1 {
                        failed.withLock { $0 += ballots.count }
                        throw VoteError.isClosed
                    }
                    return CountedVotes(score: 0, accepted: ballots.map(\.voter), changed: [])
                }
            } catch {
                failed.withLock { $0 -= 1 }
            }
        }
        #expect(failed.withLock { $0 } == 0)
        let alone = try gathering.cast(.none, by: Member.ID(), on: subject) { ballots in
            CountedVotes(score: 7, accepted: ballots.map(\.voter), changed: [])
        }
        #expect(alone.score == 7)
    }

    @Test("votes on other things wait for nobody")
    func apart() throws {
        let gathering = VoteGathering()
        let inner = try gathering.cast(.none, by: Member.ID(), on: subject) { _ in
            try gathering.cast(.none, by: Member.ID(), on: UUID()) { ballots in
                CountedVotes(score: 3, accepted: ballots.map(\.voter), changed: [])
            }
        }
        #expect(inner.score == 3)
    }
}
