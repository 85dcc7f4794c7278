import Cryptography
import HTTPServer

/// What the browser that signs up keeps: a secret that makes the link in the mail enough there, and which sign-up was
/// its last.
struct SignUpCookie: Sendable {
    let secret: Token
    let signUp: SignUp.ID?

    init(secret: Token, signUp: SignUp.ID? = nil) {
        self.secret = secret
        self.signUp = signUp
    }

    init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let secret = Token(first), parts.count <= 2 else { return nil }
        self.init(secret: secret, signUp: parts.count == 2 ? SignUp.ID(text: parts[1]) : nil)
    }

    var text: String { signUp.map { "\(secret.text).\($0.text)" } ?? secret.text }
}

extension Context {
    var signUpCookie: SignUpCookie? {
        request.cookie(application.cookies.signUp).flatMap(SignUpCookie.init(text:))
    }

    func keep(_ cookie: SignUpCookie) {
        give(application.cookies.signUp, cookie.text, for: SignUp.lifetime)
    }
}
