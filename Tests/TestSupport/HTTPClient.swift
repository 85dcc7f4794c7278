internal import Glibc

/// A client that sends exactly the bytes it is given, over a socket of its own.
public final class HTTPClient {
    public private(set) var socket: CInt
    private var buffer: [UInt8] = []

    /// - Parameter patience: how long a read waits, in seconds.
    public init(port: Int, patience: Int = 5) throws {
        socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let code = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw HTTPClientError.refused(errno) }
    }

    /// Over a Unix socket.
    public init(path: String) throws {
        socket = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0 else { throw HTTPClientError.refused(errno) }
    }

    deinit { close() }

    public func close() {
        if socket >= 0 { Glibc.close(socket) }
        socket = -1
    }

    public func send(_ text: String) { send(Array(text.utf8)) }

    public func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress.map { $0 + sent }, bytes.count - sent, CInt(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            sent += count
        }
    }

    /// Bytes as they come; empty at the end of the stream, or when patience ran out.
    public func read() -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &piece, piece.count, 0)
        return count > 0 ? Array(piece[..<count]) : []
    }

    /// Everything until the server closes the connection; `nil` if it does not in time.
    public func readToEnd() -> [UInt8]? {
        while true {
            var piece = [UInt8](repeating: 0, count: 65536)
            let count = recv(socket, &piece, piece.count, 0)
            if count == 0 || count < 0 && errno == ECONNRESET {
                defer { buffer = [] }
                return buffer
            }
            if count < 0 { return nil }
            buffer += piece[..<count]
        }
    }

    /// One answer with a `Content-Length`, leaving what comes after it.
    public func answer(hasBody: Bool = true) throws -> HTTPAnswer {
        while true {
            if let answer = HTTPAnswer(&buffer, hasBody: hasBody) { return answer }
            let piece = read()
            guard !piece.isEmpty else { throw HTTPClientError.ended(String(decoding: buffer, as: UTF8.self)) }
            buffer += piece
        }
    }

    /// Reads until `text` has come.
    public func wait(for text: String) throws -> String {
        while true {
            let all = String(decoding: buffer, as: UTF8.self)
            if all.contains(text) { return all }
            let piece = read()
            guard !piece.isEmpty else { throw HTTPClientError.ended(all) }
            buffer += piece
        }
    }

    /// Whether the server has closed the connection, or does so in time.
    public func isClosed() -> Bool { readToEnd() != nil }

    @discardableResult
    public func get(_ target: String, _ headers: String = "", method: String = "GET") throws -> HTTPAnswer {
        send("\(method) \(target) HTTP/1.1\r\nHost: test\r\n\(headers)\r\n")
        return try answer(hasBody: method != "HEAD")
    }

    @discardableResult
    public func post(
        _ target: String, _ body: [UInt8], type: String = "application/x-www-form-urlencoded", _ headers: String = ""
    ) throws -> HTTPAnswer {
        send(
            "POST \(target) HTTP/1.1\r\nHost: test\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
                + "\(headers)\r\n")
        send(body)
        return try answer()
    }
}

public enum HTTPClientError: Error {
    case refused(CInt)
    case ended(String)
}

public struct HTTPAnswer: Sendable {
    public let status: Int
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]

    public var text: String { String(decoding: body, as: UTF8.self) }

    public subscript(name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Takes one answer off the front of `buffer`.
    init?(_ buffer: inout [UInt8], hasBody: Bool) {
        let end = [UInt8]("\r\n\r\n".utf8)
        guard
            let headEnd = buffer.indices.first(where: { index in
                index + 4 <= buffer.count && buffer[index..<(index + 4)].elementsEqual(end)
            })
        else { return nil }
        let lines = String(decoding: buffer[..<headEnd], as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first, let code = Int(first.split(separator: " ")[1]) else { return nil }
        status = code
        headers = lines.dropFirst().map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (String(line[..<colon]), String(line[colon...].dropFirst(2)))
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        let size = hasBody && code != 304 && code != 204 ? length : 0
        guard buffer.count >= headEnd + 4 + size else { return nil }
        body = Array(buffer[(headEnd + 4)..<(headEnd + 4 + size)])
        buffer.removeFirst(headEnd + 4 + size)
    }
}
