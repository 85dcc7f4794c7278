import FoundationEssentials
import HTML
package import HTTPServer
package import Postgres
import Redis
import Synchronization

/// Quad as the server sees it: the route table, the pages kept in memory, and how a request travels.
///
/// Router, audience, handler, query, page, template: no step reaches back.
package final class Application: Service {
    package let settings: Settings
    private let campusNow: Mutex<Campus>
    let pages: KeptPages
    let versions = PageVersions()
    let metrics = Metrics()
    let log: AccessLog
    /// The migration this program knows as the last.
    let schemaVersion: String?
    let router: Router<Route>
    private let assets: StaticFiles
    let limits: Limits
    let signInGuard: SignInGuard
    let votes = VoteGathering()
    let zones = ZoneBook()
    let sessions = Sessions()
    let cookies: CookieNames
    let lanes: Lanes
    /// Where members' files are kept.
    let storage: any AttachmentStorage
    private let serverFigures = ServerFigures()

    /// - Parameter database: read once for who runs the installation.
    package init(settings: Settings, database: Connection, log: AccessLog) throws {
        self.settings = settings
        self.log = log
        let assets = try StaticFiles(
            directory: settings.publicDirectory, headers: SecurityHeaders.all(isSecure: settings.isSecure))
        let (home, version) = try database.fetch(.home, .schemaVersion)
        self.assets = assets
        campusNow = Mutex(try Campus(home: home, settings: settings, assets: assets))
        cookies = CookieNames(isSecure: settings.isSecure)
        lanes = Lanes(of: .all)
        storage = settings.attachments.storage
        schemaVersion = version
        pages = KeptPages(capacity: settings.pageCacheBytes)
        limits = Limits(settings.limits, generous: settings.campusNetworks)
        signInGuard = SignInGuard(limit: settings.limits.signInsPerAccount)
        var router = Router<Route>()
        for route in [Route].all { router.add(route.method, route.pattern, route) }
        self.router = router
    }

    var campus: Campus { campusNow.withLock { $0 } }

    /// Reads anew who runs the installation, after it was set up.
    func readCampus(_ database: Connection) throws {
        let campus = try Campus(home: try database.fetch(.home), settings: settings, assets: assets)
        campusNow.withLock { $0 = campus }
    }

    package func lane(for head: borrowing RequestHead) -> Lane {
        head.method == .post ? lanes.lane(of: head.path) : .ordinary
    }

    package func makeWorker(number: Int) -> Worker {
        let database = Connection(settings.database)
        database.onSlowStatement = { [log, metrics] statement in
            metrics.countSlowStatement()
            log.note(statement)
        }
        return Worker(database: database, redis: Client(settings.redis), number: number)
    }

    /// Does the work that waits in the background, once it is started.
    package func makeJobRunner() -> JobRunner {
        JobRunner(settings: settings, log: log, metrics: metrics, threads: settings.jobThreads)
    }

    package func immediate(_ head: borrowing RequestHead) -> PreparedResponse? {
        if let file = assets.immediate(head) { return file }
        guard !cookies.arePersonal(in: head), let page = pages.fresh(head.target, now: .now) else { return nil }
        metrics.countPage(hit: true)
        return page
    }

    package func respond(to request: Request, on worker: Worker) -> Response {
        worker.database.resetStatistics()
        let redisBefore = worker.redis.timeSpent
        var response = answer(request, on: worker)
        response.set("X-Request-Id", request.id.description)
        let (postgres, redis) = (worker.database.timeSpent, worker.redis.timeSpent - redisBefore)
        metrics.add(postgres: postgres, redis: redis)
        response.note = "\(postgres.microseconds) \(redis.microseconds)"
        return response
    }

    package func refuse(_ refusal: Refusal) -> Response {
        secured(errorPage(refusal.status, around: Surroundings(site: campus.site)))
    }

    /// Where `/metrics` reads what only the server knows.
    package func watch(_ read: @escaping @Sendable () -> ServerStatistics) {
        serverFigures.watch(read)
    }

    /// - Parameter jobs: `nil` while the database does not say.
    func metricsText(jobs: JobCounts?) -> String {
        metrics.text(server: serverFigures.now, pages: pages.statistics, jobs: jobs)
    }
}
