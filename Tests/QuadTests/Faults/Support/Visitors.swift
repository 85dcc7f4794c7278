import Glibc
import Synchronization
import TestSupport
import Testing

/// People who read, each on a connection they keep, one page after another until they are told to stop.
final class Visitors: Sendable {
    struct Visit: Sendable {
        let target: String
        /// `nil`: the request was lost.
        let status: Int?
        let retryAfter: String?
        let begun: ContinuousClock.Instant
        let duration: Duration
    }

    private let port: Int
    private let targets: [String]
    private let visits = Mutex<[Visit]>([])
    private let isOver = Atomic<Bool>(false)

    private init(_ port: Int, _ targets: [String]) {
        (self.port, self.targets) = (port, targets)
    }

    /// Calls `body` while they read, and answers what they met.
    static func read(_ targets: [String], from port: Int, count: Int = 4, while body: () throws -> Void) throws
        -> [Visit]
    {
        let visitors = Visitors(port, targets)
        let threads = (0..<count).map { number in TestThread { visitors.read(from: number) } }
        let result = Result { try body() }
        visitors.isOver.store(true, ordering: .relaxed)
        for thread in threads { thread.join() }
        try result.get()
        return visitors.visits.withLock { $0 }
    }

    private func read(from start: Int) {
        var number = start
        var client: HTTPClient?
        while !isOver.load(ordering: .relaxed) {
            let target = targets[number % targets.count]
            number += 1
            let begun = ContinuousClock.now
            var answer: HTTPAnswer?
            do {
                let open = if let client { client } else { try HTTPClient(port: port, patience: 15) }
                client = open
                answer = try open.get(target)
                if answer?["Connection"] == "close" { client = nil }
            } catch {
                client = nil
            }
            let visit = Visit(
                target: target, status: answer?.status, retryAfter: answer?["Retry-After"], begun: begun,
                duration: .now - begun)
            visits.withLock { $0.append(visit) }
            usleep(5_000)
        }
    }
}

extension [Visitors.Visit] {
    /// What they met, counted, for the reader of a failed test.
    var summary: Comment {
        let counted = Dictionary(grouping: self) { "\($0.target) \($0.status.map(String.init) ?? "lost")" }
            .map { key, visits in "\(key): \(visits.count), up to \(visits.map(\.duration).max() ?? .zero)" }
        return Comment(rawValue: counted.sorted().joined(separator: "\n"))
    }
}
