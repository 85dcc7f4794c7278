import HTML
package import HTTPServer
import Postgres

/// What its viewer may know of an error; the rest is in the log.
extension Application {
    func response(for error: any Error, _ request: Request, _ route: Route?, _ viewer: Viewer) -> Response {
        let around = around(request, viewer)
        switch error {
        case is NotSignedIn: return signInFirst(request, route, around)
        case let error as TooMany:
            var response =
                keptForm(request, route, around, error.message, error.advice, error.status)
                ?? errorPage(error.status, for: error, around: around)
            response.set("Retry-After", String(error.retryAfterSeconds))
            return response
        case let error as any ResponseError:
            return errorPage(error.status, for: error, around: around)
        case let error as PostgresError where error.isPassing:
            logFault(error, request)
            var response =
                keptForm(request, route, around, nil, Self.keptAdvice, .serviceUnavailable)
                ?? errorPage(.serviceUnavailable, requestID: request.id, around: around)
            response.set("Retry-After", "5")
            return response
        default:
            logFault(error, request)
            return errorPage(.internalServerError, requestID: request.id, around: around)
        }
    }

    /// A full queue or the end of the process: what was typed is shown again.
    package func refuse(_ refusal: Refusal, of request: Request) -> Response? {
        guard case .found(let route, _, _) = router.match(request.method, path: request.path),
            CrossSite.allows(request, origin: settings.origin)
        else { return nil }
        return keptForm(
            request, route, around(request, nil), nil, Self.keptAdvice, refusal.status
        ).map(secured)
    }

    private static let keptAdvice =
        "Your words are safe below. Wait a moment, then send them again; they won’t appear twice."

    /// A page for members leads a visitor to signing in, and comes back filled.
    private func signInFirst(_ request: Request, _ route: Route?, _ around: Surroundings) -> Response {
        guard request.method == .post else { return .redirect(to: around.signInPath) }
        guard route?.keepsForm == true, let form = KeptForm(request) else {
            return errorPage(.forbidden, for: NotSignedIn(), around: around)
        }
        var response = Response.html(SignInPage(around: around, keeping: form).rendered(), status: .forbidden)
        response.set("Cache-Control", "no-store")
        return response
    }

    private func keptForm(
        _ request: Request, _ route: Route?, _ around: Surroundings, _ message: String?, _ advice: String?,
        _ status: HTTPStatus
    ) -> Response? {
        if route?.lane == .slow, route?.pattern == AccountPaths.signIn {
            return signInAgain(request, around, message, advice, status)
        }
        guard route?.keepsForm == true, request.method == .post, let form = KeptForm(request) else { return nil }
        let words = ErrorPage.words(for: status.code)
        let page = KeptFormPage(
            around: around, title: message ?? words.title, advice: advice ?? words.advice, form: form)
        var response = Response.html(page.rendered(), status: status)
        response.set("Cache-Control", "no-store")
        return response
    }

    /// The form for signing in again, with the words it carries from before the session ended.
    private func signInAgain(
        _ request: Request, _ around: Surroundings, _ message: String?, _ advice: String?, _ status: HTTPStatus
    ) -> Response {
        let form = SignInForm(request.form)
        let page = SignInPage(
            around: around, destination: form.destination, email: form.email,
            error: (message ?? ErrorPage.words(for: status.code).title) + ". "
                + (message == nil ? "Try again in a moment." : advice ?? "Try again in a moment."),
            keeping: form.kept)
        var response = Response.html(page.rendered(), status: status)
        response.set("Cache-Control", "no-store")
        return response
    }

    private func logFault(_ error: any Error, _ request: Request) {
        log.line { line in
            line.member("event", "fault")
            line.member("id", request.id.description)
            line.member("error", String(describing: error))
        }
    }

    func errorPage(
        _ status: HTTPStatus, for error: (any ResponseError)? = nil, requestID: RequestID? = nil, around: Surroundings
    ) -> Response {
        let page = ErrorPage(
            around: around, status: status.code, message: error?.message, advice: error?.advice,
            requestID: requestID?.description, remedy: error?.remedy)
        var response = Response.html(page.rendered(), status: status)
        response.set("Cache-Control", "no-store")
        return response
    }
}

extension PostgresError {
    /// Whether trying again later can help.
    fileprivate var isPassing: Bool {
        switch self {
        case .unavailable, .outcomeUnknown, .timedOut, .serialization: true
        default: false
        }
    }
}
