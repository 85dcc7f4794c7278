/// What a server serves.
public protocol Service: Sendable {
    /// What each worker thread owns: its database connections. Made, used and dropped on that thread.
    associatedtype Worker

    /// An answer that is ready, or `nil` to hand the request to a worker. Asked for GET and HEAD only, on the
    /// event thread, where every connection waits for it: it must never block.
    func immediate(_ head: borrowing RequestHead) -> PreparedResponse?

    /// Which queue a request waits in. Asked on the event thread: it must never block.
    func lane(for head: borrowing RequestHead) -> Lane

    func makeWorker(number: Int) -> Worker

    /// Called on the worker's thread; may block.
    func respond(to request: Request, on worker: Worker) -> Response

    /// The page for what the server turns away itself. Asked once for each different refusal; the answer is
    /// kept and sent again. The server sets status, `Allow`, `Retry-After` and `Connection: close`.
    func refuse(_ refusal: Refusal) -> Response

    /// The page for a form that came at a bad moment (a full queue, stopping), so that what was typed is not lost;
    /// `nil` gives that of ``refuse(_:)``. Asked for forms of at most ``Limits/keptForm`` bytes, on any thread, the
    /// event thread too: it must never block.
    func refuse(_ refusal: Refusal, of request: Request) -> Response?

    /// Called once for every request, on any thread; must be cheap.
    func finished(_ exchange: Exchange)
}

extension Service {
    public func immediate(_ head: borrowing RequestHead) -> PreparedResponse? { nil }

    public func refuse(_ refusal: Refusal) -> Response {
        .text("\(refusal.status)\n", status: refusal.status)
    }

    public func refuse(_ refusal: Refusal, of request: Request) -> Response? { nil }

    public func lane(for head: borrowing RequestHead) -> Lane { .ordinary }

    public func finished(_ exchange: Exchange) {}
}

/// Where a request waits for a worker.
public enum Lane: Sendable {
    case ordinary
    /// For requests that keep a processor busy for long, as hashing a password does: few workers of a lower
    /// priority and a short queue, so that a rush of them holds up nobody else.
    case slow
    /// For requests that keep a processor and a lot of memory busy for seconds, as decoding a large picture does: a
    /// queue of their own, so that not even the slow ones wait for them, and the patience that goes with them.
    case heavy
}
