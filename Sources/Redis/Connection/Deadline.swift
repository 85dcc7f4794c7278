internal import Glibc

/// A moment on a clock that nobody sets. Plain nanoseconds, because every call takes two of them.
struct Deadline: Comparable {
    private let nanoseconds: Int

    static var now: Deadline {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Deadline(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }

    static func after(_ duration: Duration) -> Deadline { now + duration }

    static func + (start: Deadline, duration: Duration) -> Deadline {
        Deadline(nanoseconds: start.nanoseconds + duration.wholeMicroseconds * 1000)
    }

    static func - (end: Deadline, start: Deadline) -> Duration {
        .nanoseconds(end.nanoseconds - start.nanoseconds)
    }

    static func < (a: Deadline, b: Deadline) -> Bool { a.nanoseconds < b.nanoseconds }

    var microseconds: Int { nanoseconds / 1000 }

    /// For `poll`: milliseconds to go, rounded up so that a wait never ends early, 0 when it has passed.
    var millisecondsLeft: Int32 {
        let left = nanoseconds - Deadline.now.nanoseconds
        return left <= 0 ? 0 : Int32(clamping: (left + 999_999) / 1_000_000)
    }
}
