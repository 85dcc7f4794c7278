import HTTPServer

extension [Route] {
    static let setUp: [Route] = [
        .get(AccountPaths.setUp, for: .beforeSetUp, SetUpHandlers.form),
        .post(AccountPaths.setUp, for: .beforeSetUp, lane: .slow, SetUpHandlers.setUp),
        .get(SetUpPaths.university, for: .admin, UniversityHandlers.form),
        .post(SetUpPaths.university, for: .admin, UniversityHandlers.save),
    ]
}

extension Audience<Void> {
    /// Whoever comes first, while nobody has said which university this is.
    static var beforeSetUp: Self {
        Audience(name: "before set-up") { context in
            guard context.campus.isSetUp else { return }
            // Who had the form open meanwhile is told; for everyone else the page is gone.
            if context.request.method == .post { throw AlreadySetUp() }
            throw NotFound()
        }
    }
}

/// Somebody else was faster.
struct AlreadySetUp: ResponseError {
    var status: HTTPStatus { .conflict }
    var message: String? { "Quad is set up already" }
    var advice: String? { "Somebody else did it, and nothing of yours was saved. If that’s you, too, sign in." }
    var remedy: Choice? { Choice("Sign in", path: AccountPaths.signIn) }
}
