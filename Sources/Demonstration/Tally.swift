import Synchronization

/// What was counted while posts were written, to be stored with people, communities and spaces.
struct Tallies: Sendable {
    var postsOfPerson: [Int32: Int32] = [:]
    var commentsOfPerson: [Int32: Int32] = [:]
    /// Published posts by community, then by space.
    var postsOfSpace: [Int: [Int32]] = [:]
    var lastNumber: [Int: Int32] = [:]
    var lastActivity: [Int: Int64] = [:]
}

/// The tallies, handed from the thread that counts to the one that stores them.
final class Tally: Sendable {
    private let state = Mutex(Tallies())

    var counts: Tallies { state.withLock { $0 } }

    func set(_ counts: Tallies) {
        state.withLock { $0 = counts }
    }
}

extension Tallies {
    mutating func count(_ plan: ThreadPlan, of entry: Schedule.Entry, space: Int) {
        let community = Int(entry.community)
        lastNumber[community] = max(lastNumber[community] ?? 0, entry.number)
        for comment in plan.comments where !comment.isRemoved {
            commentsOfPerson[comment.author, default: 0] += 1
        }
        guard entry.state == .published else { return }
        postsOfPerson[plan.author, default: 0] += 1
        var spaces = postsOfSpace[community] ?? []
        while spaces.count <= space { spaces.append(0) }
        spaces[space] += 1
        postsOfSpace[community] = spaces
        lastActivity[community] = max(lastActivity[community] ?? 0, plan.lastActivity(after: entry.seconds))
    }
}
