internal import Glibc
internal import Synchronization

/// Server-sent events to one reader (HTML Living Standard, section 9.2). Answer with
/// ``Response/Body/stream(_:)``, keep the stream, and send from any thread; nothing blocks.
///
/// The reader may be gone at any time: `onClose` tells, and sending afterwards does nothing. One that reads too
/// slowly is cut; it reconnects by itself and says the last `id` it saw in `Last-Event-ID`.
public final class EventStream: Sendable {
    private struct State {
        var pending: [UInt8] = []
        var limit = 64 * 1024
        var loop: StreamLoop?
        var serial: UInt64 = 0
        var socket: CInt = -1
        var isQueued = false
        /// The last byte has been given; nothing is taken any more.
        var isEnding = false
        var isOver = false
        var onClose: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    public init() {}

    /// Called once, on some thread, when the stream is over, whoever ended it; at once if it already is.
    public var onClose: (@Sendable () -> Void)? {
        get { state.withLock { $0.onClose } }
        set {
            let isOver = state.withLock { state in
                if !state.isOver { state.onClose = newValue }
                return state.isOver
            }
            if isOver { newValue?() }
        }
    }

    /// - Parameters:
    ///   - event: its type; line breaks are left out.
    ///   - id: what a reader that reconnects names; line breaks are left out.
    ///   - data: any text; each of its lines becomes a `data` line.
    public func send(event: String? = nil, id: String? = nil, data: String) {
        append(EventEncoding.message(event: event, id: id, data: data), isLast: false)
    }

    /// Ends the stream once all has been sent.
    ///
    /// - Parameter retry: when the reader should come back; `nil` leaves that to it.
    public func close(retry: Duration? = nil) {
        append(retry.map { EventEncoding.retry($0) } ?? [], isLast: true)
    }

    private func append(_ bytes: [UInt8], isLast: Bool) {
        let loop = state.withLock { state -> StreamLoop? in
            guard !state.isEnding, !state.isOver else { return nil }
            state.isEnding = isLast
            if state.pending.count + bytes.count > state.limit {
                // Too slow: what it holds is dropped with it.
                state.pending = []
                state.isEnding = true
            } else {
                state.pending += bytes
            }
            guard !state.isQueued else { return nil }
            state.isQueued = state.loop != nil
            return state.loop
        }
        loop?.wake(self)
    }
}

extension EventStream {
    var serial: UInt64 { state.withLock { $0.serial } }

    func attach(to loop: StreamLoop, serial: UInt64, socket: CInt, limit: Int, head: [UInt8]) -> Bool {
        state.withLock { state in
            guard state.loop == nil, !state.isOver else { return false }
            (state.loop, state.serial, state.socket) = (loop, serial, socket)
            state.limit = max(limit, state.pending.count) + head.count
            state.pending = head + state.pending
            return true
        }
    }

    /// Sends what it can. On the loop's thread.
    ///
    /// - Returns: whether the stream goes on.
    func flush() -> Bool {
        state.withLock { state in
            state.isQueued = false
            guard !state.isOver else { return false }
            var sent = 0
            let isAlive = state.pending.withUnsafeBytes { bytes in
                while sent < bytes.count {
                    let count = Glibc.send(
                        state.socket, bytes.baseAddress.map { $0 + sent }, bytes.count - sent,
                        CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
                    if count < 0 { return errno == EAGAIN || errno == EINTR }
                    sent += count
                }
                return true
            }
            state.pending.removeFirst(sent)
            return isAlive && !(state.isEnding && state.pending.isEmpty)
        }
    }

    /// A comment that keeps proxies from closing a quiet connection, and finds out whether it still stands.
    func beat() -> Bool {
        state.withLock { if $0.pending.isEmpty, !$0.isEnding { $0.pending = [0x3A, 0x0A, 0x0A] } }
        return flush()
    }

    /// Closes the socket, and tells.
    func end() {
        let (socket, action) = state.withLock { state -> (CInt, (@Sendable () -> Void)?) in
            defer {
                (state.isOver, state.loop, state.onClose, state.pending) = (true, nil, nil, [])
                state.socket = -1
            }
            return (state.socket, state.onClose)
        }
        if socket >= 0 { Glibc.close(socket) }
        action?()
    }
}
