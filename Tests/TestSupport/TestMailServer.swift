internal import Foundation

/// A real SMTP server for one test: Tests/MailServer/mail_server.py on aiosmtpd.
public final class TestMailServer {
    public enum Encryption: String, Sendable {
        case none, starttls, implicit
    }

    public let port: Int
    /// The certificate it is known by, for who trusts it.
    public let certificate: String
    private let server: PythonServer

    /// - Parameter behaviour: one of the script's.
    init(behaviour: String, encryption: Encryption, credentials: String?) throws {
        server = try PythonServer(
            "Tests/MailServer/mail_server.py",
            ["--behaviour", behaviour, "--tls", encryption.rawValue] + (credentials.map { ["--auth", $0] } ?? []))
        let opening: Opening
        do {
            opening = try server.read()
        } catch {
            server.end()
            throw error
        }
        port = opening.port
        certificate = opening.cafile ?? ""
    }

    /// The next message it took.
    ///
    /// - Throws: when none comes in five seconds.
    public func message() throws -> ReceivedMail {
        try server.read()
    }

    fileprivate func stop() {
        server.stop()
    }

    private struct Opening: Decodable {
        let port: Int
        let cafile: String?
    }
}

/// Calls `body` with a mail server that is gone when it ends.
///
/// - Parameters:
///   - behaviour: "take", "slow", "refuse", "refuse-text", "defer", "drop", "silent", "closed" or "cling" (to the
///     connection, after the client's goodbye).
///   - credentials: "user:password", wanted from everyone.
public func withMailServer<Value>(
    _ behaviour: String = "take", encryption: TestMailServer.Encryption = .none, credentials: String? = nil,
    _ body: (TestMailServer) throws -> Value
) throws -> Value {
    let server = try TestMailServer(behaviour: behaviour, encryption: encryption, credentials: credentials)
    defer { server.stop() }
    return try body(server)
}

/// A message as the server took it, read by Python's `email`.
public struct ReceivedMail: Decodable, Sendable {
    public struct Header: Decodable, Hashable, Sendable {
        public let name, value: String
    }

    public let sender: String
    public let recipients: [String]
    /// How the client introduced itself.
    public let name: String
    public let encrypted: Bool
    public let user: String?
    /// The whole message's media type.
    public let type: String
    /// Decoded and unfolded.
    public let headers: [Header]
    public let text, html: String
    /// What its reader found wrong with it.
    public let defects: [String]
    /// As it came, in base64.
    private let raw: String

    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }

    public var lines: [String] {
        String(decoding: Data(base64Encoded: raw) ?? Data(), as: UTF8.self).components(separatedBy: "\r\n")
    }
}
