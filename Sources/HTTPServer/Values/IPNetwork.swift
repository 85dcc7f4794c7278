/// A range of addresses in CIDR notation: `10.0.0.0/8`, `2001:db8::/32`, or one address.
public struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    let base: IPAddress
    /// Leading bits of the 128 that decide; an IPv4 prefix counts from 96.
    let bits: Int

    /// - Returns: `nil` for anything but an address with an optional `/bits` in range.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        let length = address.isIPv4 && !first.contains(":") ? 32 : 128
        var bits = length
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let given = Int(parts[1]),
                (0...length).contains(given)
            else { return nil }
            bits = given
        }
        self.bits = bits + 128 - length
        base = address.prefix(self.bits)
    }

    public func contains(_ address: IPAddress) -> Bool {
        address.prefix(bits) == base
    }

    public var description: String {
        base.isIPv4 && bits >= 96 ? "\(base)/\(bits - 96)" : "\(base)/\(bits)"
    }
}

extension IPAddress {
    /// - Precondition: `bits` is 0...128.
    fileprivate func prefix(_ bits: Int) -> IPAddress {
        IPAddress(high: high & UInt64.leading(min(bits, 64)), low: low & UInt64.leading(max(bits - 64, 0)))
    }
}

extension UInt64 {
    fileprivate static func leading(_ bits: Int) -> UInt64 {
        bits == 0 ? 0 : ~0 << UInt64(64 - bits)
    }
}

extension [IPNetwork] {
    func contains(_ address: IPAddress) -> Bool {
        contains { $0.contains(address) }
    }
}
