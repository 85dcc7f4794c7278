import Dispatch
import Glibc
import Synchronization

/// A server for one test: every connection is read up to the end of a request's head and given the same bytes.
final class TinyServer: Sendable {
    enum Ending { case close, stayOpen }

    let port: UInt16
    private let listener: Int32
    private let answer: [UInt8]
    private let ending: Ending
    private let heads = Mutex<[String]>([])

    init(answering answer: String, ending: Ending = .close) throws {
        signal(SIGPIPE, SIG_IGN)
        self.answer = Array(answer.utf8)
        self.ending = ending
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, size) == 0 && getsockname(socket, address, &size) == 0 && listen(socket, 8) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard bound else { throw CannotListen() }
        Thread.start { [self] in serve() }
    }

    /// The heads of the requests that came.
    var requests: [String] { heads.withLock { heads in heads } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func serve() {
        var kept: [Int32] = []
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            let head = Self.readHead(connection)
            heads.withLock { heads in heads.append(head) }
            Self.write(answer, to: connection)
            if ending == .close { close(connection) } else { kept.append(connection) }
        }
        for connection in kept { close(connection) }
        close(listener)
    }

    private static func readHead(_ connection: Int32) -> String {
        var head = ""
        var byte: UInt8 = 0
        while !head.hasSuffix("\r\n\r\n"), read(connection, &byte, 1) == 1 {
            head.unicodeScalars.append(UnicodeScalar(byte))
        }
        return head
    }

    private static func write(_ bytes: [UInt8], to connection: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in Glibc.write(connection, buffer.baseAddress, buffer.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    struct CannotListen: Error {}

    private enum Thread {
        static func start(_ body: @escaping @Sendable () -> Void) {
            DispatchQueue(label: "tiny-server").async(execute: body)
        }
    }
}

/// Runs `body` with a server that is gone afterwards.
func withServer(
    answering answer: String, ending: TinyServer.Ending = .close, _ body: (TinyServer) throws -> Void
) throws {
    let server = try TinyServer(answering: answer, ending: ending)
    defer { server.stop() }
    try body(server)
}
