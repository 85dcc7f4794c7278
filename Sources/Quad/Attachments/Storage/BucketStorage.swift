import Cryptography
import HTTPServer
import WebClient

/// Keeps files in a bucket of a store that speaks S3. What is read is held in memory while it is sent: ten megabytes
/// at most, for each worker that sends some.
struct BucketStorage: AttachmentStorage {
    private let store: ObjectStore

    init(_ address: ObjectStoreAddress) {
        store = ObjectStore(address, limit: Attachment.mostBytes * 2)
    }

    func put(_ bytes: [UInt8], as hash: ContentHash) throws(StorageError) {
        try asking { () throws(ObjectStoreError) in
            guard try !store.has(name(of: hash)) else { return }
            try store.put(bytes, as: name(of: hash), hash: Hexadecimal.encode(hash.bytes))
        }
    }

    func read(_ hash: ContentHash, size: Int) throws(StorageError) -> Response.Body {
        let found = try asking { () throws(ObjectStoreError) in try store.get(name(of: hash)) }
        guard let found, found.count == size else { throw .missing(name(of: hash)) }
        return .bytes(found)
    }

    func delete(_ hash: ContentHash) throws(StorageError) {
        try asking { () throws(ObjectStoreError) in try store.delete(name(of: hash)) }
    }

    func exists(_ hash: ContentHash) throws(StorageError) -> Bool {
        try asking { () throws(ObjectStoreError) in try store.has(name(of: hash)) }
    }

    /// A store takes all of a file or nothing.
    func tidy() {}

    private func name(of hash: ContentHash) -> String {
        let digits = Hexadecimal.encode(hash.bytes)
        return "\(digits.prefix(2))/\(digits)"
    }

    private func asking<Value>(_ ask: () throws(ObjectStoreError) -> Value) throws(StorageError) -> Value {
        do throws(ObjectStoreError) {
            return try ask()
        } catch {
            throw .unusable(error.description)
        }
    }
}
