import Cryptography
import TestSupport
import Testing

@testable import WebClient

@Suite("Keeping files in a store that speaks S3")
struct ObjectStoreTests {
    @Test("what is put there is found, replaced and deleted, and every request is signed well")
    func keeping() throws {
        try withObjectStore { server in
            let store = ObjectStore(try ObjectStoreAddress(url: server.url()), limit: 3_000_000)
            let large = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            #expect(try store.get("ab/cdef") == nil && !store.has("ab/cdef"))
            try store.keep(large, as: "ab/cdef")
            #expect(try store.has("ab/cdef") && store.get("ab/cdef") == large)
            try store.keep([1, 2, 3], as: "ab/cdef")
            #expect(try store.get("ab/cdef") == [1, 2, 3])
            try store.delete("ab/cdef")
            try store.delete("ab/cdef")
            #expect(try store.get("ab/cdef") == nil)

            let stranger = ObjectStore(try ObjectStoreAddress(url: server.url(secret: "wrong")), limit: 100)
            #expect(throws: ObjectStoreError.refused(status: 403)) { try stranger.keep([1], as: "a") }
            #expect(throws: ObjectStoreError.refused(status: 403)) { try stranger.get("a") }
            #expect(throws: ObjectStoreError.refused(status: 403)) { try stranger.has("a") }
            #expect(throws: ObjectStoreError.refused(status: 403)) { try stranger.delete("a") }

            let narrow = ObjectStore(try ObjectStoreAddress(url: server.url()), limit: 100)
            try store.keep(Array(large.prefix(101)), as: "b")
            #expect(throws: ObjectStoreError.tooLarge) { try narrow.get("b") }
        }
    }

    @Test("a store that is away says so")
    func away() throws {
        let store = ObjectStore(
            try ObjectStoreAddress(url: "s3://key:secret@127.0.0.1:9/bucket?tls=off"), limit: 100)
        let error = #expect(throws: ObjectStoreError.self) { try store.has("a") }
        if case .unreachable = error {} else { Issue.record("\(String(describing: error))") }
    }

    @Test("an address says host, bucket, key and how to come there")
    func address() throws {
        let address = try ObjectStoreAddress(url: "s3://k%2Fy:s%2Fe%2Bc@Store.example.edu:9000/quad-files?region=eu-1")
        #expect(address.url(of: "ab/c") == "https://store.example.edu:9000/quad-files/ab/c")
        #expect(
            address.signature
                == WebRequest.Signature(region: "eu-1", service: "s3", key: "k/y", secret: "s/e+c"))
        #expect("\(address)" == "s3://store.example.edu:9000/quad-files")
        #expect(try ObjectStoreAddress(url: "s3://k:s@h/buk?tls=off").url(of: "a") == "http://h/buk/a")
    }

    @Test(
        "a mistake is named, and no secret with it",
        arguments: [
            ("https://k:hunter2@h/bucket", .scheme), ("s3://h/bucket", .noKey), ("s3://k@h/bucket", .noKey),
            ("s3://:hunter2@h/bucket", .noKey), ("s3://k:hunt%zz@h/bucket", .noKey), ("s3://k:hunter2@/bucket", .host),
            ("s3://k:hunter2@h:99999/bucket", .host), ("s3://k:hunter2@h_x/bucket", .host),
            ("s3://k:hunter2@h", .bucket), ("s3://k:hunter2@h/b", .bucket), ("s3://k:hunter2@h/Bucket", .bucket),
            ("s3://k:hunter2@h/bucket/x", .bucket), ("s3://k:hunter2@h/bucket?region=A%20b", .option),
            ("s3://k:hunter2@h/bucket?region=EU", .region), ("s3://k:hunter2@h/bucket?tls=try", .security),
            ("s3://k:hunter2@h/bucket?x=y", .option), ("s3://k:hunter2@h/bucket?tls=off&tls=off", .option),
            ("s3://k:hunter2@h/bucket?cafile=/no/such/file", .authorities),
        ] as [(String, ObjectStoreAddressError)])
    func mistakes(url: String, expected: ObjectStoreAddressError) {
        let error = #expect(throws: ObjectStoreAddressError.self) { try ObjectStoreAddress(url: url) }
        #expect(error == expected)
        #expect(!"\(expected)".contains("hunt"))
    }
}

extension ObjectStore {
    fileprivate func keep(_ bytes: [UInt8], as name: String) throws(ObjectStoreError) {
        try put(bytes, as: name, hash: Hexadecimal.encode(Hash.sha256(bytes)))
    }
}
