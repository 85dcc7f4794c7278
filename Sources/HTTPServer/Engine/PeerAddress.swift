internal import Glibc

extension IPAddress {
    /// The other side of a connected socket; `nil` unless it is IPv4 or IPv6.
    static func peer(of socket: CInt) -> IPAddress? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                getpeername(socket, address, &size) == 0 ? IPAddress(address, size: Int(size)) : nil
            }
        }
    }
}
