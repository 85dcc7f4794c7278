/// Which servers may be asked. It judges the resolved address of each connection just before it is made, so neither
/// a name's spelling nor a changing name server gets around it.
public enum AddressPolicy: Hashable, Sendable {
    /// Only what everybody can reach, on ports 80 and 443: for addresses that members have a say in.
    case publicOnly

    /// Whatever the operator's own machine can reach.
    case any
}

extension AddressPolicy {
    /// - Parameter address: 4 bytes (IPv4) or 16 (IPv6), in network order; any other number is refused.
    func allows(_ address: [UInt8], port: UInt16) -> Bool {
        switch self {
        case .any: true
        case .publicOnly: (port == 80 || port == 443) && Self.isPublic(address)
        }
    }

    static func isPublic(_ address: [UInt8]) -> Bool {
        switch address.count {
        case 4: !reservedIPv4.contains { block in block.contains(address) }
        // All that is handed out lies in 2000::/3, so that one list of exceptions is enough: loopback, unique local,
        // link-local, multicast, IPv4-mapped (::ffff:0:0/96) and NAT64 (64:ff9b::/96) are outside of it.
        case 16: globalIPv6.contains(address) && !reservedIPv6.contains { block in block.contains(address) }
        default: false
        }
    }

    /// - Source: the IANA registry of special-purpose IPv4 addresses, and multicast and what lies above it.
    private static let reservedIPv4 = [
        Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8), Block([169, 254], 16),
        Block([172, 16], 12), Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 31, 196], 24),
        Block([192, 52, 193], 24), Block([192, 88, 99], 24), Block([192, 168], 16), Block([192, 175, 48], 24),
        Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24), Block([224], 3),
    ]

    private static let globalIPv6 = Block([0x20], 3)

    /// - Source: the IANA registry of special-purpose IPv6 addresses: protocol assignments with Teredo (2001::/23),
    ///   documentation, 6to4, which wraps any IPv4 address.
    private static let reservedIPv6 = [
        Block([0x20, 0x01, 0x00], 23), Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x20, 0x02], 16),
        Block([0x26, 0x20, 0x00, 0x4F, 0x80, 0x00], 48), Block([0x3F, 0xFF, 0x00], 20),
    ]
}

/// Addresses whose first `length` bits are those of `prefix`.
private struct Block: Sendable {
    let prefix: [UInt8]
    let length: Int

    init(_ prefix: [UInt8], _ length: Int) {
        self.prefix = prefix
        self.length = length
    }

    func contains(_ address: [UInt8]) -> Bool {
        (0..<length).allSatisfy { bit in
            let mask = UInt8(0x80) >> (bit % 8)
            return prefix[bit / 8] & mask == address[bit / 8] & mask
        }
    }
}
