/// Whom a request comes from, behind proxies.
enum ClientAddress {
    /// Walks `X-Forwarded-For` from its end, where the nearest proxy wrote, past every trusted proxy; the first
    /// address that is none is the client. What lies before it is the client's own claim.
    ///
    /// - Returns: `peer` when nothing speaks of another; `.unknown` when something does and is not understood,
    ///   because taking the proxy's own address for the client's would let anyone in where only the operator's
    ///   network may.
    static func behind(_ peer: IPAddress, _ fields: FieldLines, trusting proxies: [IPNetwork]) -> IPAddress {
        var lines: [UnsafeBufferPointer<UInt8>] = []
        var isForwardedOtherwise = false
        fields.forEach { name, value in
            if name.isHeader("x-forwarded-for") { lines.append(value) }
            if name.isHeader("forwarded") { isForwardedOtherwise = true }
            return true
        }
        if lines.isEmpty { return isForwardedOtherwise ? .unknown : peer }
        var client = IPAddress.unknown
        for line in lines.reversed() {
            let text = String(decoding: line, as: UTF8.self)
            for entry in text.split(separator: ",").reversed() {
                let trimmed = entry.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
                guard let address = address(in: trimmed) else { return .unknown }
                client = address
                guard proxies.contains(address) else { return client }
            }
        }
        return client
    }

    /// An address, with or without the port some proxies write: `192.0.2.1:443`, `[2001:db8::1]:443`.
    private static func address(in entry: Substring) -> IPAddress? {
        if let address = IPAddress(entry) { return address }
        if entry.first == "[", let end = entry.firstIndex(of: "]") {
            return IPAddress(entry[entry.index(after: entry.startIndex)..<end])
        }
        guard let colon = entry.firstIndex(of: ":"), !entry[colon...].dropFirst().contains(":") else { return nil }
        return IPAddress(entry[..<colon])
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func isHeader(_ name: StaticString) -> Bool {
        count == name.bytes.count && equalIgnoringCase(self, name.bytes)
    }
}
