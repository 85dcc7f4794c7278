/// What of an address says that it is this site's.
struct Site: Sendable {
    /// In lower case and without a slash at its end.
    let origin: [UInt8]

    /// Beginning and ending with a slash.
    let filesPrefix: [UInt8]

    init(origin: String, filesPrefix: String) {
        var origin = origin.utf8.map(\.lowercased)
        while origin.last == UInt8(ascii: "/") { origin.removeLast() }
        self.origin = origin
        self.filesPrefix = Array(filesPrefix.utf8)
    }

    /// Whether an address without origin is that of an uploaded picture.
    func isFile(_ address: [UInt8]) -> Bool {
        guard address.starts(with: filesPrefix), address.count > filesPrefix.count else { return false }
        var previous: UInt8 = 0
        for byte in address {
            guard byte.isASCIILetterOrDigit || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte) else { return false }
            if byte == UInt8(ascii: "."), previous == byte { return false }
            previous = byte
        }
        return true
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
