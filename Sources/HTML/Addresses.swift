extension HTMLBuffer {
    /// A whole address, at the start of an attribute such as `href`.
    ///
    /// Written as `#` unless it is `http://…`, `https://…`, `mailto:…` or a reference relative to this
    /// site: any other scheme, `//host` (which leaves the site), a backslash (which browsers read as a
    /// slash), and control characters and leading spaces (which browsers drop) are refused. Characters
    /// that may not stand in an address are percent-encoded; `%` is left alone.
    public mutating func url(_ address: String) {
        var address = address
        address.withUTF8 { bytes in
            guard bytes.isHarmlessAddress else { return append(UInt8(ascii: "#")) }
            writeAddress(bytes)
        }
    }

    /// One piece of an address: a path segment, a query name or value, a fragment. All but
    /// the unreserved characters (RFC 3986, section 2.3) are percent-encoded, `/` and `%` among them.
    public mutating func urlComponent(_ text: String) {
        var text = text
        text.withUTF8 { percentEncode($0) }
    }

    public mutating func urlComponent(_ text: Substring) {
        var text = text
        text.withUTF8 { percentEncode($0) }
    }

    private mutating func writeAddress(_ bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count + 16)
        var copied = 0
        for index in 0..<bytes.count where !bytes[index].isPlainInAddress {
            append(UnsafeBufferPointer(rebasing: bytes[copied..<index]))
            switch bytes[index] {
            case UInt8(ascii: "&"): literal("&amp;")
            case UInt8(ascii: "'"): literal("&#39;")
            case let byte: appendEncoded(byte)
            }
            copied = index + 1
        }
        append(UnsafeBufferPointer(rebasing: bytes[copied...]))
    }

    private mutating func percentEncode(_ bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count + 16)
        for byte in bytes {
            if byte.isUnreserved { append(byte) } else { appendEncoded(byte) }
        }
    }

    private mutating func appendEncoded(_ byte: UInt8) {
        append(UInt8(ascii: "%"))
        append((byte >> 4).hexadecimalDigit)
        append((byte & 15).hexadecimalDigit)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// What `HTMLBuffer.url` lets pass.
    fileprivate var isHarmlessAddress: Bool {
        for byte in self where byte.isRefusedInAddress { return false }
        guard let first, first != UInt8(ascii: " ") else { return isEmpty }
        if first == UInt8(ascii: "/") { return count == 1 || self[1] != first }
        for index in 0..<count {
            switch self[index] {
            case UInt8(ascii: ":"): return hasHarmlessScheme(endingAt: index)
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            default: continue
            }
        }
        return true
    }

    private func hasHarmlessScheme(endingAt end: Int) -> Bool {
        let rest = self[(end + 1)...]
        switch String(decoding: self[..<end], as: UTF8.self).lowercased() {
        case "http", "https": return rest.starts(with: "//".utf8) && rest.dropFirst(2).first != UInt8(ascii: "/")
        case "mailto": return true
        default: return false
        }
    }
}

extension UInt8 {
    /// Control characters, which browsers drop, and the backslash, which they read as a slash.
    fileprivate var isRefusedInAddress: Bool {
        self < 0x20 || self == 0x7F || self == UInt8(ascii: "\\")
    }

    /// RFC 3986, section 2.3.
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// The unreserved and the reserved characters of RFC 3986, and `%`, without those that HTML escapes;
    /// the others are no part of an address.
    fileprivate var isPlainInAddress: Bool {
        switch self {
        case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
            UInt8(ascii: "="), UInt8(ascii: "%"):
            true
        default: isUnreserved
        }
    }

    /// Of a number 0...15.
    fileprivate var hexadecimalDigit: UInt8 {
        self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "A") + self - 10
    }
}
