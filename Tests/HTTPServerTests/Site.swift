import Glibc
import HTTPServer
import Synchronization

/// A service for tests: what it answers is said in closures.
struct Site: Service {
    final class Worker {}

    var now: @Sendable (borrowing RequestHead) -> PreparedResponse? = { _ in nil }
    var answer: @Sendable (Request) -> Response = { .text("\($0.method.rawValue) \($0.path)") }
    var isSlow: @Sendable (borrowing RequestHead) -> Bool = { _ in false }
    var isHeavy: @Sendable (borrowing RequestHead) -> Bool = { _ in false }
    var keptPage: @Sendable (Request) -> Response? = { _ in nil }
    let log = Log()

    func immediate(_ head: borrowing RequestHead) -> PreparedResponse? { now(head) }
    func lane(for head: borrowing RequestHead) -> Lane {
        isSlow(head) ? .slow : isHeavy(head) ? .heavy : .ordinary
    }
    func refuse(_ refusal: Refusal, of request: Request) -> Response? { keptPage(request) }
    func makeWorker(number: Int) -> Worker { Worker() }
    func respond(to request: Request, on worker: Worker) -> Response { answer(request) }
    func finished(_ exchange: Exchange) { log.add(exchange) }

    func refuse(_ refusal: Refusal) -> Response {
        .html(Array("<p>\(refusal.reason)</p>".utf8), status: refusal.status)
    }

    final class Log: Sendable {
        private let state = Mutex<[Exchange]>([])

        var exchanges: [Exchange] { state.withLock { $0 } }
        func add(_ exchange: Exchange) { state.withLock { $0.append(exchange) } }
    }
}

extension ServerConfiguration {
    /// A free port, few workers, no share of connections for this machine, and no waiting when stopping.
    static func test(workers: Int = 2) -> ServerConfiguration {
        var configuration = ServerConfiguration(port: 0, address: "127.0.0.1", workers: workers)
        configuration.generousNetworks = [IPNetwork("127.0.0.0/8")].compactMap(\.self)
        configuration.linger = .zero
        configuration.drain = .seconds(2)
        return configuration
    }
}

/// Runs `body` against a server that is stopped afterwards.
func serving<Answer>(
    _ site: Site = Site(), configuration: ServerConfiguration = .test(),
    _ body: (Server<Site>) throws -> Answer
) throws -> Answer {
    let server = try Server(site, configuration: configuration)
    defer { server.stop() }
    return try body(server)
}
