import Dispatch
import HTTPServer
import Synchronization

/// Visitors' pages, kept whole in memory and answered on the event thread.
///
/// A page is fresh for `lifetime`. Shortly before that ends one request renders it anew while the
/// others go on being served, and a page nobody has yet is rendered once however many ask at the same
/// time. An outlived page is kept on: it is what visitors get while the database is away, or takes
/// longer than `longestWait`.
package final class KeptPages: Sendable {
    /// What asking for a page leads to.
    enum Turn {
        case ready(Response)
        /// The caller renders, and must call `finish` whatever happens.
        case render
    }

    /// Whether anything is kept at all.
    let isOn: Bool
    private let state: Mutex<KeptPagesState>
    private let terms: Terms

    /// How long pages are good for.
    struct Terms: Sendable {
        /// How long a page is served without being looked at again.
        let lifetime: Duration
        /// How long visitors wait for a render that another's request has begun.
        let longestWait: Duration
        /// When one request renders it anew while the others go on being served.
        let refreshAge: Duration

        init(lifetime: Duration, longestWait: Duration) {
            self.lifetime = lifetime
            self.longestWait = longestWait
            refreshAge = lifetime * 4 / 5
        }
    }

    /// - Parameters:
    ///   - capacity: bytes of all pages together; 0 keeps none.
    ///   - lifetime: how long a page is served without being looked at again.
    ///   - longestWait: how long visitors wait for a render that another's request has begun.
    init(capacity: Int, lifetime: Duration = .seconds(10), longestWait: Duration = .milliseconds(250)) {
        isOn = capacity > 0
        state = Mutex(KeptPagesState(capacity: capacity))
        terms = Terms(lifetime: lifetime, longestWait: longestWait)
    }

    /// The kept answer for a raw request target, when it is fresh. For the event thread: never blocks.
    func fresh(_ target: UnsafeBufferPointer<UInt8>, now: ContinuousClock.Instant) -> PreparedResponse? {
        guard isOn else { return nil }
        let target = PageTarget(target)
        return state.withLock { $0.fresh(target, now: now, terms) }
    }

    /// The page kept last for a target, however old; `nil` when it was dropped since or never kept.
    func outlived(_ target: String) -> Response? {
        state.withLock { $0.response(for: PageTarget(target.utf8)) }
    }

    /// Waits for another worker that renders this target already, or makes the caller the one who does.
    ///
    /// - Parameter turnsWaiting: at most this many workers wait at once; the rest, and those who wait too long, get
    ///   the outlived page, or render for themselves where there is none.
    func takeTurn(_ target: String, turnsWaiting: Int) -> Turn {
        guard isOn else { return .render }
        let semaphore = DispatchSemaphore(value: 0)
        let place = state.withLock { state -> Place in
            guard let waiting = state.rendering[target] else {
                state.rendering[target] = []
                return .first
            }
            guard state.waiting < turnsWaiting else { return .crowded }
            state.rendering[target] = waiting + [semaphore]
            state.waiting += 1
            return .waiting
        }
        if place == .first { return .render }
        if place == .waiting {
            _ = semaphore.wait(timeout: .now() + .nanoseconds(Int(terms.longestWait / .nanoseconds(1))))
            state.withLock { $0.waiting -= 1 }
        }
        return outlived(target).map { .ready($0) } ?? .render
    }

    /// Where a worker stands among those that want the same page.
    private enum Place {
        case first, waiting, crowded
    }

    /// Ends a turn; with a response, keeps it.
    ///
    /// - Parameter begun: when rendering began: a page whose tag was dropped since is not kept.
    func finish(
        _ target: String, keeping response: Response?, showing tags: Set<PageTag>, begun: ContinuousClock.Instant
    ) {
        guard isOn else { return }
        let prepared = response.map { PreparedResponse($0, conditional: true) }
        let waiting = state.withLock { state in
            if let response, let prepared, !state.wasDropped(tags, since: begun) {
                state.keep(
                    KeptPage(
                        target: PageTarget(target.utf8), prepared: prepared, response: response, tags: tags, made: .now)
                )
            } else {
                state.markRefreshing(PageTarget(target.utf8), since: nil)
            }
            return state.rendering.removeValue(forKey: target) ?? []
        }
        for semaphore in waiting { semaphore.signal() }
    }

    /// Drops every page that shows one of these.
    package func drop(_ tags: some Sequence<PageTag>) {
        let tags = Array(tags)
        if tags.contains(.everything) { return dropAll() }
        state.withLock { $0.drop(tags, now: .now) }
    }

    /// Drops everything, as after a gap in what other instances said.
    package func dropAll() {
        state.withLock { $0.dropAll(now: .now) }
    }

    /// How many workers wait for another's render.
    var waiting: Int { state.withLock { $0.waiting } }

    var statistics: (pages: Int, bytes: Int) {
        state.withLock { ($0.count, $0.bytes) }
    }
}
