internal import CCurl

/// One delivery and what has come of it. curl calls back into it, on the same thread, while `run` runs.
final class MailDelivery {
    private var rest: ArraySlice<UInt8>
    private let limits: MailClient.Limits
    var deadline: ContinuousClock.Instant
    var hasSentText = false
    /// The lines of the last reply that refused something; the one to QUIT, which comes later, does not.
    var refusal: [String] = []
    /// Whether the next line begins a reply.
    var isReplyWhole = true

    init(of message: [UInt8], limits: MailClient.Limits) {
        rest = message[...]
        self.limits = limits
        deadline = .now + limits.time
    }

    func run(to server: MailServer, from sender: MailAddress, to recipient: MailAddress) throws(MailError) {
        Curl.ensureReady()
        guard let curl = curl_easy_init() else { throw .unreachable("curl has no memory left") }
        defer { curl_easy_cleanup(curl) }
        let recipients = curl_slist_append(nil, recipient.text)
        defer { curl_slist_free_all(recipients) }

        quad_curl_set_string(curl, CURLOPT_URL, server.url(introducing: sender.domain))
        quad_curl_set_string(curl, CURLOPT_MAIL_FROM, sender.text)
        quad_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
        quad_curl_set_long(curl, CURLOPT_UPLOAD, 1)
        quad_curl_set_size(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(rest.count))
        secure(curl, server)
        limit(curl)
        listen(curl)
        // The callbacks borrow this object for as long as the call below runs.
        let code = withExtendedLifetime(self) { curl_easy_perform(curl) }
        if code != CURLE_OK { throw error(for: code, lastReply: quad_curl_response_code(curl)) }
    }

    private func secure(_ curl: UnsafeMutableRawPointer, _ server: MailServer) {
        let level =
            switch server.security {
            case .implicit, .required: CURLUSESSL_ALL
            case .whereOffered: CURLUSESSL_TRY
            case .none: CURLUSESSL_NONE
            }
        quad_curl_set_long(curl, CURLOPT_USE_SSL, Int(level.rawValue))
        quad_curl_set_long(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let file = server.authorities {
            quad_curl_set_string(curl, CURLOPT_CAINFO, file)
            quad_curl_set_string(curl, CURLOPT_CAPATH, nil)
        }
        guard let user = server.user else { return }
        quad_curl_set_string(curl, CURLOPT_USERNAME, user)
        quad_curl_set_string(curl, CURLOPT_PASSWORD, server.password)
    }

    private func limit(_ curl: UnsafeMutableRawPointer) {
        quad_curl_set_string(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        quad_curl_set_string(curl, CURLOPT_PROXY, "")
        quad_curl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        quad_curl_set_long(curl, CURLOPT_TIMEOUT_MS, limits.time.milliseconds)
        quad_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        // Closed within `perform`, where the watcher sees to it: a kept connection would be closed by the clean-up,
        // which waits two minutes for a server that does not answer QUIT.
        quad_curl_set_long(curl, CURLOPT_FORBID_REUSE, 1)
    }

    private func listen(_ curl: UnsafeMutableRawPointer) {
        let this = Unmanaged.passUnretained(self).toOpaque()
        quad_curl_set_source(curl) { buffer, size, count, this in
            MailDelivery.of(this).fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
        quad_curl_set_pointer(curl, CURLOPT_READDATA, this)
        quad_curl_set_receiver(curl, CURLOPT_HEADERFUNCTION) { line, size, count, this in
            MailDelivery.of(this).receive(UnsafeRawBufferPointer(start: line, count: size * count))
            return size * count
        }
        quad_curl_set_pointer(curl, CURLOPT_HEADERDATA, this)
        quad_curl_set_receiver(curl, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        quad_curl_set_watcher(curl) { this, _, _, _, _ in MailDelivery.of(this).isOverdue ? 1 : 0 }
        quad_curl_set_pointer(curl, CURLOPT_XFERINFODATA, this)
        quad_curl_set_long(curl, CURLOPT_NOPROGRESS, 0)
    }

    /// - Returns: how many bytes of the message were put there; none at its end.
    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let piece = rest.prefix(buffer.count)
        buffer.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        if rest.isEmpty { hasSentText = true }
        return piece.count
    }

    private var isOverdue: Bool { ContinuousClock.now > deadline }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> MailDelivery {
        guard let pointer else { preconditionFailure("curl hands back the pointer it was given.") }
        return Unmanaged<MailDelivery>.fromOpaque(pointer).takeUnretainedValue()
    }
}
