@preconcurrency import Dispatch
import FoundationEssentials
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The file that ACCESS_LOG names can't be written.
struct LogUnavailable: Error, CustomStringConvertible {
    let path: String

    var description: String { "The log \(path) can't be opened for writing: create its folder, or set ACCESS_LOG." }
}

/// JSON lines about requests and faults, gathered in memory and written by a thread of their own,
/// so that a slow reader of the log never holds up a page.
package final class AccessLog: Sendable {
    package enum Destination: Equatable, Sendable {
        case none, standardOutput
        case file(String)

        init(_ text: String) {
            switch text {
            case "off", "none": self = .none
            case "stdout", "-", "": self = .standardOutput
            default: self = .file(text)
            }
        }
    }

    private struct State {
        var lines: [UInt8] = []
        var dropped = 0
        var clock = LogClock()
    }

    private let state = Mutex(State())
    private let descriptor: CInt
    private let writer = DispatchQueue(label: "quad.log")
    private let timer: any DispatchSourceTimer
    /// More than this waiting to be written, and lines are counted instead of kept.
    private static let mostWaiting = 8 << 20

    /// - Throws: when the file can't be opened for appending.
    package init(_ destination: Destination) throws {
        switch destination {
        case .none: descriptor = -1
        case .standardOutput: descriptor = STDOUT_FILENO
        case .file(let path):
            descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
            if descriptor < 0 {
                throw LogUnavailable(path: path)
            }
        }
        timer = DispatchSource.makeTimerSource(queue: writer)
        timer.schedule(deadline: .now() + .milliseconds(200), repeating: .milliseconds(200))
        timer.setEventHandler { [weak self] in self?.writeOut() }
        timer.resume()
    }

    var isOn: Bool { descriptor >= 0 }

    /// Adds one line. `compose` appends JSON members, and gets no time to do anything else.
    func line(_ compose: (inout LogLine) -> Void) {
        guard isOn else { return }
        state.withLock { state in
            guard state.lines.count < Self.mostWaiting else {
                state.dropped += 1
                return
            }
            var line = LogLine(appendingTo: &state.lines, at: &state.clock)
            compose(&line)
            state.lines = line.finish()
        }
    }

    /// Writes what is waiting; before the process ends.
    package func flush() {
        writer.sync { writeOut() }
    }

    private func writeOut() {
        let lines = state.withLock { state -> [UInt8] in
            if state.dropped > 0 {
                state.lines += Array("{\"event\":\"lines dropped\",\"count\":\(state.dropped)}\n".utf8)
                state.dropped = 0
            }
            let lines = state.lines
            state.lines = []
            state.lines.reserveCapacity(min(lines.count, 1 << 20))
            return lines
        }
        guard isOn else { return }
        lines.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
            }
        }
    }
}
