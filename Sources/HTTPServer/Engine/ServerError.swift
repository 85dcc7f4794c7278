internal import Glibc

/// Why a server could not start, in words for the person who started it.
public enum ServerError: Error, Sendable, Equatable, CustomStringConvertible {
    case portInUse(Int)
    case portNotPermitted(Int)
    case addressNotUnderstood(String)
    case addressNotHere(String)
    case socketPath(String, code: Int32)
    case inheritedSocket(CInt)
    case system(String, code: Int32)
    case library(version: String)

    public var description: String {
        switch self {
        case .portInUse(let port):
            "port \(port) is in use by another program: set PORT to a free one, or stop that program"
        case .portNotPermitted(let port):
            "port \(port) needs more rights than this user has: set PORT above 1023, or use a reverse proxy"
        case .addressNotUnderstood(let text):
            "\"\(text)\" is no address to listen on: use 0.0.0.0, ::, an address of this machine or unix:/a/path"
        case .addressNotHere(let text):
            "\(text) is no address of this machine"
        case .socketPath(let path, let code):
            "the socket \(path) cannot be made: \(Self.text(code))"
        case .inheritedSocket(let number):
            "file descriptor \(number) was to be a listening socket, and is not"
        case .system(let what, let code):
            "\(what): \(Self.text(code))"
        case .library(let version):
            "libmicrohttpd \(version) is installed; this server is built and tested for 0.9.75 (Debian 12) alone"
        }
    }

    private static func text(_ code: Int32) -> String {
        String(cString: strerror(code))
    }
}
