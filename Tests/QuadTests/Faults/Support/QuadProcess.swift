import FoundationEssentials
import Glibc
import TestSupport

/// `quad serve` as it is built, a process of its own, on a port that the system chose.
final class QuadProcess {
    let process: ChildProcess
    let port: Int
    private let output: String

    /// The program, which lies beside the program that runs the tests.
    static var path: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let path = tests.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/quad"
            guard access(path, X_OK) == 0 else { throw ProcessError.cannotStart(path, code: errno) }
            return path
        }
    }

    /// Returns when it serves.
    ///
    /// - Parameters:
    ///   - output: the file for what it says.
    ///   - socket: a listening socket to hand over, as systemd does.
    init(_ settings: [String: String], output: String, socket: (descriptor: CInt, port: Int)? = nil) throws {
        self.output = output
        let process: ChildProcess
        if let socket {
            process = try ChildProcess(
                "/bin/sh", ["-c", "LISTEN_FDS=1 LISTEN_PID=$$ exec \(try Self.path) serve"], environment: settings,
                output: output, descriptor: socket.descriptor)
        } else {
            process = try ChildProcess(try Self.path, ["serve"], environment: settings, output: output)
        }
        var chosen: Int?
        let isServing = try eventually(within: 10) {
            chosen = Self.port(in: try String(contentsOfFile: output, encoding: .utf8))
            return chosen != nil || !process.isRunning
        }
        guard isServing, process.isRunning, let port = chosen else {
            let said = try String(contentsOfFile: output, encoding: .utf8)
            process.end()
            throw ProcessError.silent("quad serve", output: said)
        }
        (self.process, self.port) = (process, port)
    }

    /// Everything it said so far, on standard output and error.
    var said: String { get throws { try String(contentsOfFile: output, encoding: .utf8) } }

    /// One request on a connection of its own.
    func get(_ target: String, _ headers: String = "", method: String = "GET", patience: Int = 10) throws -> HTTPAnswer
    {
        try HTTPClient(port: port, patience: patience).get(target, headers, method: method)
    }

    private static func port(in said: String) -> Int? {
        said.split(separator: "\n").first { $0.hasPrefix("Quad serves") }?.split(separator: " ").last.flatMap {
            Int($0)
        }
    }
}
