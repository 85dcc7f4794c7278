/// A store that speaks S3, for one test: Tests/ObjectStore/object_store.py on moto, which checks signatures.
public final class TestObjectStore {
    private let server: PythonServer
    private let opening: Opening

    init() throws {
        server = try PythonServer("Tests/ObjectStore/object_store.py")
        do {
            // It loads much of Amazon before it is ready.
            opening = try server.read(within: 60)
        } catch {
            server.end()
            throw error
        }
    }

    /// - Parameter secret: another than the right one.
    public func url(secret: String? = nil, bucket: String? = nil) -> String {
        let secret = (secret ?? opening.secret).split(separator: "/", omittingEmptySubsequences: false)
            .joined(separator: "%2F")
        return "s3://\(opening.key):\(secret)@127.0.0.1:\(opening.port)/\(bucket ?? opening.bucket)"
            + "?region=eu-central-1&tls=off"
    }

    fileprivate func stop() { server.stop() }

    private struct Opening: Decodable {
        let port: Int
        let key, secret, bucket: String
    }
}

/// Calls `body` with a store that is gone when it ends.
public func withObjectStore<Value>(_ body: (TestObjectStore) throws -> Value) throws -> Value {
    let store = try TestObjectStore()
    defer { store.stop() }
    return try body(store)
}
