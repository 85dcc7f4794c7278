/// What of an address says that it is this site's.
struct Site: Sendable {
    /// In lower case and without a slash at its end.
    let origin: [UInt8]

    /// What the addresses of uploaded files begin with: a slash at both its ends.
    static let filesPrefix = Array("/attachments/".utf8)

    init(origin: String) {
        var origin = origin.utf8.map(\.lowercased)
        while origin.last == UInt8(ascii: "/") { origin.removeLast() }
        self.origin = origin
    }

    /// Which uploaded file an address without origin names: `/attachments/{id}/{name}`; `nil` when it is none.
    func file(at address: [UInt8]) -> String? {
        guard address.starts(with: Self.filesPrefix) else { return nil }
        let rest = address.dropFirst(Self.filesPrefix.count)
        let id = rest.prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
        guard !id.isEmpty, id.endIndex + 1 < rest.endIndex, rest[id.endIndex] == UInt8(ascii: "/") else { return nil }
        return String(decoding: id.map(\.lowercased), as: UTF8.self)
    }

    /// Where the path of an absolute address on this site begins; `nil` when it leads elsewhere.
    func endOfOrigin(in address: borrowing Span<UInt8>) -> Int? {
        guard !origin.isEmpty, address.count >= origin.count else { return nil }
        for index in origin.indices where address[index].lowercased != origin[index] { return nil }
        guard address.count > origin.count else { return origin.count }
        switch address[origin.count] {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return origin.count
        default: return nil
        }
    }
}
