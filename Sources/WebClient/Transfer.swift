internal import CCurl
internal import Glibc

/// One request and what has come of its answer. curl calls back into it, on the same thread, while `get` runs.
final class Transfer {
    let limits: WebClient.Limits
    let policy: AddressPolicy

    var headLines: [String] = []
    var headSize = 0
    var body: [UInt8] = []
    var isCut = false
    var wasRefused = false
    var hasAsked = false

    init(limits: WebClient.Limits, policy: AddressPolicy) {
        self.limits = limits
        self.policy = policy
    }

    func perform(_ request: WebRequest) throws(WebClientError) -> WebResponse {
        Curl.ensureReady()
        guard let curl = curl_easy_init() else { throw .failed("curl has no memory left") }
        defer { curl_easy_cleanup(curl) }
        var list: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(list) }
        for (name, value) in request.headers {
            list = curl_slist_append(list, value.isEmpty ? "\(name);" : "\(name): \(value)")
        }

        configure(curl, url: request.url)
        configure(curl, for: request)
        quad_curl_set_pointer(curl, CURLOPT_HTTPHEADER, list)
        // The callbacks borrow this object, and curl the body, for as long as the call below runs.
        let code = withExtendedLifetime(self) {
            request.body.withUnsafeBytes { body in
                if request.method == .put {
                    quad_curl_set_size(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
                    quad_curl_set_pointer(curl, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: body.baseAddress))
                }
                return curl_easy_perform(curl)
            }
        }
        guard code == CURLE_OK || (code == CURLE_WRITE_ERROR && isCut) else { throw error(for: code) }
        return WebResponse(
            status: quad_curl_response_code(curl), headers: headLines.compactMap(Self.header), body: body,
            isComplete: !isCut)
    }

    private func configure(_ curl: UnsafeMutableRawPointer, url: String) {
        let this = Unmanaged.passUnretained(self).toOpaque()
        quad_curl_set_string(curl, CURLOPT_URL, url)
        quad_curl_set_string(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        quad_curl_set_string(curl, CURLOPT_PROXY, "")
        quad_curl_set_string(curl, CURLOPT_USERAGENT, "Quad")
        quad_curl_set_long(curl, CURLOPT_FOLLOWLOCATION, 0)
        quad_curl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        quad_curl_set_long(curl, CURLOPT_TIMEOUT_MS, limits.time.milliseconds)
        quad_curl_set_receiver(curl, CURLOPT_WRITEFUNCTION) { data, size, count, this in
            Transfer.of(this).receiveBody(UnsafeRawBufferPointer(start: data, count: size * count))
        }
        quad_curl_set_pointer(curl, CURLOPT_WRITEDATA, this)
        quad_curl_set_receiver(curl, CURLOPT_HEADERFUNCTION) { data, size, count, this in
            Transfer.of(this).receiveHead(UnsafeRawBufferPointer(start: data, count: size * count))
        }
        quad_curl_set_pointer(curl, CURLOPT_HEADERDATA, this)
        quad_curl_set_socket_opener(curl) { this, _, address in Transfer.of(this).openSocket(address) }
        quad_curl_set_pointer(curl, CURLOPT_OPENSOCKETDATA, this)
    }

    private func configure(_ curl: UnsafeMutableRawPointer, for request: WebRequest) {
        switch request.method {
        case .get: break
        case .head: quad_curl_set_long(curl, CURLOPT_NOBODY, 1)
        case .put, .delete: quad_curl_set_string(curl, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
        // curl asks for leave to send a large body; where nobody gives it, a second is long to wait. Taking its
        // `Expect` away would not do: it would sign it and not send it.
        quad_curl_set_long(curl, CURLOPT_EXPECT_100_TIMEOUT_MS, 100)
        if let authorities = request.authorities { quad_curl_set_string(curl, CURLOPT_CAINFO, authorities) }
        guard let signature = request.signature else { return }
        quad_curl_set_string(curl, CURLOPT_AWS_SIGV4, "aws:amz:\(signature.region):\(signature.service)")
        quad_curl_set_string(curl, CURLOPT_USERNAME, signature.key)
        quad_curl_set_string(curl, CURLOPT_PASSWORD, signature.secret)
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> Transfer {
        guard let pointer else { preconditionFailure("curl hands back the pointer it was given.") }
        return Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue()
    }
}
