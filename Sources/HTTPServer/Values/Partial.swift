extension Response {
    /// This answer cut down to what a request asks of it: 206 for the range it names, 304 when it has this already.
    ///
    /// For answers whose `ETag` names their very bytes, with a body of bytes or a file.
    public func cut(for request: Request) -> Response {
        guard status == .ok, let tag = self["ETag"] else { return self }
        if let known = request.headers["If-None-Match"] {
            guard known.contains(tag) || known == "*" else { return self }
            let left = ["content-type", "content-disposition", "accept-ranges"]
            return Response(
                status: .notModified, headers: headers.filter { !left.contains($0.name.lowercased()) })
        }
        var whole = self
        whole.set("Accept-Ranges", "bytes")
        guard let header = request.headers["Range"], request.method == .get,
            request.headers["If-Range"] == nil || request.headers["If-Range"] == tag
        else { return whole }
        return whole.part(header)
    }

    private func part(_ header: String) -> Response {
        let size =
            switch body {
            case .bytes(let bytes): bytes.count
            case .file(_, let size): size
            case .empty, .part, .stream: 0
            }
        var part = self
        switch ByteRange(header, size: size) {
        case .whole: return self
        case .part(let range):
            part.status = .partialContent
            part.set("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
            switch body {
            case .bytes(let bytes): part.body = .bytes(Array(bytes[range]))
            case .file(let path, _): part.body = .part(path: path, range: range)
            case .empty, .part, .stream: break
            }
        case .unsatisfiable:
            part = Response(status: .rangeNotSatisfiable, headers: headers)
            part.set("Content-Range", "bytes */\(size)")
        }
        return part
    }
}
