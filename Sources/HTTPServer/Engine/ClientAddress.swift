/// Whom a request comes from, behind proxies.
enum ClientAddress {
    /// Walks `X-Forwarded-For` from its end, where the nearest proxy wrote, past every trusted proxy; the first
    /// address that is none is the client. What lies before it is the client's own claim.
    ///
    /// - Returns: `peer` when the header is missing; the last address that was understood when one is not.
    static func behind(_ peer: IPAddress, _ fields: FieldLines, trusting proxies: [IPNetwork]) -> IPAddress {
        var lines: [UnsafeBufferPointer<UInt8>] = []
        let forwarded: StaticString = "x-forwarded-for"
        fields.forEach { name, value in
            if name.count == forwarded.bytes.count, equalIgnoringCase(name, forwarded.bytes) { lines.append(value) }
            return true
        }
        var client = peer
        for line in lines.reversed() {
            let text = String(decoding: line, as: UTF8.self)
            for entry in text.split(separator: ",").reversed() {
                let trimmed = entry.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
                guard let address = IPAddress(trimmed) else { return client }
                client = address
                guard proxies.contains(address) else { return client }
            }
        }
        return client
    }
}
