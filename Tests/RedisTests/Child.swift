import Glibc

/// Processes that a test starts and ends by their number.
enum Child {
    static func start(_ path: String, _ words: [String]) throws -> pid_t {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        let result = posix_spawn(&process, path, nil, nil, arguments, environ)
        guard result == 0 else { throw CannotStart(path: path, code: result) }
        return process
    }

    static func signal(_ process: pid_t, _ number: Int32) {
        kill(process, number)
    }

    /// Sends the signal and waits for the end.
    static func end(_ process: pid_t, _ number: Int32) {
        kill(process, number)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    struct CannotStart: Error {
        let path: String
        let code: Int32
    }
}
