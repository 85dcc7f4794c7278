import HTTPServer

/// A path as the event thread compares it, byte by byte: what stands before and behind the one part that differs.
struct LanePattern: Sendable {
    private let start: [UInt8]
    /// `nil` where no part differs.
    private let end: [UInt8]?

    /// - Returns: `nil` for a pattern with more than one parameter.
    init?(_ pattern: String) {
        let parts = pattern.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        start = Array(parts[0].utf8)
        guard parts.count == 2 else {
            end = nil
            return
        }
        guard !parts[1].contains(":") else { return nil }
        end = Array(parts[1].drop { $0 != "/" }.utf8)
    }

    func matches(_ path: some Collection<UInt8>) -> Bool {
        guard let end else { return path.elementsEqual(start) }
        guard path.count > start.count + end.count, path.starts(with: start),
            path.suffix(end.count).elementsEqual(end)
        else { return false }
        return !path.dropFirst(start.count).dropLast(end.count).contains(UInt8(ascii: "/"))
    }
}

/// Which routes wait in another queue than most.
struct Lanes: Sendable {
    private let patterns: [(pattern: LanePattern, lane: Lane)]

    init(of routes: [Route]) {
        patterns = routes.filter { $0.lane != .ordinary }.compactMap { route in
            LanePattern(route.pattern).map { ($0, route.lane) }
        }
    }

    /// - Parameter path: as it came, percent-encoded.
    func lane(of path: some Collection<UInt8>) -> Lane {
        patterns.first { $0.pattern.matches(path) }?.lane ?? .ordinary
    }
}
