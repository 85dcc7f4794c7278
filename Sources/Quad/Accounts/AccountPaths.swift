import HTML

/// Addresses of accounts.
enum AccountPaths {
    static let signUp = "/sign-up"
    static let signUpSent = "/sign-up/sent"
    static let signUpAgain = "/sign-up/again"
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let verifyEmail = "/verify-email"
    static let verifyEmailRefusal = "/verify-email/refusal"
    static let verifyEmailAgain = "/verify-email/again"
    static let forgotPassword = "/forgot-password"
    static let forgotPasswordSent = "/forgot-password/sent"
    static let resetPassword = "/reset-password"
    static let confirmAddress = "/confirm-address"
    static let notMe = "/not-me"
    static let setUp = "/set-up"
    static let home = "/home"
    static let account = "/settings/account"
    static let security = "/settings/security"

    /// - Parameter path: a page of this site to come back to, percent-encoded.
    static func signIn(returningTo path: String) -> String {
        path == "/" || path == home || path.hasPrefix(signIn) || path.hasPrefix(signUp)
            ? signIn : signIn + "?to=" + Self.encoded(path)
    }

    /// A path as the value of a query.
    private static func encoded(_ path: String) -> String {
        var out = HTMLBuffer()
        out.urlComponent(path)
        return String(decoding: out.finish(), as: UTF8.self)
    }
}
