import Glibc
import HTTPServer
import Synchronization
import TestSupport
import Testing

@testable import Quad

@Suite("Visitors’ pages kept in memory")
struct KeptPagesTests {
    private let tag = PageTag.community("algorithms")

    @Test("a kept page is served while it is fresh, and kept on as an outlived one")
    func freshness() {
        let pages = KeptPages(capacity: 1 << 20, lifetime: .seconds(10))
        keep("/a", in: pages)
        let now = ContinuousClock.now
        #expect(fresh("/a", in: pages, at: now) != nil)
        #expect(fresh("/a", in: pages, at: now + .seconds(11)) == nil)
        #expect(pages.outlived("/a") != nil)
    }

    @Test("near its end one request is let through to render it anew, the others are still served")
    func refresh() {
        let pages = KeptPages(capacity: 1 << 20, lifetime: .seconds(10))
        keep("/a", in: pages)
        let late = ContinuousClock.now + .seconds(9)
        #expect(fresh("/a", in: pages, at: late) == nil)
        #expect(fresh("/a", in: pages, at: late) != nil)
    }

    @Test("an outlived page is served again once rendering it anew takes long, and looked at again in the end")
    func slowRefresh() {
        let pages = KeptPages(capacity: 1 << 20, lifetime: .seconds(10), longestWait: .milliseconds(250))
        keep("/a", in: pages)
        let old = ContinuousClock.now + .seconds(11)
        #expect(fresh("/a", in: pages, at: old) == nil)
        #expect(fresh("/a", in: pages, at: old + .milliseconds(200)) == nil)
        #expect(fresh("/a", in: pages, at: old + .milliseconds(300)) != nil)
        // The request that was to render it was turned away.
        #expect(fresh("/a", in: pages, at: old + .seconds(10)) == nil)
        #expect(fresh("/a", in: pages, at: old + .seconds(11)) != nil)
    }

    @Test("who cannot wait longer for another's render gets the outlived page")
    func slowRender() {
        let pages = KeptPages(capacity: 1 << 20, longestWait: .milliseconds(5))
        keep("/a", in: pages)
        guard case .render = pages.takeTurn("/a", turnsWaiting: 1) else {
            Issue.record("the first renders")
            return
        }
        for turns in [1, 0] {
            guard case .ready = pages.takeTurn("/a", turnsWaiting: turns) else {
                Issue.record("there is a page to show, with \(turns) waiting at most")
                continue
            }
        }
        pages.dropAll()
        if case .ready = pages.takeTurn("/a", turnsWaiting: 0) { Issue.record("a dropped page is shown") }
    }

    @Test("dropping a tag drops the pages that show it and no others, outlived copies too")
    func dropping() {
        let pages = KeptPages(capacity: 1 << 20)
        keep("/a", in: pages, showing: [tag])
        keep("/b", in: pages, showing: [.front])
        pages.drop([tag])
        #expect(fresh("/a", in: pages) == nil && pages.outlived("/a") == nil)
        #expect(fresh("/b", in: pages) != nil)
    }

    @Test("a page that was being rendered when its tag was dropped is not kept")
    func droppedMeanwhile() {
        let pages = KeptPages(capacity: 1 << 20)
        let begun = ContinuousClock.now
        _ = pages.takeTurn("/a", turnsWaiting: 1)
        pages.drop([tag])
        pages.finish("/a", keeping: .html([65]), showing: [tag], begun: begun)
        #expect(fresh("/a", in: pages) == nil)
    }

    @Test("above its capacity the page used longest ago goes first")
    func capacity() {
        let pages = KeptPages(capacity: 3 * 3_100)
        for path in ["/a", "/b", "/c"] { keep(path, in: pages, bytes: 1_000) }
        _ = fresh("/a", in: pages)
        keep("/d", in: pages, bytes: 1_000)
        #expect(fresh("/b", in: pages) == nil)
        #expect(["/a", "/c", "/d"].allSatisfy { fresh($0, in: pages) != nil })
        keep("/too-large", in: pages, bytes: 10_000)
        #expect(fresh("/too-large", in: pages) == nil)
    }

    @Test("many who ask for a page nobody has wait for one render")
    func oneRender() {
        let pages = KeptPages(capacity: 1 << 20, longestWait: .seconds(5))
        guard case .render = pages.takeTurn("/a", turnsWaiting: 8) else {
            Issue.record("the first renders")
            return
        }
        let served = Mutex(0)
        // Threads of their own: the shared ones may all be busy with other tests.
        let threads = (0..<4).map { _ in
            TestThread {
                if case .ready = pages.takeTurn("/a", turnsWaiting: 8) { served.withLock { $0 += 1 } }
            }
        }
        let patience = ContinuousClock.now + .seconds(4)
        while pages.waiting < 4, .now < patience { usleep(1_000) }
        pages.finish("/a", keeping: .html([65]), showing: [], begun: .now)
        for thread in threads { thread.join() }
        #expect(served.withLock { $0 } == 4)
    }

    @Test("who waits in vain renders after all")
    func waitingInVain() {
        let pages = KeptPages(capacity: 1 << 20, longestWait: .milliseconds(5))
        _ = pages.takeTurn("/a", turnsWaiting: 8)
        if case .ready = pages.takeTurn("/a", turnsWaiting: 8) { Issue.record("nothing was rendered") }
    }

    private func keep(_ target: String, in pages: KeptPages, bytes: Int = 10, showing tags: Set<PageTag> = []) {
        let begun = ContinuousClock.now
        _ = pages.takeTurn(target, turnsWaiting: 1)
        pages.finish(target, keeping: .html([UInt8](repeating: 65, count: bytes)), showing: tags, begun: begun)
    }

    private func fresh(
        _ target: String, in pages: KeptPages, at now: ContinuousClock.Instant = .now
    ) -> PreparedResponse? {
        Array(target.utf8).withUnsafeBufferPointer { pages.fresh($0, now: now) }
    }
}
