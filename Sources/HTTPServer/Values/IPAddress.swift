internal import Glibc

/// An IPv4 or IPv6 address. IPv4 is kept as its mapped form (`::ffff:192.0.2.1`), so that a client
/// is the same whichever kind of socket it came through.
public struct IPAddress: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        (self.high, self.low) = (high, low)
    }

    /// - Parameter v4: the four bytes as one number, the first byte highest.
    init(v4: UInt32) {
        self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(v4))
    }

    /// - Returns: `nil` unless `text` is one address without port, brackets, zone or spaces.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 45 else { return nil }
        let text = String(text)
        var v4 = in_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4: UInt32(bigEndian: v4.s_addr))
            return
        }
        var v6 = in6_addr()
        guard inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
        self.init(v6)
    }

    init(_ address: in6_addr) {
        (high, low) = withUnsafeBytes(of: address) { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// The client side of an accepted socket; `nil` for anything but IPv4 and IPv6.
    init?(_ address: UnsafePointer<sockaddr>, size: Int) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET where size >= MemoryLayout<sockaddr_in>.size:
            let address = UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self)
            self.init(v4: UInt32(bigEndian: address.sin_addr.s_addr))
        case AF_INET6 where size >= MemoryLayout<sockaddr_in6>.size:
            self.init(UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in6.self).sin6_addr)
        default:
            return nil
        }
    }

    public static let loopback = IPAddress(v4: 0x7F00_0001)
    /// Nobody's address (0.0.0.0): a proxy stands between, and does not say who is behind it.
    public static let unknown = IPAddress(v4: 0)
}

extension IPAddress {
    public var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// 127.0.0.0/8 and ::1.
    public var isLoopback: Bool {
        isIPv4 ? low >> 24 & 0xFF == 127 : high == 0 && low == 1
    }

    /// Loopback, private use (RFC 1918), shared (RFC 6598), link-local and unique local (RFC 4193).
    public var isPrivate: Bool {
        guard isIPv4 else { return isLoopback || high >> 57 == 0x7E || high >> 54 == 0x3FA }
        let v4 = UInt32(truncatingIfNeeded: low)
        return isLoopback || v4 >> 24 == 10 || v4 >> 20 == 0xAC1 || v4 >> 16 == 0xC0A8 || v4 >> 22 == 0x191
            || v4 >> 16 == 0xA9FE
    }

    /// What one household or host shares: the /64 of an IPv6 address, an IPv4 address itself.
    public var network64: IPAddress {
        isIPv4 ? self : IPAddress(high: high, low: 0)
    }

    /// What tells a campus or a provider's customer without telling a host: the /24 of an IPv4 address, the /48 of an
    /// IPv6 one, with an ellipsis for the rest ("203.0.113.…", "2001:db8:7:…").
    public var truncated: String {
        if isIPv4 { return "\(low >> 24 & 255).\(low >> 16 & 255).\(low >> 8 & 255).…" }
        let groups = [high >> 48, high >> 32 & 0xFFFF, high >> 16 & 0xFFFF]
        return groups.map { group in String(group, radix: 16) + ":" }.joined() + "…"
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String {
        if isIPv4 {
            return "\(low >> 24 & 255).\(low >> 16 & 255).\(low >> 8 & 255).\(low & 255)"
        }
        var address = in6_addr()
        withUnsafeMutableBytes(of: &address) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
            guard let start = text.baseAddress,
                inet_ntop(AF_INET6, &address, start, socklen_t(text.count)) != nil
            else { return "::" }
            return String(cString: start)
        }
    }
}
