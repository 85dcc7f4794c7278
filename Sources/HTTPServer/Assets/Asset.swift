/// One file in memory, and its answers.
struct Asset: Sendable {
    /// Larger files stay on disk and are sent by the kernel, without ranges.
    static let memoryLimit = 4 * 1024 * 1024

    private let content: [UInt8]?
    private let tag: String
    private let headers: [Header]
    private let whole: PreparedResponse

    /// - Parameter isImmutable: whether its address changes with its content.
    init(
        name: String, at path: String, _ content: [UInt8], _ fingerprint: String, isImmutable: Bool,
        headers more: [Header]
    ) {
        let isSmall = content.count <= Self.memoryLimit
        self.content = isSmall ? content : nil
        tag = "\"\(fingerprint)\""
        headers =
            [
                Header(name: "Content-Type", value: ContentTypes.type(of: name)),
                Header(name: "Cache-Control", value: isImmutable ? "public, max-age=31536000, immutable" : "no-cache"),
                Header(name: "ETag", value: tag),
                Header(name: "Accept-Ranges", value: isSmall ? "bytes" : "none"),
            ] + more
        var response = Response(
            status: .ok, headers: headers,
            body: isSmall ? .bytes(content) : .file(path: path, size: content.count))
        response.route = "asset"
        whole = PreparedResponse(response, conditional: true)
    }

    func answer(_ head: borrowing RequestHead) -> PreparedResponse {
        guard let content, head.method == .get, let range = head.bytes(of: "range"), !head.has("if-none-match") else {
            return whole
        }
        // A part of something else than the client has a part of would not fit it.
        if let condition = head.value("if-range"), condition != tag { return whole }
        switch ByteRange(range, size: content.count) {
        case .whole: return whole
        case .part(let range):
            let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.count)"
            return part(.partialContent, content, range, place) ?? whole
        case .unsatisfiable:
            return part(.rangeNotSatisfiable, content, 0..<0, "bytes */\(content.count)") ?? whole
        }
    }

    private func part(
        _ status: HTTPStatus, _ content: [UInt8], _ range: Range<Int>, _ place: String
    ) -> PreparedResponse? {
        NativeResponse(headers + [Header(name: "Content-Range", value: place)], status: status, content, range)
            .map { PreparedResponse(once: $0, route: "asset") }
    }
}
