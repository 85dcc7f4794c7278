import FoundationEssentials
import Glibc

/// A socket that takes connections and never says anything, where Postgres's would be.
final class SilentServer {
    let directory: String
    private let socket: Int32

    init() throws {
        directory = "/tmp/quad-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = "\(directory)/.s.PGSQL.5432"
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(socket, 8) == 0 else { throw POSIXFailure(number: errno) }
    }

    deinit {
        close(socket)
        unlink("\(directory)/.s.PGSQL.5432")
        rmdir(directory)
    }

    struct POSIXFailure: Error { let number: Int32 }
}
