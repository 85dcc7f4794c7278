internal import Synchronization

/// Counts at one moment, for metrics.
public struct ServerStatistics: Sendable, Equatable {
    /// Open connections, live streams apart.
    public var connections = 0
    public var queueLength = 0
    public var busyWorkers = 0
    /// Requests handed to the workers and not answered yet: waiting and worked on.
    public var suspended = 0
    public var streams = 0
    /// Since the start:
    public var requests = 0
    public var refused = 0
    /// Connections shut for being slower than their deadline.
    public var cut = 0
    /// Connections turned away because their address had its share.
    public var turnedAway = 0
}

/// The counters behind ``ServerStatistics``. Relaxed: each is exact, their moment is not.
struct Counters: ~Copyable {
    let requests = Atomic<Int>(0)
    let refused = Atomic<Int>(0)
    let cut = Atomic<Int>(0)
    let turnedAway = Atomic<Int>(0)
    let busy = Atomic<Int>(0)
    let suspended = Atomic<Int>(0)
    /// Requests begun and not over.
    let active = Atomic<Int>(0)
}

extension Atomic<Int> {
    func add(_ amount: Int) { wrappingAdd(amount, ordering: .relaxed) }
    var value: Int { load(ordering: .relaxed) }
}
