/// What is asked of another server.
struct WebRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case put = "PUT"
        case delete = "DELETE"
    }

    /// Signs a request in Amazon's fourth way, which stores of other makers understand too.
    struct Signature: Hashable, Sendable {
        let region, service, key, secret: String
    }

    var method = Method.get
    let url: String
    var headers: [String: String] = [:]
    /// Of a PUT.
    var body: [UInt8] = []
    var signature: Signature?
    /// A file of certificates to trust in place of the system's.
    var authorities: String?
}
