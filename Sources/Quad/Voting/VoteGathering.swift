import Dispatch
import FoundationEssentials
import Synchronization

/// Votes on one post or comment that arrive while others on it are being counted, counted together.
///
/// A vote changes the one row that has the score, and holds it until the transaction is on the disk: one after another
/// there can be no more of them in a second than the disk flushes, and each writes that row and its dozen index entries
/// anew. So of the workers with votes on one subject one counts, and meanwhile the others' votes gather, to be counted in
/// the next transaction all together: one flush and one new row for all of them. A vote that comes alone waits for nobody.
final class VoteGathering: Sendable {
    /// What one voter wants, and where they learn what came of it.
    final class Entry: Sendable {
        let voter: Member.ID
        let ballot: Ballot
        fileprivate let ready = DispatchSemaphore(value: 0)
        fileprivate let outcome = Mutex<Outcome>(.leads)

        init(_ ballot: Ballot, by voter: Member.ID) {
            (self.ballot, self.voter) = (ballot, voter)
        }
    }

    fileprivate enum Outcome: Sendable {
        case counted(CountedVotes)
        case failed(any Error)
        /// Those before it are done: now it counts, for itself and for those that came meanwhile.
        case leads
    }

    /// Votes in one transaction: far more than there are workers.
    private static let most = 64

    /// Those that wait, by what they vote on; there is an entry, empty perhaps, while somebody counts.
    private let waiting = Mutex<[UUID: [Entry]]>([:])

    /// Counts a vote, alone or with others.
    ///
    /// - Parameter count: counts several votes of different voters in one transaction.
    func cast(
        _ ballot: Ballot, by voter: Member.ID, on subject: UUID, _ count: ([Entry]) throws -> CountedVotes
    ) throws -> CountedVotes {
        let own = Entry(ballot, by: voter)
        let isFirst = waiting.withLock { waiting -> Bool in
            guard waiting[subject] != nil else {
                waiting[subject] = []
                return true
            }
            waiting[subject]?.append(own)
            return false
        }
        if !isFirst {
            own.ready.wait()
            switch own.outcome.withLock({ $0 }) {
            case .counted(let counted): return counted
            case .failed(let error): throw error
            case .leads: break
            }
        }
        let others = join(voter, on: subject)
        defer { handOver(subject) }
        do {
            let counted = try count([own] + others)
            for other in others { other.finish(.counted(counted)) }
            return counted
        } catch {
            for other in others { other.finish(.failed(error)) }
            throw error
        }
    }

    /// Takes those that wait, of each voter the first vote alone: a second one is counted after it.
    private func join(_ first: Member.ID, on subject: UUID) -> [Entry] {
        waiting.withLock { waiting -> [Entry] in
            var (voters, taken, left): (Set<Member.ID>, [Entry], [Entry]) = ([first], [], [])
            for entry in waiting[subject] ?? [] {
                if taken.count < Self.most, voters.insert(entry.voter).inserted {
                    taken.append(entry)
                } else {
                    left.append(entry)
                }
            }
            waiting[subject] = left
            return taken
        }
    }

    /// Lets the next one count, or leaves the subject to whoever comes.
    private func handOver(_ subject: UUID) {
        let next = waiting.withLock { waiting -> Entry? in
            guard let next = waiting[subject]?.first else {
                waiting[subject] = nil
                return nil
            }
            waiting[subject]?.removeFirst()
            return next
        }
        next?.finish(.leads)
    }
}

extension VoteGathering.Entry {
    fileprivate func finish(_ outcome: VoteGathering.Outcome) {
        self.outcome.withLock { $0 = outcome }
        ready.signal()
    }
}
