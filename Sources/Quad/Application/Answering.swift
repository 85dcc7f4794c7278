import Cryptography
import FoundationEssentials
import HTML
import HTTPServer
import Postgres

/// How a request travels: route, viewer, audience, handler.
extension Application {
    func answer(_ request: Request, on worker: Worker) -> Response {
        let response = answerAsSpelled(request, on: worker)
        guard response.status == .notFound, let plain = request.inLowerCase else { return response }
        // One step to where the page is: never to an address that leads on, or is not there either.
        let found = answerAsSpelled(plain, on: worker)
        let target: String
        switch found.status {
        case .ok, .gone: target = plain.target
        case .movedPermanently: target = found["Location"] ?? plain.target
        default: return response
        }
        return secured(.redirect(to: target, status: .movedPermanently))
    }

    private func answerAsSpelled(_ request: Request, on worker: Worker) -> Response {
        switch router.match(request.method, path: request.path) {
        case .found(let route, let parameters, _):
            // The event thread knows slow routes by how they are spelled: another spelling must not take the fast lane.
            let path = request.target.prefix { $0 != "?" }
            guard route.lane == lanes.lane(of: path.utf8) || request.method != .post else {
                return route.pattern.contains(":")
                    ? freshAnswer(request, nil, Parameters(), worker).response
                    : secured(.redirect(to: route.pattern, status: .permanentRedirect))
            }
            let isShared = route.keeps(request) && !cookies.arePersonal(in: request) && campus.isSetUp
            var response =
                isShared
                ? keptAnswer(request, route, parameters, worker)
                : freshAnswer(request, route, parameters, worker).response
            response.route = route.pattern
            return response
        case .redirect:
            // As it was spelled, but for the slash: encoding the decoded path again would change it.
            let query = request.target.firstIndex(of: "?") ?? request.target.endIndex
            let path = request.target[..<query].dropLast()
            // 301 is what crawlers know best; a form keeps its method with 308.
            return secured(
                .redirect(
                    to: String(path + request.target[query...]),
                    status: request.method == .post ? .permanentRedirect : .movedPermanently))
        case .methodNotAllowed(let allowed):
            var response = errorPage(.methodNotAllowed, around: around(request, nil))
            response.set("Allow", allowed.map(\.rawValue).joined(separator: ", "))
            return secured(response)
        case .notFound:
            return freshAnswer(request, nil, Parameters(), worker).response
        }
    }

    /// A page that visitors share: from memory when another worker made it meanwhile, else rendered and kept.
    private func keptAnswer(_ request: Request, _ route: Route, _ parameters: Parameters, _ worker: Worker) -> Response
    {
        if case .ready(let response) = pages.takeTurn(request.target, turnsWaiting: settings.workers / 2) {
            return response.unlessKnown(to: request)
        }
        metrics.countPage(hit: false)
        let begun = ContinuousClock.now
        var (response, shown) = freshAnswer(request, route, parameters, worker)
        if response.status == .ok {
            response.set("Cache-Control", "no-cache")
            response.set("Vary", "Cookie")
            if case .bytes(let bytes) = response.body { name(&response, bytes, of: request.target) }
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

    /// Names the state that a page is in, so that whoever has it need not be sent it again.
    private func name(_ response: inout Response, _ bytes: [UInt8], of target: String) {
        let tag = EntityTag.of(bytes)
        response.set("ETag", tag)
        let now = HTTPDate.now.seconds
        if let began = versions.beginning(of: target, tag: tag, now: now) {
            response.set("Last-Modified", HTTPDate(seconds: began).description)
        }
    }

    /// - Parameter route: `nil` where there is none: the answer is 404, shown to whoever asks.
    private func freshAnswer(
        _ request: Request, _ route: Route?, _ parameters: Parameters, _ worker: Worker
    ) -> (response: Response, shown: Set<PageTag>) {
        var viewer = Viewer.visitor
        defer { worker.database.prologue = nil }
        do {
            guard request.method != .post || CrossSite.allows(request, origin: settings.origin) else {
                throw ForeignForm()
            }
            if let elsewhere = try setUpFirst(request, route, worker) { return (secured(elsewhere), []) }
            let (known, renewed) = try identify(request, route, on: worker)
            viewer = known
            let context = Context(
                request: request, parameters: parameters, viewer: viewer, worker: worker, application: self, now: .now)
            if let renewed { context.give(cookies.session, renewed.text, for: Session.lifetime) }
            let response: Response
            do {
                response = try respond(context, route)
            } catch PostgresError.statement(sqlState: "QS001", _, _) {
                // The session ended, or its member changed since the copy was taken: nothing was done yet.
                viewer = try identifyAnew(request, on: worker)
                let context = Context(
                    request: request, parameters: parameters, viewer: viewer, worker: worker, application: self,
                    now: .now)
                return (try finished(respond(context, route), context), context.shown)
            }
            return (finished(response, context), context.shown)
        } catch {
            return (secured(self.response(for: error, request, route, viewer)), [])
        }
    }

    private func respond(_ context: Context, _ route: Route?) throws -> Response {
        guard let route else { throw NotFound() }
        do { return try route.respond(context) } catch let missing as NotFound {
            guard let elsewhere = try context.movedCommunity(route) else { throw missing }
            return elsewhere
        }
    }

    /// The answer with what goes to this browser alone.
    private func finished(_ response: Response, _ context: Context) -> Response {
        var response = secured(response)
        response.headers += context.cookies
        if !settings.allowsTraining, response[Robots.header] == nil {
            response.set(Robots.header, Robots.noTraining)
        }
        if cookies.arePersonal(in: context.request) || !context.cookies.isEmpty {
            if response["Cache-Control"] == nil { response.set("Cache-Control", "private, no-store") }
            response.set("Vary", "Cookie")
            // A session that is none any more: the browser need not send it again.
            if context.viewer == .visitor, context.request.cookie(cookies.session) != nil,
                !context.cookies.contains(where: { $0.value.hasPrefix(cookies.session + "=") })
            {
                response.headers.append(cookies.header(cookies.session, "", for: .zero))
            }
        }
        return response
    }

    /// - Returns: the way to setting up, while nobody has; then nothing else is there.
    private func setUpFirst(_ request: Request, _ route: Route?, _ worker: Worker) throws -> Response? {
        guard !campus.isSetUp else { return nil }
        try readCampus(worker.database)
        guard !campus.isSetUp, let route, !route.isUnlimited, route.audience == "anyone",
            route.pattern != AccountPaths.setUp
        else { return nil }
        return .redirect(to: AccountPaths.setUp)
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

/// A form posted from another site.
private struct ForeignForm: ResponseError {
    var status: HTTPStatus { .forbidden }
    var message: String? { "This form came from another site" }
    var advice: String? { "Nothing was done. Open the page here, reload it, and send it again." }
}
