internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// Everything of a server that does not depend on what it serves; ``ServiceEngine`` adds that.
///
/// Sendable: `requestIDs` and `daemon` are touched by one thread at a time (the event thread; the thread that
/// starts and stops), the rest is constant, atomic or behind a lock.
class Engine: @unchecked Sendable {
    let configuration: ServerConfiguration
    let requestGuard: RequestGuard
    let queue: WorkQueue
    let slowQueue: WorkQueue
    let heavyQueue: WorkQueue
    let table = ConnectionTable()
    let streams: StreamLoop
    let counters = Counters()
    /// Answers end their connection from now on.
    let isDraining = Atomic<Bool>(false)
    /// Nothing more is handed to the workers.
    let isClosed = Atomic<Bool>(false)
    /// Milliseconds since the start, moved on by the reaper: exact to one of its rounds.
    let clock = Atomic<Int64>(0)
    var requestIDs = RequestIDs()
    var daemon: OpaquePointer?
    private let requestLimit: Int64
    private let sendingLimit: Int64
    private let refusals = Mutex<[Refusal: PreparedResponse]>([:])

    init(_ configuration: ServerConfiguration) throws(ServerError) {
        self.configuration = configuration
        requestLimit = configuration.limits.request.milliseconds
        sendingLimit = configuration.limits.sending.milliseconds
        requestGuard = RequestGuard(
            limits: configuration.limits, hosts: configuration.hosts.map(HostNames.init),
            rawContentTypes: configuration.rawContentTypes)
        queue = WorkQueue(limit: configuration.queueLimit)
        slowQueue = WorkQueue(limit: configuration.slowQueueLimit)
        heavyQueue = WorkQueue(limit: configuration.heavyQueueLimit)
        streams = try StreamLoop(
            limit: configuration.limits.streams, buffer: configuration.limits.streamBuffer,
            heartbeat: configuration.heartbeat)
    }

    // What the service says.
    func immediate(_ head: borrowing RequestHead) -> PreparedResponse? { nil }
    func lane(for head: borrowing RequestHead) -> Lane { .ordinary }
    func page(for refusal: Refusal) -> Response { Response(status: refusal.status) }
    func page(for refusal: Refusal, of request: Request) -> Response? { nil }
    func finished(_ exchange: Exchange) {}
    func work(number: Int, on lane: Lane) {}

    func queue(of lane: Lane) -> WorkQueue {
        switch lane {
        case .ordinary: queue
        case .slow: slowQueue
        case .heavy: heavyQueue
        }
    }

    /// Every queue, and how long a request may wait in it.
    var queues: [(queue: WorkQueue, patience: Duration)] {
        let limits = configuration.limits
        return [(queue, limits.queueWait), (slowQueue, limits.queueWait), (heavyQueue, limits.heavyQueueWait)]
    }

    /// The answer to a request that is turned away, made once.
    func prepared(_ refusal: Refusal) -> PreparedResponse {
        if let known = refusals.withLock({ $0[refusal] }) { return known }
        var response = refusal.complete(page(for: refusal))
        response.route = response.route ?? "refused"
        let prepared = PreparedResponse(response)
        refusals.withLock { $0[refusal] = prepared }
        return prepared
    }

    /// When a request that begins now must be in, by ``clock``.
    var requestDeadline: Int64 { clock.load(ordering: .relaxed) + requestLimit }
    /// When an answer that begins now must be out.
    var sendingDeadline: Int64 { clock.load(ordering: .relaxed) + sendingLimit }

    var statistics: ServerStatistics {
        var statistics = ServerStatistics()
        statistics.connections = table.count
        statistics.queueLength = queues.reduce(0) { $0 + $1.queue.length }
        statistics.busyWorkers = counters.busy.value
        statistics.suspended = counters.suspended.value
        statistics.streams = streams.count
        statistics.requests = counters.requests.value
        statistics.refused = counters.refused.value
        statistics.cut = counters.cut.value
        statistics.turnedAway = counters.turnedAway.value
        return statistics
    }
}

/// An engine and the service it runs.
final class ServiceEngine<S: Service>: Engine, @unchecked Sendable {
    private let service: S

    init(_ service: S, _ configuration: ServerConfiguration) throws(ServerError) {
        self.service = service
        try super.init(configuration)
    }

    override func immediate(_ head: borrowing RequestHead) -> PreparedResponse? { service.immediate(head) }
    override func lane(for head: borrowing RequestHead) -> Lane { service.lane(for: head) }
    override func page(for refusal: Refusal) -> Response { service.refuse(refusal) }
    override func page(for refusal: Refusal, of request: Request) -> Response? { service.refuse(refusal, of: request) }
    override func finished(_ exchange: Exchange) { service.finished(exchange) }

    override func work(number: Int, on lane: Lane) {
        let worker = service.makeWorker(number: number)
        let queue = queue(of: lane)
        while let connection = queue.pop() {
            counters.busy.add(1)
            work(on: connection) { service.respond(to: $0, on: worker) }
            counters.busy.add(-1)
        }
    }
}
