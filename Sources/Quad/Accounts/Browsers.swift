import Cryptography
import HTTPServer

/// The browser that asks, as the owner of an account knows it again.
///
/// It keeps one secret, and each account that was used in it knows that by a hash of its own. So several people may
/// share a browser and each stays known there, and the table of devices does not tell that they do.
extension Context {
    /// "Firefox on Android", and the client's address truncated: what lists of devices and events say.
    var browser: (device: String, network: String) {
        (DeviceName(userAgent: request.headers["User-Agent"]).text, NetworkName(request.client).text)
    }

    /// What was put into this browser at an earlier sign-in; `nil` in one where nobody has signed in.
    var browserSecret: Token? { request.cookie(application.cookies.device).flatMap(Token.init) }

    /// Puts a secret into this browser for another year.
    func keep(browserSecret secret: Token) {
        give(application.cookies.device, secret.text, for: .seconds(365 * 86_400))
    }
}

extension Application {
    /// What hashing a password costs here.
    var passwordCost: PasswordHash.Cost {
        PasswordHash.Cost(memory: settings.passwordMemoryMiB << 20, passes: settings.passwordPasses) ?? .standard
    }
}
