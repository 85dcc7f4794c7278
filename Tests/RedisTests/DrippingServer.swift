import Dispatch
import Glibc
import Testing

/// A server on a Unix socket that sends each client the same answer again and again, slowly if it is told so.
final class DrippingServer: Sendable {
    let socket: String
    private let listener: Int32
    private let answer: [UInt8]
    private let interval: Duration

    init(answering answer: String = "$1000\r\n", every interval: Duration) throws {
        signal(SIGPIPE, SIG_IGN)
        self.answer = Array(answer.utf8)
        self.interval = interval
        socket = "/tmp/quad-drip-\(UInt32.random(in: .min ... .max))"
        listener = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in path.copyBytes(from: socket.utf8) }
        let descriptor = listener
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0 && listen(descriptor, 8) == 0
            }
        }
        try #require(bound)
        DispatchQueue(label: "dripping-server").async { [self] in serve() }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        unlink(socket)
    }

    /// One client after the other, each until it goes away.
    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            var question = [UInt8](repeating: 0, count: 4096)
            while read(client, &question, question.count) > 0, drip(to: client) {}
            close(client)
        }
        close(listener)
    }

    private func drip(to client: Int32) -> Bool {
        guard interval > .zero else { return send(client, answer, answer.count, Int32(MSG_NOSIGNAL)) > 0 }
        for byte in answer + [UInt8](repeating: 120, count: 1000) {
            guard send(client, [byte], 1, Int32(MSG_NOSIGNAL)) == 1 else { return false }
            pause(interval)
        }
        return true
    }
}
