internal import Glibc

/// Where mail is handed over, and how: what an `SMTP_URL` says.
///
/// `smtp://user:password@mail.example.edu:587` (STARTTLS), `smtps://…` (TLS from the first byte). Behind a `?`:
/// `tls=required`, `tls=try` or `tls=off` for `smtp`, and `cafile=/path`, the certificates to trust in place of the
/// system's. STARTTLS is required unless the host is this machine. What an address cannot hold is percent-encoded.
public struct MailServer: Hashable, Sendable {
    enum Security: Hashable, Sendable {
        case implicit, required, whereOffered, none
    }

    /// As addresses have it: IPv6 in brackets.
    let host: String
    let port: Int
    let security: Security
    let user: String?
    let password: String?
    /// A file of certificates in PEM.
    let authorities: String?

    public init(url: String) throws(MailServerError) {
        guard let colon = url.firstRange(of: "://") else { throw .scheme }
        let scheme = url[..<colon.lowerBound].lowercased()
        guard scheme == "smtp" || scheme == "smtps" else { throw .scheme }
        let parts = try Parts(url[colon.upperBound...])

        host = parts.host
        port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        user = parts.user
        password = parts.password
        authorities = try parts.authorities()
        switch (scheme, parts.options["tls"]) {
        case ("smtps", nil): security = .implicit
        case ("smtps", _): throw .needlessOption
        case (_, nil): security = Self.isThisMachine(parts.host) ? .none : .required
        case (_, "required"): security = .required
        case (_, "try"): security = .whereOffered
        case (_, "off"): security = .none
        default: throw .security
        }
    }

    private static func isThisMachine(_ host: String) -> Bool {
        var address = in_addr()
        if inet_pton(AF_INET, host, &address) == 1 { return UInt32(bigEndian: address.s_addr) >> 24 == 127 }
        return host == "localhost" || host == "[::1]"
    }

    /// What curl is given; the user goes another way.
    ///
    /// - Parameter name: how we introduce ourselves.
    func url(introducing name: String) -> String {
        "\(security == .implicit ? "smtps" : "smtp")://\(host):\(port)/\(name)"
    }
}

extension MailServer: CustomStringConvertible {
    /// Without user and password, for logs.
    public var description: String { "\(security == .implicit ? "smtps" : "smtp")://\(host):\(port)" }
}

/// Why an `SMTP_URL` cannot be used. The words quote nothing of it: a password may be in any part that was misread.
public enum MailServerError: Error, Hashable, Sendable {
    case scheme, host, port, encoding, unencoded, noUser, security, needlessOption, option, authorities
}

extension MailServerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .scheme: "begin it with smtp:// or smtps://, as in smtp://user:password@mail.example.edu:587."
        case .host: "name the mail server’s host, as in smtp://user:password@mail.example.edu:587."
        case .port: "the port is a number from 1 to 65535."
        case .encoding: "a % in user, password or file is followed by two hexadecimal digits: write % itself as %25."
        case .unencoded: "in user and password write / as %2F, ? as %3F, # as %23 and @ as %40."
        case .noUser: "there’s a password and no user before it."
        case .security: "tls= is required, try or off."
        case .needlessOption: "smtps:// is always encrypted: leave tls= out."
        case .option: "behind the ? only tls= and cafile= may stand, each once."
        case .authorities: "the file that cafile= names can’t be read; give its whole path."
        }
    }
}
