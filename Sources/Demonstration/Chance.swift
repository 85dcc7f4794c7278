/// Chance that is the same every time: SplitMix64, seeded by what is being decided.
///
/// Every post draws from a generator of its own, so that its comments and votes can be worked out again, in any
/// order and on any thread, without remembering them.
/// - Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct Chance: RandomNumberGenerator {
    /// What a generator decides; two purposes never share their numbers.
    enum Purpose: UInt64 {
        case people = 1, courses, communities, schedule, thread, ballot, identifier, words, slots, biography, poll
        case studies, week, habits, skills, details, sections, acquaintance, block, group, portrait
    }

    private var state: UInt64

    init(seed: UInt64, for purpose: Purpose, at index: Int = 0, and second: Int = 0) {
        state = seed
        state = Self.mixed(state &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03)
        state = Self.mixed(state &+ UInt64(bitPattern: Int64(index)))
        state = Self.mixed(state &+ UInt64(bitPattern: Int64(second)) &* 0x9E37_79B9_7F4A_7C15)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

extension Chance {
    /// A number from 0 up to, not including, `limit`; 0 when `limit` is 1 or less.
    mutating func below(_ limit: Int) -> Int {
        guard limit > 1 else { return 0 }
        return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// From 0 up to, not including, 1.
    mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    mutating func happens(_ probability: Double) -> Bool {
        fraction() < probability
    }

    /// A place in a list of `count` where the first are drawn far more often, about as Zipf's law has it.
    mutating func rank(below count: Int) -> Int {
        below(1 + below(1 + below(count)))
    }

    /// A whole number with the given mean and a long tail: half stay below the mean's third, few reach 40 times it.
    mutating func heavyTail(mean: Double, most: Int) -> Int {
        // 1 / √u has an infinite variance; minus one its mean is 1.
        let draw = mean * (1 / (fraction() + 0.0004).squareRoot() - 1)
        let whole = Int(draw)
        return min(most, whole + (happens(draw - Double(whole)) ? 1 : 0))
    }

    /// One of `list`, or `nil` when it is empty.
    mutating func pick<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[below(list.count)]
    }
}
