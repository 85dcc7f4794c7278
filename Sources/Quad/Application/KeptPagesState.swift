import Dispatch
import HTTPServer

/// The raw target of a request, which the event thread looks up for every one.
struct PageTarget: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ target: some Sequence<UInt8>) {
        bytes = Array(target)
    }

    // All bytes at once: an array hashes one element after another.
    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

/// A page as it was made: behind one reference, because the table hands it about.
final class KeptPage: Sendable {
    let target: PageTarget
    let prepared: PreparedResponse
    let response: Response
    let tags: Set<PageTag>
    let made: ContinuousClock.Instant

    init(
        target: PageTarget, prepared: PreparedResponse, response: Response, tags: Set<PageTag>,
        made: ContinuousClock.Instant
    ) {
        self.target = target
        self.prepared = prepared
        self.response = response
        self.tags = tags
        self.made = made
    }

    /// Bytes of the page with about what the table spends on it.
    var size: Int {
        guard case .bytes(let bytes) = response.body else { return 1_024 }
        return bytes.count + 4 * target.bytes.count + 2_048
    }
}

/// The table behind `KeptPages`: a dictionary into slots, which form a list from newest to oldest use.
struct KeptPagesState {
    private struct Slot {
        var page: KeptPage?
        /// When a request began to render it anew; `nil` while none does.
        var refreshBegan: ContinuousClock.Instant?
        /// Neighbours in the order of last use; -1 at the ends.
        var newer = -1
        var older = -1
    }

    let capacity: Int
    private var pages: [Slot] = []
    var rendering: [String: [DispatchSemaphore]] = [:]
    var waiting = 0
    private(set) var bytes = 0
    private var slots: [PageTarget: Int] = [:]
    private var free: [Int] = []
    private var newest = -1
    private var oldest = -1
    private var slotsByTag: [PageTag: Set<Int>] = [:]
    /// When a tag was last dropped; forgotten together once there are many.
    private var drops: [PageTag: ContinuousClock.Instant] = [:]
    private var allDropped: ContinuousClock.Instant?

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { slots.count }

    func response(for target: PageTarget) -> Response? { slots[target].flatMap { pages[$0].page?.response } }

    /// What to send for a target now: `nil` when nothing is kept, or the caller's request is to render it anew.
    ///
    /// - Complexity: one look into the table.
    mutating func fresh(_ target: PageTarget, now: ContinuousClock.Instant, _ terms: KeptPages.Terms)
        -> PreparedResponse?
    {
        guard let slot = slots[target], let page = pages[slot].page else { return nil }
        let age = now - page.made
        if age > terms.refreshAge {
            // A request that was turned away never tells how its render ended.
            guard let began = pages[slot].refreshBegan, now - began < terms.lifetime else {
                pages[slot].refreshBegan = now
                return nil
            }
            if age >= terms.lifetime, now - began < terms.longestWait { return nil }
        }
        if slot != newest {
            // Served just now, so among the last to go.
            unlink(slot)
            linkAsNewest(slot)
        }
        return page.prepared
    }

    mutating func markRefreshing(_ target: PageTarget, since began: ContinuousClock.Instant?) {
        if let slot = slots[target] { pages[slot].refreshBegan = began }
    }

    mutating func keep(_ page: KeptPage) {
        if let old = slots[page.target] { remove(old) }
        guard page.size <= capacity else { return }
        while bytes + page.size > capacity, oldest >= 0 { remove(oldest) }
        let slot: Int
        if let reused = free.popLast() {
            pages[reused] = Slot(page: page)
            slot = reused
        } else {
            pages.append(Slot(page: page))
            slot = pages.count - 1
        }
        slots[page.target] = slot
        bytes += page.size
        linkAsNewest(slot)
        for tag in page.tags { slotsByTag[tag, default: []].insert(slot) }
    }

    mutating func drop(_ tags: some Sequence<PageTag>, now: ContinuousClock.Instant) {
        for tag in tags {
            for slot in slotsByTag[tag] ?? [] { remove(slot) }
            drops[tag] = now
        }
        // Only renders under way need to know, and none takes a minute.
        if drops.count > 10_000 { drops = drops.filter { now - $0.value < .seconds(60) } }
    }

    mutating func dropAll(now: ContinuousClock.Instant) {
        while newest >= 0 { remove(newest) }
        allDropped = now
    }

    func wasDropped(_ tags: Set<PageTag>, since begun: ContinuousClock.Instant) -> Bool {
        if let allDropped, allDropped >= begun { return true }
        return !drops.isEmpty && tags.contains { tag in drops[tag].map { $0 >= begun } ?? false }
    }

    private mutating func remove(_ slot: Int) {
        guard let page = pages[slot].page else { return }
        unlink(slot)
        pages[slot] = Slot()
        slots[page.target] = nil
        bytes -= page.size
        for tag in page.tags {
            slotsByTag[tag]?.remove(slot)
            if slotsByTag[tag]?.isEmpty == true { slotsByTag[tag] = nil }
        }
        free.append(slot)
    }

    private mutating func linkAsNewest(_ slot: Int) {
        pages[slot].newer = -1
        pages[slot].older = newest
        if newest >= 0 { pages[newest].newer = slot }
        newest = slot
        if oldest < 0 { oldest = slot }
    }

    private mutating func unlink(_ slot: Int) {
        let (newer, older) = (pages[slot].newer, pages[slot].older)
        if newer >= 0 { pages[newer].older = older } else if newest == slot { newest = older }
        if older >= 0 { pages[older].newer = newer } else if oldest == slot { oldest = newer }
    }
}
