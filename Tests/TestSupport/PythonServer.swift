internal import Foundation

/// A server written in Python for one test: it says a line of JSON when it is ready, and ends with its standard input.
final class PythonServer {
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - script: its path in the repository.
    init(_ script: String, _ arguments: [String] = []) throws {
        guard let python = ProcessInfo.processInfo.environment["TEST_PYTHON"], !python.isEmpty else {
            throw TestSupportError.notSet("TEST_PYTHON")
        }
        process.executableURL = URL(filePath: python)
        process.arguments = [Repository.path(script)] + arguments
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
    }

    /// The next line it says.
    ///
    /// - Throws: when none comes in time.
    func read<Value: Decodable>(within seconds: Int = 5) throws -> Value {
        let file = output.fileHandleForReading.fileDescriptor
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeSubrange(...end) }
                return try JSONDecoder().decode(Value.self, from: Data(buffer[..<end]))
            }
            var question = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            var piece = [UInt8](repeating: 0, count: 65_536)
            guard poll(&question, 1, Int32(seconds * 1_000)) == 1 else { throw PythonServerError.saidNothing }
            let count = Foundation.read(file, &piece, piece.count)
            guard count > 0 else { throw PythonServerError.saidNothing }
            buffer += piece[..<count]
        }
    }

    func stop() {
        do { try input.fileHandleForWriting.close() } catch { end() }
        process.waitUntilExit()
    }

    func end() {
        kill(process.processIdentifier, SIGKILL)
    }
}

public enum PythonServerError: Error {
    case saidNothing
}
