internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// One client connection, from accept to close, and the request it is at.
///
/// Sendable because its state has one owner at a time: the event thread, until it suspends the connection and
/// queues it; then whoever took it from the queue, until ``Engine/answer(_:with:)`` resumes it. `claim` settles
/// who that is, `deadline` is atomic, and the reaper's own fields are the reaper's alone.
final class Connection: @unchecked Sendable {
    enum Stage {
        /// Between requests.
        case waiting
        /// The request line is in; the headers are on their way.
        case head
        /// The guard is content; the body, if any, is on its way.
        case body
        /// A worker has it, or has answered.
        case handedOver
        /// An answer is on its way out.
        case sending
    }

    /// Who may answer, besides the event thread.
    enum Claim: UInt8, AtomicRepresentable {
        case none
        /// Whoever takes it from the queue.
        case queued
        /// The worker that has it: it is still reading the request out of libmicrohttpd's memory.
        case copying
        /// That worker, or stopping when it has run out of patience: the first to say so.
        case working
        case answered
    }

    let handle: OpaquePointer
    let socket: CInt
    let peer: IPAddress
    /// Whether the peer is a proxy whose word on the client counts.
    let isProxy: Bool
    let deadline = Deadline()
    let claim = Atomic<Claim>(.none)

    var stage = Stage.waiting
    var head = RawHead()
    var body = BodyReader.none
    var refusal: Refusal?
    var answer: Answer?
    var exchange: ExchangeNotes

    init(handle: OpaquePointer, socket: CInt, peer: IPAddress, isProxy: Bool) {
        (self.handle, self.socket, self.peer, self.isProxy) = (handle, socket, peer, isProxy)
        exchange = ExchangeNotes(client: peer)
    }

    /// A request line has come in.
    func begin(_ target: UnsafePointer<CChar>?, id: RequestID) {
        stage = .head
        head = RawHead(target: target)
        exchange = ExchangeNotes(id: id, client: peer)
        claim.store(.none, ordering: .relaxed)
    }

    /// The request is over; the connection may bring another.
    func reset() {
        stage = .waiting
        head = RawHead()
        body = .none
        refusal = nil
        answer = nil
    }
}

/// What will be told of a request once it is over.
struct ExchangeNotes {
    var id: RequestID
    var client: IPAddress
    var received: ContinuousClock.Instant
    var queued: ContinuousClock.Instant
    var waiting = Duration.zero
    var working = Duration.zero
    var onEventThread = true
    var bytes = 0
    var route: String?
    var note: String?

    init(id: RequestID = RequestID(bits: 0), client: IPAddress) {
        (self.id, self.client) = (id, client)
        received = .now
        queued = received
    }
}

/// What a connection is to answer.
enum Answer {
    case response(NativeResponse)
    /// The socket has gone to the live streams; libmicrohttpd is left with a stand-in to close.
    case detached
}
