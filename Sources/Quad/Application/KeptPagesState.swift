import Dispatch
import HTTPServer

struct KeptPage {
    let target: [UInt8]
    let prepared: PreparedResponse
    let response: Response
    let tags: Set<PageTag>
    let made: ContinuousClock.Instant
    /// When a request began to render it anew; `nil` while none does.
    var refreshBegan: ContinuousClock.Instant?
    /// Neighbours in the order of last use, as slots; -1 at the ends.
    var newer = -1
    var older = -1

    init(
        target: [UInt8], prepared: PreparedResponse, response: Response, tags: Set<PageTag>,
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
        return bytes.count + 4 * target.count + 2_048
    }
}

/// The table behind `KeptPages`: a dictionary into slots, which form a list from newest to oldest use.
struct KeptPagesState {
    let capacity: Int
    private var pages: [KeptPage?] = []
    var rendering: [String: [DispatchSemaphore]] = [:]
    var waiting = 0
    private(set) var bytes = 0
    private var slots: [[UInt8]: Int] = [:]
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

    func page(for target: [UInt8]) -> KeptPage? { slots[target].flatMap { pages[$0] } }

    /// Notes that a page was served, so that it is among the last to go.
    mutating func touch(_ target: [UInt8]) {
        guard let slot = slots[target], slot != newest else { return }
        unlink(slot)
        linkAsNewest(slot)
    }

    mutating func markRefreshing(_ target: [UInt8], since began: ContinuousClock.Instant?) {
        if let slot = slots[target] { pages[slot]?.refreshBegan = began }
    }

    mutating func keep(_ page: KeptPage) {
        if let old = slots[page.target] { remove(old) }
        guard page.size <= capacity else { return }
        while bytes + page.size > capacity, oldest >= 0 { remove(oldest) }
        let slot: Int
        if let reused = free.popLast() {
            pages[reused] = page
            slot = reused
        } else {
            pages.append(page)
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
        guard let page = pages[slot] else { return }
        unlink(slot)
        pages[slot] = nil
        slots[page.target] = nil
        bytes -= page.size
        for tag in page.tags {
            slotsByTag[tag]?.remove(slot)
            if slotsByTag[tag]?.isEmpty == true { slotsByTag[tag] = nil }
        }
        free.append(slot)
    }

    private mutating func linkAsNewest(_ slot: Int) {
        pages[slot]?.newer = -1
        pages[slot]?.older = newest
        if newest >= 0 { pages[newest]?.newer = slot }
        newest = slot
        if oldest < 0 { oldest = slot }
    }

    private mutating func unlink(_ slot: Int) {
        guard let page = pages[slot] else { return }
        if page.newer >= 0 { pages[page.newer]?.older = page.older } else if newest == slot { newest = page.older }
        if page.older >= 0 { pages[page.older]?.newer = page.newer } else if oldest == slot { oldest = page.newer }
    }
}
