import Synchronization

/// When each public page became what it is, for `Last-Modified`.
///
/// No row knows: a page also shows votes, names and what a moderator took away. So a page is what it was while its bytes
/// have the same name, and began when they were first seen here. What is forgotten began now, which only costs a reader
/// the page once more.
final class PageVersions: Sendable {
    private struct Version {
        let tag: String
        let began: Int
    }

    private struct State {
        var recent: [String: Version] = [:]
        var earlier: [String: Version] = [:]
    }

    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: about half of how many pages are remembered: those asked for last.
    init(limit: Int = 8_192) {
        self.limit = limit
    }

    /// The second in which a page became what `tag` names.
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Returns: `nil` when that second is still to come: another content had this one, and two must not share theirs.
    func beginning(of target: String, tag: String, now: Int) -> Int? {
        state.withLock { state in
            let known = state.recent[target] ?? state.earlier[target]
            let version =
                known.flatMap { $0.tag == tag ? $0 : nil }
                ?? Version(tag: tag, began: max(now, known.map { $0.began + 1 } ?? now))
            if state.recent.count >= limit, state.recent[target] == nil {
                state.earlier = state.recent
                state.recent.removeAll(keepingCapacity: true)
            }
            state.recent[target] = version
            return version.began <= now ? version.began : nil
        }
    }
}
