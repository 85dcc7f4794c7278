internal import Foundation

/// A real SMTP server for one test: Tests/MailServer/mail_server.py on aiosmtpd.
public final class TestMailServer {
    public enum Encryption: String, Sendable {
        case none, starttls, implicit
    }

    public let port: Int
    /// The certificate it is known by, for who trusts it.
    public let certificate: String
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())
    private var buffer: [UInt8] = []

    /// - Parameter behaviour: one of the script's.
    init(behaviour: String, encryption: Encryption, credentials: String?) throws {
        guard let python = ProcessInfo.processInfo.environment["TEST_PYTHON"], !python.isEmpty else {
            throw TestSupportError.notSet("TEST_PYTHON")
        }
        process.executableURL = URL(filePath: python)
        process.arguments =
            [
                Repository.path("Tests/MailServer/mail_server.py"), "--behaviour", behaviour, "--tls",
                encryption.rawValue,
            ]
            + (credentials.map { ["--auth", $0] } ?? [])
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        var opening: Opening?
        do { opening = try Self.read(&buffer, output) } catch { kill(process.processIdentifier, SIGKILL) }
        guard let opening else { throw TestMailServerError.didNotStart }
        port = opening.port
        certificate = opening.cafile ?? ""
    }

    /// The next message it took.
    ///
    /// - Throws: when none comes in five seconds.
    public func message() throws -> ReceivedMail {
        try Self.read(&buffer, output)
    }

    fileprivate func stop() {
        do { try input.fileHandleForWriting.close() } catch { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    private static func read<Value: Decodable>(_ buffer: inout [UInt8], _ pipe: Pipe) throws -> Value {
        let file = pipe.fileHandleForReading.fileDescriptor
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeSubrange(...end) }
                return try JSONDecoder().decode(Value.self, from: Data(buffer[..<end]))
            }
            var question = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            var piece = [UInt8](repeating: 0, count: 65_536)
            guard poll(&question, 1, 5_000) == 1 else { throw TestMailServerError.saidNothing }
            let count = Foundation.read(file, &piece, piece.count)
            guard count > 0 else { throw TestMailServerError.saidNothing }
            buffer += piece[..<count]
        }
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

public enum TestMailServerError: Error {
    case didNotStart
    case saidNothing
}
