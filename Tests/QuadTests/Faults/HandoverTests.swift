import Glibc
import Synchronization
import TestSupport
import Testing

extension WholeProgram {
    @Suite("Taking over a socket")
    struct HandoverTests {
        @Test("a new process takes over the socket it is given while the old one ends: no request of 300 is refused")
        func handover() throws {
            try withInstallation { installation in
                let socket = try listen()
                defer { close(socket.descriptor) }
                let old = try installation.serve(socket: socket)
                #expect(old.port == socket.port)
                #expect(try old.said.contains("the socket it was given"))
                let statuses = Mutex<[Int]>([])
                let asker = TestThread {
                    for _ in 0..<300 {
                        let status: Int
                        do { status = try HTTPClient(port: socket.port).get(Installation.community).status } catch {
                            status = 0
                        }
                        statuses.withLock { $0.append(status) }
                        usleep(8_000)
                    }
                }
                sleep(.milliseconds(200))
                let new = try installation.serve(socket: socket)
                old.process.signal(SIGTERM)
                #expect(old.process.end(within: 5) == .exit(0))
                asker.join()
                let all = statuses.withLock { $0 }
                #expect(all.count == 300)
                #expect(all.allSatisfy { $0 == 200 }, "\(all.filter { $0 != 200 })")
                #expect(try new.get(Installation.community).status == 200)
            }
        }

        @Test("a descriptor that is no listening socket is refused in a sentence")
        func noSocket() throws {
            try withInstallation { installation in
                let (ending, output) = try ChildProcess.run(
                    "/bin/sh", ["-c", "LISTEN_FDS=1 LISTEN_PID=$$ exec \(try QuadProcess.path) serve 3</dev/null"],
                    environment: installation.settings)
                #expect(ending == .exit(1))
                #expect(output.contains("descriptor 3"), "\(output)")
            }
        }
    }
}

private func listen() throws -> (descriptor: CInt, port: Int) {
    let socket = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { address in
        try address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            guard bind(socket, $0, size) == 0, Glibc.listen(socket, 512) == 0, getsockname(socket, $0, &size) == 0
            else {
                throw HTTPClientError.refused(errno)
            }
        }
    }
    return (socket, Int(UInt16(bigEndian: address.sin_port)))
}
