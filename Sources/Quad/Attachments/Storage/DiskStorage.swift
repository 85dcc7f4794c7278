import Cryptography
import FoundationEssentials
import Glibc
import HTTPServer

/// Keeps files in a directory, in folders by the first digits of their hash.
struct DiskStorage: AttachmentStorage {
    let directory: String

    private var beginnings: String { "\(directory)/beginnings" }

    /// On its way a file has a name of its own: nobody ever sees half of it, whenever the machine stops.
    func put(_ bytes: [UInt8], as hash: ContentHash) throws(StorageError) {
        guard try !exists(hash) else { return }
        try makeDirectories(beginnings)
        try makeDirectories(folder(of: hash))
        let beginning = "\(beginnings)/\(ID<DiskStorage>().text)"
        do throws(StorageError) {
            try write(bytes, to: beginning)
            guard rename(beginning, path(of: hash)) == 0 else { throw failure("rename", path(of: hash)) }
        } catch {
            unlink(beginning)
            throw error
        }
        try synchronize(folder(of: hash))
    }

    func read(_ hash: ContentHash, size: Int) throws(StorageError) -> Response.Body {
        var facts = stat()
        guard stat(path(of: hash), &facts) == 0, facts.st_size == size else { throw .missing(path(of: hash)) }
        return .file(path: path(of: hash), size: size)
    }

    func delete(_ hash: ContentHash) throws(StorageError) {
        guard unlink(path(of: hash)) == 0 || errno == ENOENT else { throw failure("delete", path(of: hash)) }
    }

    func exists(_ hash: ContentHash) throws(StorageError) -> Bool {
        if access(path(of: hash), F_OK) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { throw failure("look at", path(of: hash)) }
        return false
    }

    /// A day is longer than any upload takes.
    func tidy() throws(StorageError) {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: beginnings) } catch {
            // Nothing was ever put here.
            return
        }
        for name in names {
            var facts = stat()
            guard stat("\(beginnings)/\(name)", &facts) == 0, time(nil) - facts.st_mtim.tv_sec > 86_400 else {
                continue
            }
            guard unlink("\(beginnings)/\(name)") == 0 || errno == ENOENT else { throw failure("delete", name) }
        }
    }

    private func folder(of hash: ContentHash) -> String {
        let digits = Hexadecimal.encode(hash.bytes)
        return "\(directory)/\(digits.prefix(2))/\(digits.dropFirst(2).prefix(2))"
    }

    private func path(of hash: ContentHash) -> String { "\(folder(of: hash))/\(Hexadecimal.encode(hash.bytes))" }

    private func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw failure("write", path) }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            guard count >= 0 || errno == EINTR else { throw failure("write", path) }
            written += max(0, count)
        }
        guard fsync(file) == 0 else { throw failure("write", path) }
    }

    private func synchronize(_ folder: String) throws(StorageError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("write", folder) }
    }

    private func makeDirectories(_ path: String) throws(StorageError) {
        guard access(path, W_OK | X_OK) != 0 else { return }
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            guard mkdir(made, 0o750) == 0 || errno == EEXIST else { throw failure("make", made) }
        }
    }

    private func failure(_ act: String, _ path: String) -> StorageError {
        let code = errno
        if code == ENOSPC || code == EDQUOT { return .full(directory) }
        return .unusable("can’t \(act) \(path): \(String(cString: strerror(code)))")
    }
}
