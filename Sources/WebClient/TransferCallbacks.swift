internal import CCurl
internal import Glibc

extension Transfer {
    /// - Returns: how many bytes were taken; fewer than there are end the transfer.
    func receiveBody(_ data: UnsafeRawBufferPointer) -> Int {
        let room = limits.body - body.count
        body.append(contentsOf: data.prefix(room))
        isCut = data.count > room
        return isCut ? 0 : data.count
    }

    func receiveHead(_ line: UnsafeRawBufferPointer) -> Int {
        headSize += line.count
        guard headSize <= limits.head else { return 0 }
        let text = String(decoding: line, as: UTF8.self)
        // An interim answer (100, 103) was not the last: what counts is the head that comes after it.
        if text.hasPrefix("HTTP/") { headLines = [] } else { headLines.append(text) }
        return line.count
    }

    /// Called for each address that curl tries, after the name was resolved.
    func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address, let (bytes, port) = Self.parts(of: address), policy.allows(bytes, port: port) else {
            wasRefused = true
            return -1
        }
        hasAsked = true
        let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, type, address.pointee.protocol)
    }

    private static func parts(of address: UnsafeMutablePointer<curl_sockaddr>) -> ([UInt8], UInt16)? {
        // The address proper follows the other fields and is longer than a plain sockaddr for IPv6.
        let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0
        let raw = UnsafeRawPointer(address) + start
        switch address.pointee.family {
        case AF_INET:
            let address = raw.loadUnaligned(as: sockaddr_in.self)
            return (withUnsafeBytes(of: address.sin_addr) { Array($0) }, UInt16(bigEndian: address.sin_port))
        case AF_INET6:
            let address = raw.loadUnaligned(as: sockaddr_in6.self)
            return (withUnsafeBytes(of: address.sin6_addr) { Array($0) }, UInt16(bigEndian: address.sin6_port))
        default: return nil
        }
    }

    func error(for code: CURLcode) -> WebClientError {
        switch code {
        // The same code for another scheme and for an answer without a status line.
        case CURLE_UNSUPPORTED_PROTOCOL where hasAsked: .failed("the answer is no HTTP")
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .invalidURL
        case CURLE_COULDNT_RESOLVE_HOST: .unknownHost
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_COULDNT_CONNECT where wasRefused: .addressRefused
        case CURLE_WRITE_ERROR: .failed("the head of the answer is too long")
        default: .failed(String(cString: curl_easy_strerror(code)))
        }
    }

    static func header(_ line: String) -> WebResponse.Header? {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let value = line[line.utf8.index(after: colon)...]
        let isSpace: (Character) -> Bool = { character in character.isWhitespace }
        let trimmed = value.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        return WebResponse.Header(name: String(line[..<colon]), value: String(trimmed))
    }
}

enum Curl {
    private static let isReady: Void = {
        precondition(curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, "libcurl does not start.")
    }()

    static func ensureReady() {
        isReady
    }
}

extension Duration {
    /// Rounded up, at least 1, because to curl 0 means for ever, and at most about a day.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(
            1, Int(min(seconds, 86_400)) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
