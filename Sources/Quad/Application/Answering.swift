import FoundationEssentials
import HTML
import HTTPServer
import Postgres

/// How a request travels: route, audience, handler; and what its visitor may know of an error.
extension Application {
    func answer(_ request: Request, on worker: Worker) -> Response {
        switch router.match(request.method, path: request.path) {
        case .found(let route, let parameters, _):
            var response =
                route.keeps(request)
                ? keptAnswer(request, route, parameters, worker)
                : freshAnswer(request, route, parameters, worker).response
            response.route = route.pattern
            return response
        case .redirect:
            // As it was spelled, but for the slash: encoding the decoded path again would change it.
            let query = request.target.firstIndex(of: "?") ?? request.target.endIndex
            let path = request.target[..<query].dropLast()
            return secured(.redirect(to: String(path + request.target[query...]), status: .permanentRedirect))
        case .methodNotAllowed(let allowed):
            var response = errorPage(.methodNotAllowed)
            response.set("Allow", allowed.map(\.rawValue).joined(separator: ", "))
            return secured(response)
        case .notFound:
            return secured(response(for: NotFound(), request))
        }
    }

    /// A page that visitors share: from memory when another worker made it meanwhile, else rendered and kept.
    private func keptAnswer(_ request: Request, _ route: Route, _ parameters: Parameters, _ worker: Worker) -> Response
    {
        if case .ready(let response) = pages.takeTurn(request.target, turnsWaiting: settings.workers / 2) {
            return response
        }
        metrics.countPage(hit: false)
        let begun = ContinuousClock.now
        var (response, shown) = freshAnswer(request, route, parameters, worker)
        if response.status == .ok {
            response.set("Cache-Control", "no-cache")
            response.set("Vary", "Cookie")
            if pages.isOn, case .bytes(let bytes) = response.body { response.set("ETag", EntityTag.of(bytes)) }
            pages.finish(request.target, keeping: response, showing: shown, begun: begun)
            return response.unlessKnown(to: request)
        }
        pages.finish(request.target, keeping: nil, showing: [], begun: begun)
        // While the database is away, an older copy serves better than an apology; and one from memory is free.
        if [.serviceUnavailable, .tooManyRequests].contains(response.status), let copy = pages.outlived(request.target)
        {
            return copy
        }
        return response
    }

    private func freshAnswer(
        _ request: Request, _ route: Route, _ parameters: Parameters, _ worker: Worker
    ) -> (response: Response, shown: Set<PageTag>) {
        let context = Context(
            request: request, parameters: parameters, worker: worker, application: self, now: .now)
        do {
            guard request.method != .post || CrossSite.allows(request, origin: settings.origin) else {
                throw ForeignForm()
            }
            if case .forVisitors = route.keeping { try limits.check(request.client, redis: worker.redis) }
            return (secured(try route.respond(context)), context.shown)
        } catch {
            return (secured(response(for: error, request)), [])
        }
    }

    /// - Returns: what its visitor may know of an error; the rest is in the log.
    private func response(for error: any Error, _ request: Request) -> Response {
        switch error {
        case let error as any ResponseError:
            var response = errorPage(error.status, for: error)
            if let refused = error as? TooManyPages { response.set("Retry-After", String(refused.retryAfterSeconds)) }
            return response
        case let error as PostgresError where error.isPassing:
            logFault(error, request)
            var response = errorPage(.serviceUnavailable, requestID: request.id)
            response.set("Retry-After", "5")
            return response
        default:
            logFault(error, request)
            return errorPage(.internalServerError, requestID: request.id)
        }
    }

    private func logFault(_ error: any Error, _ request: Request) {
        log.line { line in
            line.member("event", "fault")
            line.member("id", request.id.description)
            line.member("error", String(describing: error))
        }
    }

    func errorPage(
        _ status: HTTPStatus, for error: (any ResponseError)? = nil, requestID: RequestID? = nil
    ) -> Response {
        let page = ErrorPage(
            site: campus.site, status: status.code, message: error?.message, advice: error?.advice,
            requestID: requestID?.description, remedy: error?.remedy)
        var response = Response.html(page.rendered(), status: status)
        response.set("Cache-Control", "no-store")
        return response
    }

    func secured(_ response: Response) -> Response {
        SecurityHeaders.added(to: response, isSecure: settings.isSecure)
    }
}

extension Route {
    /// Whether a request asks for a page that all visitors share.
    fileprivate func keeps(_ request: Request) -> Bool {
        guard case .forVisitors(let names) = keeping, request.method != .post else { return false }
        let query = request.query.pairs
        return request.isPlainlySpelled && query.allSatisfy { names.contains($0.name) }
            && Set(query.map(\.name)).count == query.count
    }
}

extension Response {
    /// 304 without a body for a reader who has this very content already.
    fileprivate func unlessKnown(to request: Request) -> Response {
        guard let tag = self["ETag"], request.headers["If-None-Match"]?.contains(tag) == true else { return self }
        return Response(status: .notModified, headers: headers)
    }
}

/// A form posted from another site.
private struct ForeignForm: ResponseError {
    var status: HTTPStatus { .forbidden }
    var message: String? { "This form came from another site" }
    var advice: String? { "Nothing was done. Open the page here, reload it, and send it again." }
}

extension PostgresError {
    /// Whether trying again later can help.
    fileprivate var isPassing: Bool {
        switch self {
        case .unavailable, .timedOut, .serialization: true
        default: false
        }
    }
}
