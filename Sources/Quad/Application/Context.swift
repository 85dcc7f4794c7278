import FoundationEssentials
import HTML
package import HTTPServer
package import Postgres
package import Redis

/// A worker's own connections; never shared with another thread.
package final class Worker {
    package let database: Connection
    package let redis: Client
    package let number: Int

    package init(database: Connection, redis: Client, number: Int) {
        self.database = database
        self.redis = redis
        self.number = number
    }
}

/// What a route's pattern took from the path.
typealias Parameters = Router<Route>.Parameters

/// One request and what its handler may use to answer it.
package final class Context {
    package let request: Request
    let parameters: Parameters
    let database: Connection
    let redis: Client
    let application: Application
    let campus: Campus
    /// The moment the page is of: every time on it counts from here.
    let now: Date
    /// What a kept copy of this page shows, so that a write can drop it.
    private(set) var shown: Set<PageTag> = []

    init(request: Request, parameters: Parameters, worker: Worker, application: Application, now: Date) {
        self.request = request
        self.parameters = parameters
        database = worker.database
        redis = worker.redis
        self.application = application
        campus = application.campus
        self.now = now
    }

    var site: Site { campus.site }

    /// Times and figures as this page says them.
    var wording: Wording { Wording(now: now, zone: campus.zone) }

    /// Notes what the answer shows, for a copy kept for visitors.
    func show(_ tags: PageTag...) {
        shown.formUnion(tags)
    }

    /// The page as a response.
    ///
    /// - Parameter tags: what it shows; a copy kept for visitors is dropped when one of them changes.
    func page(_ page: some Page, status: HTTPStatus = .ok, showing tags: PageTag...) -> Response {
        shown.formUnion(tags)
        return .html(page.rendered(), status: status)
    }
}
