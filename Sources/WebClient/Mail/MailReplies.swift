internal import CCurl

extension MailDelivery {
    /// How long a server may take to answer QUIT: it has the message already.
    private static let leaveTaking = Duration.seconds(2)

    /// Called for each line of a reply: `250-SIZE 1000`, `250 OK`.
    func receive(_ line: UnsafeRawBufferPointer) {
        let isRefusal = line.first == UInt8(ascii: "4") || line.first == UInt8(ascii: "5")
        if isRefusal {
            if isReplyWhole { refusal = [] }
            if refusal.count < 8 { refusal.append(Self.words(of: line)) }
        }
        isReplyWhole = line.count < 4 || line[3] != UInt8(ascii: "-")
        if isReplyWhole, hasSentText { deadline = min(deadline, .now + Self.leaveTaking) }
    }

    /// What the server says behind its code, harmless to a log.
    private static func words(of line: UnsafeRawBufferPointer) -> String {
        let text = String(decoding: line.dropFirst(4).prefix(200), as: UTF8.self)
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }

    /// - Parameter lastReply: the code of the server's last reply, 0 when there was none.
    func error(for code: CURLcode, lastReply: Int) -> MailError {
        switch code {
        case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK: .timedOut
        case CURLE_COULDNT_RESOLVE_HOST: .unreachable("no server of that name")
        case CURLE_PEER_FAILED_VERIFICATION: .unreachable("its certificate isn’t valid for this name or not trusted")
        case CURLE_USE_SSL_FAILED where lastReply < 400: .unreachable("it offers no STARTTLS")
        case CURLE_LOGIN_DENIED where lastReply / 100 != 4: .authentication
        // What a server says before it knows what is to be sent is not about this message.
        case CURLE_WEIRD_SERVER_REPLY where !hasSentText && lastReply >= 400, CURLE_REMOTE_ACCESS_DENIED:
            .unreachable("it serves nobody now (\(lastReply))")
        default: error(of: lastReply, otherwise: code)
        }
    }

    private func error(of lastReply: Int, otherwise code: CURLcode) -> MailError {
        let words = refusal.joined(separator: " ")
        return switch lastReply {
        case 400..<500: .deferred(code: lastReply, reply: words)
        // "Authentication required": the operator forgot user and password.
        case 530: .authentication
        case 500..<600: .rejected(code: lastReply, reply: words)
        default: .unreachable(String(cString: curl_easy_strerror(code)))
        }
    }
}
