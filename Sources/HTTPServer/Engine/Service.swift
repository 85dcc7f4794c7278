/// What a server serves.
public protocol Service: Sendable {
    /// What each worker thread owns: its database connections. Made, used and dropped on that thread.
    associatedtype Worker

    /// An answer that is ready, or `nil` to hand the request to a worker. Asked for GET and HEAD only, on the
    /// event thread, where every connection waits for it: it must never block.
    func immediate(_ head: borrowing RequestHead) -> PreparedResponse?

    func makeWorker(number: Int) -> Worker

    /// Called on the worker's thread; may block.
    func respond(to request: Request, on worker: Worker) -> Response

    /// The page for what the server turns away itself. Asked once for each different refusal; the answer is
    /// kept and sent again. The server sets status, `Allow`, `Retry-After` and `Connection: close`.
    func refuse(_ refusal: Refusal) -> Response

    /// Called once for every request, on any thread; must be cheap.
    func finished(_ exchange: Exchange)
}

extension Service {
    public func immediate(_ head: borrowing RequestHead) -> PreparedResponse? { nil }

    public func refuse(_ refusal: Refusal) -> Response {
        .text("\(refusal.status)\n", status: refusal.status)
    }

    public func finished(_ exchange: Exchange) {}
}
