internal import Glibc

/// A thread for what blocks, so that no test waits for the cooperative pool.
public final class TestThread {
    private var id = pthread_t()

    public init(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        pthread_create(
            &id, nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
    }

    public func join() { pthread_join(id, nil) }

    private final class Work {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

/// Waits until `isDone`, for `seconds` at most.
public func eventually(within seconds: Double = 5, _ isDone: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<Int(seconds * 200) {
        if try isDone() { return true }
        usleep(5_000)
    }
    return try isDone()
}

/// Lets the thread sleep; not at all for a negative duration.
public func sleep(_ duration: Duration) {
    let (seconds, attoseconds) = max(duration, .zero).components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    nanosleep(&time, nil)
}
