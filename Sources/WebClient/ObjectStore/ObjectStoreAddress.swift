internal import Glibc

/// Where files are kept, and as whom: `s3://key:secret@s3.example.edu:9000/bucket`.
///
/// Behind a `?`: `region=eu-central-1` (else us-east-1), `tls=off` for a host of one's own network, and
/// `cafile=/path`, the certificates to trust in place of the system's. What an address cannot hold is
/// percent-encoded: `%2F` for a `/` in the secret.
public struct ObjectStoreAddress: Hashable, Sendable {
    let isSecure: Bool
    /// With the port, as addresses have it.
    let host: String
    let bucket: String
    let signature: WebRequest.Signature
    let authorities: String?

    public init(url: String) throws(ObjectStoreAddressError) {
        guard url.hasPrefix("s3://") else { throw .scheme }
        let rest = url.dropFirst(5)
        let (place, query) = Self.halves(rest, at: "?")
        let (authority, bucketName) = Self.halves(place, at: "/")
        guard let at = authority.lastIndex(of: "@") else { throw .noKey }
        host = authority[authority.index(after: at)...].lowercased()
        guard Self.isHost(host) else { throw .host }
        guard let bucketName, Self.isBucket(bucketName) else { throw .bucket }
        bucket = String(bucketName)
        let options = try Self.options(query ?? "")
        let region = options["region"] ?? "us-east-1"
        guard !region.isEmpty, region.utf8.allSatisfy(Self.isPlain) else { throw .region }
        signature = try Self.signature(authority[..<at], region: region)
        guard ["off", "required", nil].contains(options["tls"]) else { throw .security }
        isSecure = options["tls"] != "off"
        authorities = options["cafile"]
        if let path = options["cafile"], !path.hasPrefix("/") || access(path, R_OK) != 0 { throw .authorities }
    }

    private static func signature(
        _ credentials: Substring, region: String
    ) throws(ObjectStoreAddressError) -> WebRequest.Signature {
        let (first, second) = halves(credentials, at: ":")
        guard let second, let key = decoded(first), let secret = decoded(second), !key.isEmpty, !secret.isEmpty else {
            throw .noKey
        }
        return WebRequest.Signature(region: region, service: "s3", key: key, secret: secret)
    }

    func url(of name: String) -> String {
        "\(isSecure ? "https" : "http")://\(host)/\(bucket)/\(name)"
    }

    private static func options(_ query: Substring) throws(ObjectStoreAddressError) -> [String: String] {
        var options: [String: String] = [:]
        for option in query.split(separator: "&") {
            let (name, value) = halves(option, at: "=")
            guard ["region", "tls", "cafile"].contains(name), options[String(name)] == nil,
                let value = value.flatMap(decoded)
            else { throw .option }
            options[String(name)] = value
        }
        return options
    }

    private static func isHost(_ text: String) -> Bool {
        let (name, port) = halves(text[...], at: ":")
        return !name.isEmpty && name.utf8.allSatisfy(isPlain)
            && (port.map { Int($0).map { (1...65_535).contains($0) } ?? false } ?? true)
    }

    private static func isBucket(_ text: Substring) -> Bool {
        (3...63).contains(text.utf8.count) && text.utf8.allSatisfy(isPlain) && !text.hasPrefix(".")
    }

    /// Small letters, digits, dots and hyphens.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func halves(_ text: Substring, at mark: Character) -> (Substring, Substring?) {
        guard let index = text.firstIndex(of: mark) else { return (text, nil) }
        return (text[..<index], text[text.index(after: index)...])
    }

    /// - Returns: `nil` for a `%` without two digits behind it, and for control characters.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ObjectStoreAddress: CustomStringConvertible {
    /// Without key and secret, for logs.
    public var description: String { "s3://\(host)/\(bucket)" }
}

/// Why an address cannot be used. The words quote nothing of it: the secret may be in any part that was misread.
public enum ObjectStoreAddressError: Error, Hashable, Sendable {
    case scheme, noKey, host, bucket, region, security, option, authorities
}

extension ObjectStoreAddressError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .scheme: "begin it with s3://, as in s3://key:secret@s3.example.edu/bucket."
        case .noKey: "name key and secret before the host, with / as %2F, : as %3A, ? as %3F, @ as %40 and % as %25."
        case .host: "name the store’s host, and its port where it is not the usual one."
        case .bucket: "name a bucket behind the host: 3 to 63 small letters, digits, dots and hyphens."
        case .region: "region= is written in small letters, digits and hyphens."
        case .security: "tls= is required or off."
        case .option: "behind the ? only region=, tls= and cafile= may stand, each once."
        case .authorities: "the file that cafile= names can’t be read; give its whole path."
        }
    }
}
