internal import Glibc

extension MailServer {
    /// What stands behind the scheme, cut up and decoded.
    struct Parts {
        let host: String
        var port: Int?
        var user: String?
        var password: String?
        var options: [String: String] = [:]

        init(_ rest: Substring) throws(MailServerError) {
            let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
            // Else the password's end would be taken for the host.
            guard !rest[end...].contains("@") else { throw .unencoded }
            var place = rest[..<end]
            if let at = place.lastIndex(of: "@") {
                (user, password) = try Self.credentials(place[..<at])
                place = place[place.index(after: at)...]
            }
            (host, port) = try Self.hostAndPort(place)
            var query = rest[end...]
            if query.hasPrefix("/") { query = query.dropFirst() }
            guard query.isEmpty || query.hasPrefix("?") else { throw .option }
            for option in query.dropFirst().split(separator: "&") {
                let (name, value) = Self.halves(option, at: "=")
                guard let value, name == "tls" || name == "cafile", options[String(name)] == nil else {
                    throw .option
                }
                options[String(name)] = try Self.decoded(value)
            }
        }

        /// - Throws: when it is a file that cannot be read: at start-up someone is there to mend it.
        func authorities() throws(MailServerError) -> String? {
            guard let path = options["cafile"] else { return nil }
            guard path.hasPrefix("/"), access(path, R_OK) == 0 else { throw .authorities }
            return path
        }

        private static func credentials(_ text: Substring) throws(MailServerError) -> (String?, String?) {
            let (user, password) = halves(text, at: ":")
            guard !user.isEmpty else {
                guard password == nil else { throw .noUser }
                return (nil, nil)
            }
            return (try decoded(user), try decoded(password ?? ""))
        }

        private static func hostAndPort(_ text: Substring) throws(MailServerError) -> (String, Int?) {
            let bracket = text.hasPrefix("[") ? text.firstIndex(of: "]") : text.startIndex
            guard let bracket else { throw .host }
            let colon = text[bracket...].firstIndex(of: ":")
            let host = text[..<(colon ?? text.endIndex)].lowercased()
            guard isHost(host) else { throw .host }
            guard let colon else { return (host, nil) }
            let digits = text[text.index(after: colon)...]
            guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits),
                (1...65_535).contains(port)
            else { throw .port }
            return (host, port)
        }

        private static func isHost(_ text: String) -> Bool {
            if text.hasPrefix("[") {
                var address = in6_addr()
                return text.hasSuffix("]") && inet_pton(AF_INET6, String(text.dropFirst().dropLast()), &address) == 1
            }
            return !text.isEmpty
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                        true
                    default: false
                    }
                }
        }

        private static func halves(_ text: Substring, at mark: Character) -> (Substring, Substring?) {
            guard let index = text.firstIndex(of: mark) else { return (text, nil) }
            return (text[..<index], text[text.index(after: index)...])
        }

        /// - Throws: for a `%` without two digits, and for what no name and no password holds: control characters.
        private static func decoded(_ text: Substring) throws(MailServerError) -> String {
            var bytes: [UInt8] = []
            var rest = Array(text.utf8)[...]
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "%") else {
                    bytes.append(byte)
                    continue
                }
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                    let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { throw .encoding }
                bytes.append(value)
                rest = rest.dropFirst(2)
            }
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .encoding }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
