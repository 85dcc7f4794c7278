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
    let viewer: Viewer
    let database: Connection
    let redis: Client
    let application: Application
    let campus: Campus
    /// The moment the page is of: every time on it counts from here.
    let now: Date
    /// What a kept copy of this page shows, so that a write can drop it.
    private(set) var shown: Set<PageTag> = []
    /// What the answer tells the browser to keep.
    private(set) var cookies: [Header] = []

    init(
        request: Request, parameters: Parameters = Parameters(), viewer: Viewer = .visitor, worker: Worker,
        application: Application, now: Date
    ) {
        self.request = request
        self.parameters = parameters
        self.viewer = viewer
        database = worker.database
        redis = worker.redis
        self.application = application
        campus = application.campus
        self.now = now
    }

    var site: Site { campus.site }

    /// What stands around the page.
    var around: Surroundings {
        application.around(request, viewer, flash: flash?.flash)
    }

    private var flash: FlashCode? { request.cookie(application.cookies.flash).flatMap { FlashCode(rawValue: $0) } }

    /// Times and figures as this page says them.
    var wording: Wording { Wording(now: now, zone: campus.zone) }

    /// What the address says in a place of the route's pattern.
    func parameter(_ name: String) throws -> String {
        guard let value = parameters[name] else { throw NotFound() }
        return value
    }

    /// The same as an identity; what is no identity of ours names nothing that exists.
    func parameter<Subject>(_ name: String, as _: ID<Subject>.Type) throws -> ID<Subject> {
        guard let id = ID<Subject>(text: try parameter(name)) else { throw NotFound() }
        return id
    }

    /// Notes what the answer shows, for a copy kept for visitors.
    func show(_ tags: PageTag...) {
        shown.formUnion(tags)
    }

    /// The page as a response.
    ///
    /// - Parameter tags: what it shows; a copy kept for visitors is dropped when one of them changes.
    func page(_ page: some Page, status: HTTPStatus = .ok, showing tags: PageTag...) -> Response {
        shown.formUnion(tags)
        // What just happened is told once.
        if flash != nil { take(application.cookies.flash) }
        var response = Response.html(page.rendered(), status: status)
        if let robots = page.frame.robots { response.set(Robots.header, robots) }
        return response
    }

    /// Leads on after a change.
    ///
    /// - Parameter path: a page of this site.
    func redirect(to path: String, flash: FlashCode? = nil) -> Response {
        if let flash { give(application.cookies.flash, flash.rawValue, for: .seconds(60)) }
        return .redirect(to: path)
    }

    func give(_ cookie: String, _ value: String, for lifetime: Duration) {
        cookies.removeAll { $0.value.hasPrefix(cookie + "=") }
        cookies.append(application.cookies.header(cookie, value, for: lifetime))
    }

    /// Takes a cookie away from the browser.
    func take(_ cookie: String) {
        give(cookie, "", for: .zero)
    }

    /// Tells every instance that kept pages which show these are out of date; this one drops them at once.
    func changed(_ tags: PageTag...) {
        changed(tags)
    }

    func changed(_ tags: [PageTag]) {
        application.pages.drop(tags)
        do { try redis.send(PageNews.changed(tags)) } catch {
            // Away: the others' copies go when they are ten seconds old.
        }
    }
}
