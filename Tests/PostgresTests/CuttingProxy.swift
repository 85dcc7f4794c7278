import FoundationEssentials
import Glibc
import Synchronization
import Testing

/// A Unix socket in front of Postgres's. Passes everything on until a text is sent: that still goes to the server, but
/// its answer does not come back, and the connection is closed.
final class CuttingProxy: Sendable {
    let directory: String
    private let listener: Int32
    private let target: String
    private let text: [UInt8]
    private let cutsSoFar = Atomic(0)
    /// How often it cut.
    var cuts: Int { cutsSoFar.load(ordering: .sequentiallyConsistent) }

    /// - Parameter target: The server's own socket.
    init(to target: String, cuttingAfter text: String) throws {
        self.target = target
        self.text = Array(text.utf8)
        directory = "/tmp/quad-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        listener = try UnixSocket.listen(at: "\(directory)/.s.PGSQL.5432")
    }

    /// Closes everything.
    func remove() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        unlink("\(directory)/.s.PGSQL.5432")
        rmdir(directory)
    }

    /// Serves one connection after another until `remove()`.
    func serve() throws {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            let server = try UnixSocket.connect(to: target)
            pass(client, server)
            close(client)
            close(server)
        }
    }

    private func pass(_ client: Int32, _ server: Int32) {
        while true {
            var sockets = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&sockets, 2, 10_000) > 0 else { return }
            if sockets[0].revents != 0 {
                guard let bytes = UnixSocket.read(client), UnixSocket.write(bytes, to: server) else { return }
                if bytes.contains(text) {
                    // The server's answer means that it is done; then it is withheld.
                    _ = UnixSocket.read(server)
                    cutsSoFar.add(1, ordering: .sequentiallyConsistent)
                    return
                }
            }
            if sockets[1].revents != 0 {
                guard let bytes = UnixSocket.read(server), UnixSocket.write(bytes, to: client) else { return }
            }
        }
    }
}

/// A socket that takes connections and never says anything, where Postgres's would be.
final class SilentServer {
    let directory: String
    private let socket: Int32

    init() throws {
        directory = "/tmp/quad-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        socket = try UnixSocket.listen(at: "\(directory)/.s.PGSQL.5432")
    }

    deinit {
        close(socket)
        unlink("\(directory)/.s.PGSQL.5432")
        rmdir(directory)
    }
}

enum UnixSocket {
    struct Failure: Error { let number: Int32 }

    static func listen(at path: String) throws -> Int32 {
        try make(path) { socket, address, length in bind(socket, address, length) == 0 && Glibc.listen(socket, 8) == 0 }
    }

    static func connect(to path: String) throws -> Int32 {
        try make(path) { socket, address, length in Glibc.connect(socket, address, length) == 0 }
    }

    private static func make(
        _ path: String, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) throws -> Int32 {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let succeeded = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                use(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard succeeded else { throw Failure(number: errno) }
        return socket
    }

    static func read(_ socket: Int32) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, Glibc.read(socket, buffer.baseAddress, buffer.count))
        }
        return bytes.isEmpty ? nil : bytes
    }

    static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
}
