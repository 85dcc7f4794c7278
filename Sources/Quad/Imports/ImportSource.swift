import Glibc

/// The bytes of a file, piece by piece: one that is larger than memory is read as well.
final class ImportSource {
    private let descriptor: Int32
    /// Bytes altogether.
    let size: Int
    private(set) var done = 0

    /// - Throws: `ImportRefused` for what cannot be read.
    init(_ path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Self.refusal(path, "The file can’t be opened: \(String(cString: strerror(errno))).")
        }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Self.refusal(path, "It’s no file: give the name of a CSV file.")
        }
        size = Int(facts.st_size)
    }

    deinit { close(descriptor) }

    static let piece = 256 * 1024

    /// Reads on into `buffer`, behind what is in it.
    ///
    /// - Returns: how many bytes came; 0 at the end.
    func read(into buffer: inout [UInt8]) throws -> Int {
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.piece))
        var count = 0
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(descriptor, bytes.baseAddress.map { $0 + start }, Self.piece)
            }
        } while count < 0 && errno == EINTR
        buffer.removeLast(Self.piece - max(count, 0))
        guard count >= 0 else { throw ReadingFailed(reason: String(cString: strerror(errno))) }
        done += count
        return count
    }

    static func refusal(_ path: String, _ words: String) -> ImportRefused {
        var problems = ImportProblems()
        problems.add(ImportProblem(line: 0, words))
        return ImportRefused(file: path, problems)
    }
}

/// The disk gave up in the middle of a file.
struct ReadingFailed: Error, CustomStringConvertible {
    let reason: String
    var description: String { "The file can’t be read to its end: \(reason)." }
}
