/// Keeps files in a bucket of a store that speaks Amazon's S3.
///
/// A call blocks its thread, for at most half a minute, and shares nothing with others. Only the configured host is
/// asked, in whatever network it stands; an answer that leads elsewhere is not followed.
public struct ObjectStore: Sendable {
    private let address: ObjectStoreAddress
    /// Of what is read, in bytes.
    private let limit: Int

    /// - Parameter limit: bytes of the largest file.
    public init(_ address: ObjectStoreAddress, limit: Int) {
        (self.address, self.limit) = (address, limit)
    }

    /// - Parameters:
    ///   - name: letters, digits, `-` and `/`; what is there under it already is replaced.
    ///   - hash: the SHA-256 of `bytes` in hexadecimal, which is signed: the store refuses what does not match it.
    public func put(_ bytes: [UInt8], as name: String, hash: String) throws(ObjectStoreError) {
        let answer = try ask(.put, name, bytes, hash: hash, headers: ["Content-Type": "application/octet-stream"])
        guard answer.status == 200 else { throw .refused(status: answer.status) }
    }

    /// - Returns: `nil` when there is none of that name.
    public func get(_ name: String) throws(ObjectStoreError) -> [UInt8]? {
        let answer = try ask(.get, name)
        guard answer.status != 404 else { return nil }
        guard answer.status == 200 else { throw .refused(status: answer.status) }
        guard answer.isComplete else { throw .tooLarge }
        return answer.body
    }

    public func has(_ name: String) throws(ObjectStoreError) -> Bool {
        let answer = try ask(.head, name)
        guard answer.status == 200 || answer.status == 404 else { throw .refused(status: answer.status) }
        return answer.status == 200
    }

    /// Does nothing when there is none of that name.
    public func delete(_ name: String) throws(ObjectStoreError) {
        let answer = try ask(.delete, name)
        guard [200, 204, 404].contains(answer.status) else { throw .refused(status: answer.status) }
    }

    private static let hashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private func ask(
        _ method: WebRequest.Method, _ name: String, _ body: [UInt8] = [], hash: String = Self.hashOfNothing,
        headers: [String: String] = [:]
    ) throws(ObjectStoreError) -> WebResponse {
        let client = WebClient(limits: WebClient.Limits(time: .seconds(30), body: limit))
        var request = WebRequest(method: method, url: address.url(of: name), headers: headers, body: body)
        // S3 wants it with every request; curl 7.88 signs it, and does not send it by itself.
        request.headers["x-amz-content-sha256"] = hash
        request.signature = address.signature
        request.authorities = address.authorities
        do {
            return try client.send(request, allow: .any)
        } catch {
            throw .unreachable(error)
        }
    }
}

public enum ObjectStoreError: Error, Hashable, Sendable {
    /// The answer's status: 403 for a wrong key, for example.
    case refused(status: Int)
    case unreachable(WebClientError)
    /// What is there is larger than anything that was put there.
    case tooLarge
}

extension ObjectStoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .refused(let status): "the store answers \(status)"
        case .unreachable(let error): "the store can’t be asked: \(error)"
        case .tooLarge: "the store holds something larger than was put there"
        }
    }
}
