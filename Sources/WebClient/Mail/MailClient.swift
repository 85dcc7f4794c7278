/// Hands mail over to one server, by SMTP: one connection, one message, one recipient.
///
/// A call blocks its thread, for at most the time limit and a second. It shares nothing with other calls. The process
/// must ignore `SIGPIPE`.
public struct MailClient: Sendable {
    public struct Limits: Hashable, Sendable {
        /// For the whole delivery, from 1 ms on.
        public var time: Duration

        /// For name lookup, connection, greeting, TLS and signing in, which are part of `time`.
        public var connecting: Duration

        public init(time: Duration = .seconds(30), connecting: Duration = .seconds(10)) {
            self.time = time
            self.connecting = connecting
        }
    }

    private let server: MailServer
    private let limits: Limits

    public init(_ server: MailServer, limits: Limits = Limits()) {
        self.server = server
        self.limits = limits
    }

    /// Returns when the server has taken the message on. After an error it may have done so all the same, when the
    /// connection was lost just before its answer: sent again, the message has to say the same.
    ///
    /// - Parameters:
    ///   - message: headers, an empty line and a body, as ``MailMessage`` writes them. Bare line feeds and carriage
    ///     returns are made whole, because servers disagree on where such a message ends.
    ///   - sender: who gets the notice when it cannot be delivered further on.
    public func send(_ message: [UInt8], from sender: String, to recipient: String) throws(MailError) {
        guard let sender = MailAddress(sender), let recipient = MailAddress(recipient) else { throw .invalidAddress }
        let delivery = MailDelivery(of: Self.withWholeLineEnds(message), limits: limits)
        try delivery.run(to: server, from: sender, to: recipient)
    }

    static func withWholeLineEnds(_ message: [UInt8]) -> [UInt8] {
        let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var whole: [UInt8] = []
        whole.reserveCapacity(message.count + message.count / 64)
        var previous: UInt8 = 0
        for byte in message {
            if byte == feed || byte == carriage {
                if byte == carriage || previous != carriage { whole += [carriage, feed] }
            } else {
                whole.append(byte)
            }
            previous = byte
        }
        return whole
    }
}

public enum MailError: Error, Hashable, Sendable {
    /// Sender or recipient is no plain address: nothing was sent.
    case invalidAddress
    /// The server will not take this message, or not for this recipient, now or later (5xx).
    case rejected(code: Int, reply: String)
    /// Not now (4xx): try again later.
    case deferred(code: Int, reply: String)
    /// No connection, no TLS, a lost connection, or a server that serves nobody: words for the log.
    case unreachable(String)
    case timedOut
    /// The server does not know this user or password, or wants some.
    case authentication
}

extension MailError {
    /// Whether the same message would fail again, whatever the operator mends.
    public var isPermanent: Bool {
        switch self {
        case .invalidAddress, .rejected: true
        case .deferred, .unreachable, .timedOut, .authentication: false
        }
    }
}

extension MailError: CustomStringConvertible {
    /// Without the server's reply, in which it may repeat the recipient's address.
    public var description: String {
        switch self {
        case .invalidAddress: "not an address to send mail to or from"
        case .rejected(let code, _): "the mail server refused the message (\(code))"
        case .deferred(let code, _): "the mail server asks to try again later (\(code))"
        case .unreachable(let reason): "the mail server can’t be reached: \(reason)"
        case .timedOut: "the mail server didn’t answer in time"
        case .authentication: "the mail server doesn’t accept user and password"
        }
    }
}
