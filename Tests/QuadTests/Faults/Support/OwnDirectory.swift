import FoundationEssentials
import Glibc

/// A folder of one test's own with a short path, as sockets need it; removed with what is in it.
final class OwnDirectory: Sendable {
    let path: String

    init() throws {
        path = "/tmp/quad-\(UUID().uuidString.prefix(8).lowercased())"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try Servers.give(path)
    }

    deinit { remove() }

    func remove() {
        // Servers that are still ending may write meanwhile, so that a second look is needed.
        for _ in 0..<3 where FileManager.default.fileExists(atPath: path) {
            do { try FileManager.default.removeItem(atPath: path) } catch { usleep(50_000) }
        }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// How tests run servers that refuse to run as root.
enum Servers {
    private static let user = "postgres"

    /// The program and arguments that run a server program without being root.
    static func command(_ path: String, _ arguments: [String]) -> (path: String, arguments: [String]) {
        guard geteuid() == 0 else { return (path, arguments) }
        return ("/usr/bin/setpriv", ["--reuid=\(user)", "--regid=\(user)", "--init-groups", path] + arguments)
    }

    /// Hands a folder to the user that servers run as.
    static func give(_ path: String) throws {
        guard geteuid() == 0 else { return }
        guard let entry = getpwnam(user), chown(path, entry.pointee.pw_uid, entry.pointee.pw_gid) == 0 else {
            throw ProcessError.cannotStart(user, code: errno)
        }
    }

    /// Runs a program as servers run, to its end.
    static func run(_ path: String, _ arguments: [String]) throws {
        let command = command(path, arguments)
        let (ending, output) = try ChildProcess.run(
            command.path, command.arguments, environment: environment, within: 30)
        guard ending == .exit(0) else { throw ProcessError.ended(path, output: output) }
    }

    static let environment = ["PATH": "/usr/bin:/bin", "HOME": "/", "LC_ALL": "C.UTF-8"]
}
