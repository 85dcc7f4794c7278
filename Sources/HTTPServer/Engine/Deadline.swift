internal import Synchronization

/// When a connection will be cut, and why. Written by the event thread, read and moved on by the reaper.
///
/// One word: the time in milliseconds of the reaper's clock (40 bits), the number of the request (20 bits), and
/// what the connection is at (4 bits).
struct Deadline: ~Copyable {
    enum Phase: UInt64 {
        /// Nothing to cut it for: a worker has it.
        case none
        /// Between requests: nothing of the next has been seen.
        case waiting
        case receiving
        case sending
    }

    struct Value: Equatable {
        let bits: UInt64

        init(_ phase: Phase, at time: Int64, request: UInt64) {
            bits =
                UInt64(truncatingIfNeeded: max(0, min(time, 1 << 39))) << 24 | (request & 0xFFFFF) << 4 | phase.rawValue
        }

        init(bits: UInt64) { self.bits = bits }

        var phase: Phase { Phase(rawValue: bits & 15) ?? .none }
        var time: Int64 { Int64(bits >> 24) }
        var request: UInt64 { bits >> 4 & 0xFFFFF }
    }

    static let never = Int64.max

    private let word = Atomic<UInt64>(0)

    var value: Value { Value(bits: word.load(ordering: .relaxed)) }

    func set(_ phase: Phase, at time: Int64) {
        let request = value.request &+ (phase == .waiting ? 1 : 0)
        word.store(Value(phase, at: time, request: request).bits, ordering: .relaxed)
    }

    /// Moves on from `old`.
    ///
    /// - Returns: `false` when the event thread was quicker.
    @discardableResult
    func replace(_ old: Value, with phase: Phase, at time: Int64) -> Bool {
        let new = Value(phase, at: time, request: old.request)
        return word.compareExchange(expected: old.bits, desired: new.bits, ordering: .relaxed).exchanged
    }
}
