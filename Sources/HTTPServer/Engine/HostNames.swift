/// The names a site answers to. Compared without regard to case, and without port.
struct HostNames {
    private let names: [[UInt8]]

    init(_ names: Set<String>) {
        self.names = names.map { Array($0.lowercased().utf8) }
    }

    func contains(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = Self.withoutPort(host)
        return names.contains { candidate in
            candidate.withUnsafeBufferPointer { $0.count == name.count && equalIgnoringCase($0, name) }
        }
    }

    /// A name or address in the letters of RFC 3986's reg-name without percent-encoding, or an IPv6 address in
    /// brackets; then perhaps a colon and digits.
    static func isWellFormed(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = withoutPort(host)
        guard !name.isEmpty, host.dropFirst(name.count + 1).allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        if name.first == 0x5B {
            return name.last == 0x5D
                && name.dropFirst().dropLast().allSatisfy {
                    PercentEncoding.digit($0) != nil || $0 == 0x3A || $0 == 0x2E
                }
        }
        return name.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
            default: false
            }
        }
    }

    private static func withoutPort(_ host: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let colon = host.lastIndex(of: 0x3A), host.last != 0x5D else { return host }
        return UnsafeBufferPointer(rebasing: host[..<colon])
    }
}
