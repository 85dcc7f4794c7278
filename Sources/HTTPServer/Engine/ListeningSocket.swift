internal import Glibc

/// The socket that clients connect to.
struct ListeningSocket {
    let descriptor: CInt
    /// 0 for a Unix socket.
    let port: Int

    init(_ configuration: ServerConfiguration) throws(ServerError) {
        if let inherited = configuration.inheritedSocket {
            try self.init(inherited: inherited)
        } else if configuration.address.hasPrefix("unix:") {
            try self.init(path: String(configuration.address.dropFirst(5)))
        } else {
            try self.init(address: configuration.address, port: configuration.port)
        }
        let flags = fcntl(descriptor, F_GETFL)
        guard fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
            throw .system("the listening socket", code: errno)
        }
    }

    private init(inherited: CInt) throws(ServerError) {
        var listens: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(inherited, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0, listens == 1 else {
            throw .inheritedSocket(inherited)
        }
        descriptor = inherited
        port = Self.port(of: inherited)
    }

    private init(address: String, port: Int) throws(ServerError) {
        guard let ip = IPAddress(address) else { throw .addressNotUnderstood(address) }
        let isV6 = address.contains(":")
        descriptor = socket(isV6 ? AF_INET6 : AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw .system("no socket", code: errno) }
        var on: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
        let bound = isV6 ? Self.bind6(descriptor, ip, port) : Self.bind4(descriptor, ip, port)
        guard bound, listen(descriptor, 4096) == 0 else {
            let code = errno
            close(descriptor)
            throw Self.error(code, address, port)
        }
        self.port = Self.port(of: descriptor)
    }

    private init(path: String) throws(ServerError) {
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw .system("no socket", code: errno) }
        port = 0
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else { throw .socketPath(path, code: ENAMETOOLONG) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        // A socket left by a process that is gone refuses connections, and would refuse the bind too.
        unlink(path)
        let bound = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(descriptor, 4096) == 0 else {
            let code = errno
            close(descriptor)
            throw .socketPath(path, code: code)
        }
    }

    private static func bind4(_ descriptor: CInt, _ ip: IPAddress, _ port: Int) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(truncatingIfNeeded: ip.low).bigEndian
        return withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func bind6(_ descriptor: CInt, _ ip: IPAddress, _ port: Int) -> Bool {
        var off: CInt = 0
        setsockopt(descriptor, CInt(IPPROTO_IPV6), IPV6_V6ONLY, &off, socklen_t(MemoryLayout<CInt>.size))
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = UInt16(port).bigEndian
        withUnsafeMutableBytes(of: &address.sin6_addr) { bytes in
            bytes.storeBytes(of: ip.high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: ip.low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
            }
        }
    }

    private static func port(of descriptor: CInt) -> Int {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { storage in
            let code = storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
            guard code == 0, [AF_INET, AF_INET6].contains(CInt(storage.pointee.ss_family)) else { return 0 }
            // The port lies in the same place in both kinds.
            return storage.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                Int(UInt16(bigEndian: $0.pointee.sin_port))
            }
        }
    }

    private static func error(_ code: CInt, _ address: String, _ port: Int) -> ServerError {
        switch code {
        case EADDRINUSE: .portInUse(port)
        case EACCES: .portNotPermitted(port)
        case EADDRNOTAVAIL: .addressNotHere(address)
        default: .system("listening on \(address) port \(port)", code: code)
        }
    }
}
