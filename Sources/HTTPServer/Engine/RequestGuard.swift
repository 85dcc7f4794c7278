internal import CMicrohttpd
internal import Glibc

/// Decides whether a request is well-formed, once its headers are in. libmicrohttpd 0.9.75 itself accepts much
/// that its successors, and the proxies before it, refuse or read differently (FACTS.md, section 1.6).
///
/// It leaves a head in memory as it came, but for NULs in place of each colon and line break. A well-formed head
/// therefore lies there without a gap: every name right after the line break before it, in the order and number
/// that libmicrohttpd reports, up to the size it reports. Folded lines, NUL bytes and bare line feeds all leave a
/// gap, so one comparison of pointers finds them.
struct RequestGuard {
    let limits: Limits
    let hosts: HostNames?
    let rawContentTypes: Set<String>

    private static let knownMethods: Set = ["PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE"]

    /// What the head announces.
    struct Finding {
        var length = 0
        var expectsContinue = false
        var kind: BodyKind?
        /// Whether length and end of the request are beyond doubt.
        var isFramed = false
        /// In the order of checks: the first one stands.
        var refusal: Refusal.Reason?
    }

    /// - Complexity: O(*n*) in the bytes of the head; allocates only for bodies and encoded paths.
    func examine(
        _ connection: Connection, method name: UnsafePointer<CChar>, version: UnsafePointer<CChar>
    ) -> Finding {
        var finding = Finding()
        finding.refusal = lines(of: connection, from: name, version: version, &finding)
        return finding
    }

    private func lines(
        of connection: Connection, from name: UnsafePointer<CChar>, version: UnsafePointer<CChar>,
        _ finding: inout Finding
    ) -> Refusal.Reason? {
        let size = quad_mhd_head_size(connection.handle)
        let start = UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
        let first = UnsafeRawPointer(version).assumingMemoryBound(to: UInt8.self) + 10
        guard let target = connection.head.target.baseAddress, first <= start + size - 2,
            target + connection.head.target.count + 1 == first - 10, start + strlen(name) + 1 == target
        else { return .malformed("request line") }
        connection.head.method = Method(name)
        var scan = HeaderScan(cursor: first, limit: limits.headerLines)
        _ = withUnsafeMutablePointer(to: &scan) { scan in
            MHD_get_connection_values_n(connection.handle, .HEADER_KIND, scanHeader, scan)
        }
        if let problem = scan.problem { return problem }
        guard scan.cursor + 2 == start + size else { return .malformed("header lines") }
        connection.head.fields = FieldLines(start: first, end: scan.cursor)
        guard strcmp(version, "HTTP/1.1") == 0 || strcmp(version, "HTTP/1.0") == 0 else { return .versionNotSupported }
        return framing(scan, &finding)
            ?? self.method(connection.head, name, finding)
            ?? (size > limits.head ? .headersTooLarge : nil)
            ?? host(scan, isRequired: version[7] == 0x31)
            ?? self.target(of: connection.head)
            ?? body(scan, connection.head, &finding)
    }

    private func framing(_ scan: HeaderScan, _ finding: inout Finding) -> Refusal.Reason? {
        finding.expectsContinue = scan.hasExpect
        if scan.hasTransferEncoding { return .lengthRequired }
        if let length = scan.length {
            guard let value = Int(decimal: length) else { return .malformed("Content-Length") }
            finding.length = value
        }
        finding.isFramed = true
        return nil
    }

    private func method(_ head: RawHead, _ name: UnsafePointer<CChar>, _ finding: Finding) -> Refusal.Reason? {
        guard let method = head.method else {
            let known = Self.knownMethods.contains(String(cString: name))
            return known ? .methodNotAllowed : .methodUnknown
        }
        return method != .post && finding.length > 0 ? .malformed("a body with \(method.rawValue)") : nil
    }

    private func host(_ scan: HeaderScan, isRequired: Bool) -> Refusal.Reason? {
        guard let host = scan.host else { return isRequired ? .malformed("no Host") : nil }
        guard HostNames.isWellFormed(host) else { return .malformed("Host") }
        guard let hosts else { return nil }
        return hosts.contains(host) ? nil : .unknownHost
    }

    private func target(of head: RawHead) -> Refusal.Reason? {
        guard head.target.first == 0x2F else { return .malformed("target is no path") }
        guard head.target.count <= limits.target else { return .targetTooLong }
        var isClean = true
        var ampersands = 0
        for byte in head.target {
            isClean = isClean && byte > 0x20 && byte != 0x7F
            ampersands += byte == 0x26 ? 1 : 0
        }
        guard isClean else { return .malformed("target") }
        guard ampersands <= FormFields.limit else { return FormError.tooManyFields(limit: FormFields.limit).refusal }
        do throws(FormError) {
            try PercentEncoding.check(head.path, .path)
            if let query = head.query { try PercentEncoding.check(query, .form) }
            return nil
        } catch {
            return error.refusal
        }
    }

    private func body(_ scan: HeaderScan, _ head: RawHead, _ finding: inout Finding) -> Refusal.Reason? {
        guard head.method == .post else { return nil }
        guard let type = head.value("content-type") else {
            return finding.length == 0 ? nil : .unsupportedMediaType
        }
        finding.kind = BodyKind(contentType: String(decoding: type, as: UTF8.self), raw: rawContentTypes)
        switch finding.kind {
        case nil: return .unsupportedMediaType
        case .multipart: return finding.length > limits.upload ? .tooLarge(limit: limits.upload) : nil
        case .form, .raw: return finding.length > limits.form ? .tooLarge(limit: limits.form) : nil
        }
    }
}

extension Int {
    /// Digits alone, 18 at most.
    init?(decimal digits: UnsafeBufferPointer<UInt8>) {
        guard (1...18).contains(digits.count) else { return nil }
        self = 0
        for digit in digits {
            guard digit &- 0x30 < 10 else { return nil }
            self = self * 10 + Int(digit - 0x30)
        }
    }
}
