import FoundationEssentials
import Glibc
import TestSupport

/// A process that a test started, ended by its number when the test ends.
final class ChildProcess {
    let id: pid_t
    private(set) var ending: Ending?

    enum Ending: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    /// Starts a program with nothing open but standard input, output, error and what `descriptor` gives it.
    ///
    /// - Parameters:
    ///   - input: the file that is standard input; empty unless given.
    ///   - output: the file that standard output and error are appended to.
    ///   - descriptor: becomes the child's descriptor 3.
    init(
        _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
        input: String = "/dev/null", output: String, descriptor: CInt? = nil
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, 3) }
        // Other tests have sockets open that must not live on here; closing what is not open harms nothing.
        for other in (descriptor == nil ? 3 : 4)...(try Self.highestDescriptor() + 16) {
            posix_spawn_file_actions_addclose(&actions, other)
        }
        var attributes = try Self.freshSignals()
        defer { posix_spawnattr_destroy(&attributes) }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw ProcessError.cannotStart(path, code: code) }
        id = process
    }

    private static func highestDescriptor() throws -> CInt {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { CInt($0) }.max() ?? 3
    }

    /// The threads that run tests block signals, which a child would inherit.
    private static func freshSignals() throws -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        return attributes
    }

    var isRunning: Bool { look(); return ending == nil }

    func signal(_ number: Int32) {
        if isRunning { kill(id, number) }
    }

    /// Waits for the end, for `seconds` at most; then ends it, and says `nil`.
    func end(within seconds: Double) -> Ending? {
        if eventually(within: seconds, { !isRunning }) { return ending }
        end()
        return nil
    }

    /// Ends it at once.
    func end() {
        guard isRunning else { return }
        kill(id, SIGKILL)
        kill(id, SIGCONT)
        var status: Int32 = 0
        waitpid(id, &status, 0)
        ending = .signal(SIGKILL)
    }

    deinit { end() }

    private func look() {
        guard ending == nil else { return }
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return }
        ending = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
}

extension ChildProcess {
    /// Runs a program to its end and returns how it ended and what it wrote to standard output and error.
    static func run(
        _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
        input: String = "/dev/null", within seconds: Double = 10
    ) throws -> (ending: Ending?, output: String) {
        let output = "/tmp/quad-output-\(UUID().uuidString)"
        defer { unlink(output) }
        let process = try ChildProcess(path, arguments, environment: environment, input: input, output: output)
        let ending = process.end(within: seconds)
        return (ending, try String(contentsOfFile: output, encoding: .utf8))
    }

    /// Processes whose parent this is.
    var children: [pid_t] {
        get throws {
            let text = try String(contentsOfFile: "/proc/\(id)/task/\(id)/children", encoding: .utf8)
            return text.split(separator: " ").compactMap { pid_t($0) }
        }
    }
}

enum ProcessError: Error {
    case cannotStart(String, code: Int32)
    case ended(String, output: String)
    case silent(String, output: String)
}
