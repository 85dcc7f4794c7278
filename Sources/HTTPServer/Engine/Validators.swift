/// What names one state of a resource, and whether a client has that state already (RFC 9110, section 13).
struct Validators {
    let tag: String?
    /// Of `Last-Modified`, in seconds since 1970.
    let modified: Int?

    /// - Returns: `nil` for an answer that names no state, or is no whole one.
    init?(_ response: Response) {
        guard response.status == .ok else { return nil }
        tag = response["ETag"]
        modified = response["Last-Modified"].flatMap { HTTPDate($0)?.seconds }
        if tag == nil, modified == nil { return nil }
    }

    /// Whether a GET or HEAD with these headers is answered with 304: `If-None-Match` alone decides where it is sent,
    /// because tags tell apart what one second holds.
    func areKnown(to fields: FieldLines?) -> Bool {
        guard let fields else { return false }
        if let list = fields.first(StaticString("if-none-match").bytes) {
            guard var tag else { return false }
            return tag.withUTF8 { Self.lists(list, $0) }
        }
        guard let modified, let text = fields.first(StaticString("if-modified-since").bytes),
            let since = HTTPDate(String(decoding: text, as: UTF8.self))
        else { return false }
        return modified <= since.seconds
    }

    /// Whether `If-None-Match` lists a tag. Weak comparison; `*` matches anything.
    private static func lists(_ value: UnsafeBufferPointer<UInt8>, _ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        let wanted = strong(tag[...])
        var rest = value[...]
        while true {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2C }
            guard let first = rest.first else { return false }
            if first == 0x2A { return true }
            rest = strong(rest)
            guard rest.first == 0x22, let end = rest.dropFirst().firstIndex(of: 0x22) else { return false }
            if rest[...end].elementsEqual(wanted) { return true }
            rest = rest[(end + 1)...]
        }
    }

    private static func strong(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        tag.count >= 2 && tag[tag.startIndex] == 0x57 && tag[tag.startIndex + 1] == 0x2F ? tag.dropFirst(2) : tag
    }
}

extension Response {
    /// 304 for a reader who has this very state already, by the tag or the time among its headers.
    public func unlessKnown(to request: Request) -> Response {
        guard request.method != .post, let validators = Validators(self),
            request.headers.withFields({ validators.areKnown(to: $0) }) == true
        else { return self }
        var unchanged = notModified
        (unchanged.route, unchanged.note) = (route, note)
        return unchanged
    }

    /// RFC 9110, section 15.4.5: what a cache updates, and nothing that describes a body.
    var notModified: Response {
        let left = ["content-type", "content-encoding", "content-language", "content-range"]
        return Response(status: .notModified, headers: headers.filter { !left.contains($0.name.lowercased()) })
    }
}
