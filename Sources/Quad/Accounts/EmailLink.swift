import Cryptography
import FoundationEssentials
import HTTPServer

/// Whether a link in a mail still does what it is for.
enum LinkState: Equatable, Sendable {
    case good, used, expired

    init(isUsed: Bool, isExpired: Bool) {
        self = isUsed ? .used : isExpired ? .expired : .good
    }
}

/// What an emailed link that only its account's owner has is for.
enum LinkPurpose: String, Sendable {
    case passwordReset = "password_reset"
    case notMe = "not_me"

    var lifetime: Duration { self == .passwordReset ? .seconds(3_600) : .seconds(7 * 86_400) }
}

/// A link to confirm a sign-up.
struct SignUpLink: Sendable {
    let state: LinkState
    let signUp: SignUp.ID
    let email: String
    let username: String
    let name: String
    let password: String
    private let browser: [UInt8]
    let university: University.ID

    init(
        isUsed: Bool, isExpired: Bool, signUp: SignUp.ID, email: String, username: String, name: String,
        password: String, browser: [UInt8], university: University.ID
    ) {
        // Another link to the same sign-up may have been used.
        state = LinkState(isUsed: isUsed || password == SignUp.spentPassword, isExpired: isExpired)
        (self.signUp, self.email, self.username, self.name) = (signUp, email, username, name)
        (self.password, self.browser, self.university) = (password, browser, university)
    }

    /// Whether it is opened in the browser that signed up.
    func isOf(_ cookie: SignUpCookie?) -> Bool {
        cookie.map { constantTimeEqual($0.secret.storedForm, browser) } ?? false
    }
}

/// A link for the owner of an account.
struct OwnerLink: Sendable {
    let state: LinkState
    let user: Member.ID
    let name: String
    let username: String
    let email: String
    let university: String

    init(
        isUsed: Bool, isExpired: Bool, user: Member.ID, name: String, username: String, email: String,
        university: String
    ) {
        state = LinkState(isUsed: isUsed, isExpired: isExpired)
        (self.user, self.name, self.username) = (user, name, username)
        (self.email, self.university) = (email, university)
    }
}

extension Context {
    /// The secret of the link in the mail, from the address or the form.
    var linkToken: Token? {
        (request.method == .post ? request.form["token"] : request.query["token"]).flatMap(Token.init)
    }
}
