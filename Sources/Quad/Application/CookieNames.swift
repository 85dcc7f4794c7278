import HTTPServer

/// The cookies of an installation. Behind TLS their names make browsers refuse any that another host set.
struct CookieNames: Sendable {
    let session: String
    let device: String
    let signUp: String
    let flash: String
    private let isSecure: Bool

    init(isSecure: Bool) {
        self.isSecure = isSecure
        let prefix = isSecure ? "__Host-" : ""
        (session, device) = (prefix + "session", prefix + "device")
        (signUp, flash) = (prefix + "sign-up", prefix + "flash")
    }

    /// - Parameters:
    ///   - value: of characters that need no quoting.
    ///   - lifetime: `.zero` takes the cookie away.
    func header(_ name: String, _ value: String, for lifetime: Duration) -> Header {
        Header(
            name: "Set-Cookie",
            value: "\(name)=\(value); Path=/; Max-Age=\(lifetime.components.seconds); HttpOnly; SameSite=Lax"
                + (isSecure ? "; Secure" : ""))
    }

    /// Whether a request's answer is for one reader alone, so that no page kept for all will do.
    func arePersonal(in request: Request) -> Bool {
        request.cookie(session) != nil || request.cookie(flash) != nil
    }

    /// The same where the request lies, on the event thread.
    func arePersonal(in head: borrowing RequestHead) -> Bool {
        isSecure
            ? head.cookie("__Host-session") != nil || head.cookie("__Host-flash") != nil
            : head.cookie("session") != nil || head.cookie("flash") != nil
    }
}
