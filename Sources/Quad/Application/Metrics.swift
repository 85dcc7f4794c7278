import HTTPServer
import Synchronization

/// Figures of the running process in Prometheus's text format.
///
/// - Source: Prometheus documentation, "Exposition formats", version 0.0.4.
final class Metrics: Sendable {
    private struct Histogram {
        /// Seconds; Prometheus's own defaults begin far above what a page costs here.
        static let bounds = [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
        var counts = [Int](repeating: 0, count: bounds.count + 1)
        var sum = 0.0

        mutating func add(_ seconds: Double) {
            counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            sum += seconds
        }
    }

    /// What one route answered.
    private struct RouteFigures {
        var statuses: [Int: Int] = [:]
        /// Most answers by far.
        var ok = 0
        var latency = Histogram()

        mutating func add(_ status: Int, _ seconds: Double) {
            if status == 200 { ok += 1 } else { statuses[status, default: 0] += 1 }
            latency.add(seconds)
        }
    }

    private struct State {
        var routes: [String: RouteFigures] = [:]
        /// Answers from memory: no route ran, and there are too many to look each one's name up.
        var memory = RouteFigures()
        var postgresSeconds = 0.0
        var redisSeconds = 0.0
        var pageHits = 0
        var pageMisses = 0
        var slowStatements = 0
        var jobsDone: [String: Int] = [:]
        var jobsFailed: [String: Int] = [:]
    }

    private let state = Mutex(State())

    /// - Parameter route: the pattern that answered; `nil` for an answer from memory.
    func count(route: String?, status: Int, taking duration: Duration) {
        let seconds = Double(duration.microseconds) / 1_000_000
        state.withLock { state in
            if let route {
                state.routes[route, default: RouteFigures()].add(status, seconds)
            } else {
                state.memory.add(status, seconds)
            }
        }
    }

    func countPage(hit: Bool) {
        state.withLock { if hit { $0.pageHits += 1 } else { $0.pageMisses += 1 } }
    }

    func countSlowStatement() {
        state.withLock { $0.slowStatements += 1 }
    }

    /// - Parameter kind: of a job that was tried here.
    func countJob(_ kind: String, failed: Bool) {
        state.withLock {
            if failed { $0.jobsFailed[kind, default: 0] += 1 } else { $0.jobsDone[kind, default: 0] += 1 }
        }
    }

    func add(postgres: Duration, redis: Duration) {
        state.withLock { state in
            state.postgresSeconds += Double(postgres.microseconds) / 1_000_000
            state.redisSeconds += Double(redis.microseconds) / 1_000_000
        }
    }

    /// - Parameters:
    ///   - server: `nil` while the server is not listening yet.
    ///   - pages: what is kept for visitors.
    ///   - jobs: all that wait, run or are dead, wherever; `nil` leaves them out.
    func text(server: ServerStatistics?, pages: (pages: Int, bytes: Int), jobs: JobCounts?) -> String {
        let state = state.withLock { $0 }
        var text = MetricsText()
        text.family("quad_requests_total", "counter", "Requests answered, by route and status.")
        let routes = (Array(state.routes) + [("(memory)", state.memory)]).sorted { $0.0 < $1.0 }
        for (route, figures) in routes {
            let statuses = figures.statuses.merging([200: figures.ok]) { $1 }.filter { $0.value > 0 }
            for (status, count) in statuses.sorted(by: { $0.key < $1.key }) {
                text.sample("quad_requests_total", ["route": route, "status": String(status)], String(count))
            }
        }
        text.family("quad_request_seconds", "histogram", "From the whole request read to its answer ready, by route.")
        for (route, figures) in routes {
            text.histogram(
                "quad_request_seconds", route: route, bounds: Histogram.bounds, counts: figures.latency.counts,
                sum: figures.latency.sum)
        }
        text.single(
            "quad_postgres_seconds_total", "counter", "Time workers waited for Postgres.", String(state.postgresSeconds)
        )
        text.single("quad_redis_seconds_total", "counter", "Time workers waited for Redis.", String(state.redisSeconds))
        text.single(
            "quad_slow_statements_total", "counter", "Statements slower than SLOW_STATEMENT_MS.",
            String(state.slowStatements))
        text.single(
            "quad_page_cache_hits_total", "counter", "Visitors' pages answered from memory.", String(state.pageHits))
        text.single(
            "quad_page_cache_misses_total", "counter", "Visitors' pages that had to be rendered.",
            String(state.pageMisses))
        text.single("quad_page_cache_pages", "gauge", "Pages kept in memory.", String(pages.pages))
        text.single("quad_page_cache_bytes", "gauge", "Bytes of pages kept in memory.", String(pages.bytes))
        text.jobs(jobs, done: state.jobsDone, failed: state.jobsFailed)
        if let server {
            text.single("quad_connections", "gauge", "Open connections.", String(server.connections))
            text.single("quad_queue_length", "gauge", "Requests waiting for a worker.", String(server.queueLength))
            text.single("quad_workers_busy", "gauge", "Workers answering a request.", String(server.busyWorkers))
        }
        return text.text
    }
}

/// Lines of the exposition format.
private struct MetricsText {
    var text = ""

    mutating func family(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func single(_ name: String, _ type: String, _ help: String, _ value: String) {
        family(name, type, help)
        text += "\(name) \(value)\n"
    }

    /// Labels hold routes, names of ours and numbers alone, which need no escaping.
    mutating func sample(_ name: String, _ labels: KeyValuePairs<String, String>, _ value: String) {
        text += "\(name){\(labels.map { "\($0)=\"\($1)\"" }.joined(separator: ","))} \(value)\n"
    }

    mutating func jobs(_ counts: JobCounts?, done: [String: Int], failed: [String: Int]) {
        if let counts {
            family("quad_jobs", "gauge", "Jobs written down, by state.")
            sample("quad_jobs", ["state": "waiting"], String(counts.waiting))
            sample("quad_jobs", ["state": "running"], String(counts.running))
            sample("quad_jobs", ["state": "dead"], String(counts.dead))
        }
        family("quad_jobs_done_total", "counter", "Jobs done by this process, by kind.")
        for (kind, count) in done.sorted(by: { $0.key < $1.key }) {
            sample("quad_jobs_done_total", ["kind": kind], String(count))
        }
        family("quad_jobs_failed_total", "counter", "Tries of jobs that failed in this process, by kind.")
        for (kind, count) in failed.sorted(by: { $0.key < $1.key }) {
            sample("quad_jobs_failed_total", ["kind": kind], String(count))
        }
    }

    mutating func histogram(_ name: String, route: String, bounds: [Double], counts: [Int], sum: Double) {
        var total = 0
        for (bound, count) in zip(bounds, counts) {
            total += count
            sample("\(name)_bucket", ["route": route, "le": String(bound)], String(total))
        }
        total += counts.last ?? 0
        sample("\(name)_bucket", ["route": route, "le": "+Inf"], String(total))
        sample("\(name)_sum", ["route": route], String(sum))
        sample("\(name)_count", ["route": route], String(total))
    }
}
