internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// Holds the sockets of all live streams, on one thread with an epoll of its own.
///
/// They do not stay with libmicrohttpd as suspended connections because it walks through every suspended connection
/// each time one is resumed (`resume_suspended_connections`): ten thousand idle streams would tax every
/// answer of the workers. Here an idle stream costs a socket and a few hundred bytes, and a reader that leaves is
/// noticed at once.
final class StreamLoop: Sendable {
    private struct State {
        var streams: [UInt64: EventStream] = [:]
        var ready: [EventStream] = []
        var nextSerial: UInt64 = 1
        var isClosed = false
        var thread: SystemThread?
    }

    private let limit: Int
    private let buffer: Int
    private let heartbeat: Duration
    private let epoll: CInt
    private let bell: CInt
    /// What takes a stream's place in libmicrohttpd, to be closed there.
    private let standIn: CInt
    private let state = Mutex(State())
    private static let beats = 15

    init(limit: Int, buffer: Int, heartbeat: Duration) throws(ServerError) {
        (self.limit, self.buffer, self.heartbeat) = (limit, buffer, heartbeat)
        epoll = epoll_create1(CInt(EPOLL_CLOEXEC))
        bell = eventfd(0, CInt(EFD_CLOEXEC) | CInt(EFD_NONBLOCK))
        standIn = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard epoll >= 0, bell >= 0, standIn >= 0 else { throw .system("live streams", code: errno) }
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.u64 = 0
        epoll_ctl(epoll, EPOLL_CTL_ADD, bell, &event)
    }

    deinit {
        for descriptor in [epoll, bell, standIn] where descriptor >= 0 { Glibc.close(descriptor) }
    }

    var count: Int { state.withLock { $0.streams.count } }

    func start() throws(ServerError) {
        let thread = try SystemThread("streams", stack: 512 * 1024) { self.run() }
        state.withLock { $0.thread = thread }
    }

    /// Takes a socket away from libmicrohttpd. Its connection must be suspended: then the socket is in no epoll
    /// and on nobody's mind, and a stand-in can take its number.
    ///
    /// - Returns: `false` when there are too many streams, or sockets.
    func adopt(_ stream: EventStream, from socket: CInt, _ response: Response) -> Bool {
        let isAdopted = take(stream, socket, response)
        if !isAdopted { stream.end() }
        return isAdopted
    }

    private func take(_ stream: EventStream, _ socket: CInt, _ response: Response) -> Bool {
        let serial = state.withLock { state -> UInt64? in
            guard !state.isClosed, state.streams.count < limit else { return nil }
            state.nextSerial += 1
            state.streams[state.nextSerial] = stream
            return state.nextSerial
        }
        guard let serial else { return false }
        let own = fcntl(socket, F_DUPFD_CLOEXEC, 3)
        guard own >= 0,
            stream.attach(to: self, serial: serial, socket: own, limit: buffer, head: EventEncoding.head(response)),
            quad_duplicate(standIn, socket, O_CLOEXEC) >= 0
        else {
            state.withLock { _ = $0.streams.removeValue(forKey: serial) }
            return false
        }
        var event = epoll_event()
        event.events = EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
        event.data.u64 = serial
        epoll_ctl(epoll, EPOLL_CTL_ADD, own, &event)
        return true
    }

    func wake(_ stream: EventStream) {
        let isFirst = state.withLock { state in
            state.ready.append(stream)
            return state.ready.count == 1
        }
        if isFirst { ring() }
    }

    /// Ends every stream with a hint to come back in 1 to 3 seconds, and takes no more.
    func close() {
        let streams = state.withLock { state in
            state.isClosed = true
            return Array(state.streams.values)
        }
        for stream in streams { stream.close(retry: .milliseconds(.random(in: 1000...3000))) }
        ring()
    }

    /// Waits for the thread to end, after ``close()``.
    func join() { state.withLock { $0.thread.take() }?.join() }

    private func ring() {
        var one: UInt64 = 1
        _ = write(bell, &one, 8)
    }

    private func run() {
        var events = Array(repeating: epoll_event(), count: 256)
        let rhythm = heartbeat / Self.beats
        var nextBeat = ContinuousClock.now + rhythm
        var beat = 0
        var end: ContinuousClock.Instant?
        while true {
            let wait = CInt(clamping: max(1, min(ContinuousClock.now.duration(to: nextBeat).milliseconds + 1, 1000)))
            let count = epoll_wait(epoll, &events, CInt(events.count), wait)
            for event in events.prefix(Int(max(0, count))) { happened(event) }
            for stream in state.withLock({ state in
                let ready = state.ready
                state.ready = []
                return ready
            }) where !stream.flush() { finish(stream) }
            if ContinuousClock.now >= nextBeat {
                beat += 1
                nextBeat = .now + rhythm
                for stream in due(beat) where !stream.beat() { finish(stream) }
            }
            guard state.withLock({ $0.isClosed }) else { continue }
            let limit = end ?? .now + .seconds(1)
            end = limit
            if ContinuousClock.now >= limit { state.withLock { Array($0.streams.values) }.forEach(finish) }
            if self.count == 0 { return }
        }
    }

    private func happened(_ event: epoll_event) {
        guard event.data.u64 != 0 else {
            var rings: UInt64 = 0
            _ = read(bell, &rings, 8)
            return
        }
        guard let stream = state.withLock({ $0.streams[event.data.u64] }) else { return }
        let isGone = event.events & (EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0
        if isGone || !stream.flush() { finish(stream) }
    }

    /// The fifteenth of the streams whose turn it is.
    private func due(_ beat: Int) -> [EventStream] {
        let turn = UInt64(beat % Self.beats)
        return state.withLock { state in
            state.streams.compactMap { $0.key % UInt64(Self.beats) == turn ? $0.value : nil }
        }
    }

    private func finish(_ stream: EventStream) {
        let serial = stream.serial
        state.withLock { _ = $0.streams.removeValue(forKey: serial) }
        stream.end()
    }
}
