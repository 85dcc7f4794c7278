/// Finds the groups of one course mate more or less with the longest time that all of them have every week: one
/// unbroken stretch of a day at most, because that is what a group meets in.
///
/// The search is exact. A group that starts at some quarter hour and has room for *k* people lasts as long as the
/// *k*-th longest of the people's free stretches from there, so each start has an upper bound that one pass over the
/// people finds. Starts are tried from the highest bound down, until no bound is better than what was found. A bound
/// is missed only where two people of a group must not meet; then the next shorter stretch is tried, which has more
/// people to choose from.
///
/// - Complexity: O(672 · *n*) for the bounds, all but nothing for the rest while nobody has blocked anybody: 500 people
///   take 2 to 5 ms. Choosing people who can all meet is exponential in the worst case (it is the search for an
///   independent set) and is given up after 100,000 steps for each size of group: the most that 500 people could be made
///   to take, nearly all of them apart from nearly all others, was under 100 ms. Where it is given up a result may be
///   shorter than the best; it is never wrong.
struct GroupSearch {
    struct Candidate: Sendable {
        let id: Member.ID
        /// The hours shared with the searcher, in the searcher's wall time.
        let shared: Week
    }

    struct Found: Equatable, Sendable {
        /// Places in the list of candidates, in its order.
        let people: [Int]
        let slots: Range<Int>
    }

    private let candidates: [Candidate]
    /// For each candidate those who must not meet them.
    private let conflicts: [Int: Set<Int>]
    /// For each start and candidate, how many quarter hours the candidate is free from there on.
    private let runs: [[Int16]]
    /// The longest of each start's runs, the longest first, as many as a group has places besides the searcher's.
    private let longest: [[Int16]]

    /// At least an hour.
    static let leastQuarters = 4
    /// Of the search for groups of one size, whoever keeps apart from whom.
    private static let mostSteps = 100_000

    /// - Parameters:
    ///   - candidates: those who fit the searcher best first; where more could take part than there are places, the first
    ///     do.
    ///   - conflicts: pairs who must not meet.
    init(_ candidates: [Candidate], conflicts: [(Member.ID, Member.ID)] = []) {
        self.candidates = candidates
        let places = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($1.id, $0) })
        var byPlace: [Int: Set<Int>] = [:]
        for (one, other) in conflicts {
            guard let one = places[one], let other = places[other] else { continue }
            byPlace[one, default: []].insert(other)
            byPlace[other, default: []].insert(one)
        }
        self.conflicts = byPlace
        var runs = Array(repeating: Array(repeating: Int16(0), count: candidates.count), count: Week.slotCount)
        for (place, candidate) in candidates.enumerated() {
            for span in candidate.shared.spans {
                for slot in span { runs[slot][place] = Int16(min(span.upperBound - slot, Week.perDay)) }
            }
        }
        self.runs = runs
        longest = runs.map { Self.longest(of: $0) }
    }

    private static func longest(of runs: [Int16]) -> [Int16] {
        let most = StudyGroup.sizes.upperBound - 1
        var top: [Int16] = []
        for run in runs where run > 0 && (top.count < most || run > top[most - 1]) {
            top.insert(run, at: top.firstIndex { $0 < run } ?? top.count)
            if top.count > most { top.removeLast() }
        }
        return top
    }

    /// The best groups: of each size the one with the longest time, where a smaller group has more time than a larger
    /// one. The largest first.
    func best() -> [Found] {
        var found: [Found] = []
        for size in StudyGroup.sizes.reversed() {
            guard let group = best(others: size - 1) else { continue }
            if let larger = found.last, larger.slots.count >= group.slots.count { continue }
            found.append(group)
        }
        return found
    }

    /// The longest time that some `others` candidates have together; `nil` below an hour.
    func best(others: Int) -> Found? {
        guard candidates.count >= others else { return nil }
        let bounds = longest.map { $0.count < others ? 0 : Int($0[others - 1]) }
        let starts = bounds.indices.filter { bounds[$0] >= Self.leastQuarters }.sorted { left, right in
            bounds[left] == bounds[right] ? left < right : bounds[left] > bounds[right]
        }
        var (best, steps): (Found?, Int) = (nil, Self.mostSteps)
        for start in starts where steps > 0 {
            let enough = max(best?.slots.count ?? 0, Self.leastQuarters - 1)
            guard bounds[start] > enough else { break }
            best = longest(from: start, others, over: enough, atMost: bounds[start], &steps) ?? best
        }
        return best
    }

    private func longest(from start: Int, _ others: Int, over least: Int, atMost most: Int, _ steps: inout Int)
        -> Found?
    {
        var length = most
        while length > least, steps > 0 {
            // A look at everyone is worth some of choosing's steps.
            steps -= candidates.count / 8
            let free = candidates.indices.filter { runs[start][$0] >= length }
            if let people = choose(others, of: free[...], besides: [], &steps) {
                return Found(people: people, slots: start..<start + length)
            }
            // With the next shorter stretch there are others to choose from.
            length = Int(runs[start].lazy.filter { $0 < length }.max() ?? 0)
        }
        return nil
    }

    /// The first people, in their order, who can all meet.
    private func choose(_ count: Int, of free: ArraySlice<Int>, besides chosen: [Int], _ steps: inout Int) -> [Int]? {
        if count == 0 { return chosen }
        var rest = free
        while rest.count >= count, let next = rest.popFirst(), steps > 0 {
            steps -= 1
            if let conflicts = conflicts[next], chosen.contains(where: conflicts.contains) { continue }
            if let found = choose(count - 1, of: rest, besides: chosen + [next], &steps) { return found }
        }
        return nil
    }
}
