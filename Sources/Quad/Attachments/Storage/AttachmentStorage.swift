import HTTPServer
package import WebClient

/// Keeps bytes under their hash. What is there never changes; a call blocks its thread.
protocol AttachmentStorage: Sendable {
    /// Putting what is there already does no harm.
    func put(_ bytes: [UInt8], as hash: ContentHash) throws(StorageError)

    /// - Parameter size: of what was put there, in bytes.
    /// - Throws: `.missing` when it is not there, or not whole.
    func read(_ hash: ContentHash, size: Int) throws(StorageError) -> Response.Body

    /// Deleting what is not there does no harm.
    func delete(_ hash: ContentHash) throws(StorageError)

    func exists(_ hash: ContentHash) throws(StorageError) -> Bool

    /// Removes what an interrupted `put` has left behind.
    func tidy() throws(StorageError)
}

/// Why files cannot be kept or read: for the log and the operator.
package enum StorageError: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case full(String)
    case unusable(String)

    package var description: String {
        switch self {
        case .missing(let file): "the file \(file) is missing from the storage"
        case .full(let place): "there is no room left in \(place)"
        case .unusable(let reason): reason
        }
    }

    /// What the member is told whose file it was.
    var forMember: AttachmentError {
        if case .full = self { .storageIsFull } else { .storageIsAway }
    }
}

/// Where an installation keeps its files.
package enum StorageSettings: Hashable, Sendable {
    case directory(String)
    case bucket(ObjectStoreAddress)

    var storage: any AttachmentStorage {
        switch self {
        case .directory(let path): DiskStorage(directory: path)
        case .bucket(let address): BucketStorage(address)
        }
    }
}

extension StorageSettings {
    /// Keeps bytes that a row of `stored_files` names.
    ///
    /// - Returns: their hash, as the row has it.
    package func keep(_ bytes: [UInt8]) throws(StorageError) -> [UInt8] {
        let piece = ReceivedFile.Piece(bytes)
        try storage.put(piece.bytes, as: piece.hash)
        return piece.hash.bytes
    }
}

extension StorageSettings: CustomStringConvertible {
    /// Without secrets.
    package var description: String {
        switch self {
        case .directory(let path): path
        case .bucket(let address): address.description
        }
    }

    /// Keeps something, reads it back and deletes it.
    ///
    /// - Throws: what is in the way.
    package func check() throws(StorageError) {
        let probe = ReceivedFile.Piece(Array("Quad was here: \(ID<StorageSettings>().text)".utf8))
        try storage.put(probe.bytes, as: probe.hash)
        let isThere = try storage.exists(probe.hash)
        try storage.delete(probe.hash)
        guard isThere else { throw .unusable("what was put there is not found again") }
    }
}
