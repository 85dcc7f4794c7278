/// A match's score with its parts, in whole points.
struct MatchScore: Equatable, Sendable {
    struct Part: Equatable, Sendable {
        let points: Int
        let most: Int
    }

    let time, habits, bio, picture: Part

    var total: Int { time.points + habits.points + bio.points + picture.points }
    var most: Int { 100 }
}

/// Scores people for one reader: each part is rounded to whole points, so that the parts on a card add up to its score.
///
/// - Source: DOMAIN.md, "Study": shared hours ÷ 6, at most 1; the mean of three habits; a bio; a picture.
struct MatchScoring: Sendable {
    let habits: StudyHabits
    /// The most points of time, habits, bio, picture; 100 together.
    let maxima: [Int]

    /// From six shared hours on, more are worth no more.
    static let enoughQuarters = 24

    init(_ habits: StudyHabits, weights: MatchWeights) {
        self.habits = habits
        maxima = weights.maxima
    }

    func score(sharedQuarters: Int, _ traits: MatchTraits) -> MatchScore {
        MatchScore(
            time: .init(points: timePoints(sharedQuarters), most: maxima[0]),
            habits: .init(points: habitPoints(traits.habits), most: maxima[1]),
            bio: .init(points: traits.hasBio ? maxima[2] : 0, most: maxima[2]),
            picture: .init(points: traits.hasPicture ? maxima[3] : 0, most: maxima[3]))
    }

    private func timePoints(_ quarters: Int) -> Int {
        Self.rounded(maxima[0] * min(quarters, Self.enoughQuarters), Self.enoughQuarters)
    }

    /// Each of the three habits counts 2 when it is the same, 1 when it gets along.
    private func habitPoints(_ other: StudyHabits) -> Int {
        let location =
            habits.location == other.location ? 2 : habits.location == .any || other.location == .any ? 1 : 0
        let style = habits.style == other.style ? 2 : habits.style == .mixed || other.style == .mixed ? 1 : 0
        let pace = 2 - abs(habits.pace.step - other.pace.step)
        return Self.rounded(maxima[1] * (location + style + pace), 6)
    }

    /// A quotient to the nearest whole number, halves up.
    private static func rounded(_ numerator: Int, _ denominator: Int) -> Int {
        (2 * numerator + denominator) / (2 * denominator)
    }
}

/// The same as tables in which the database looks up each person's points: one look for the hours and one for all the
/// rest costs it less than the formula.
extension MatchScoring {
    /// By shared quarter hours, 0 to 24.
    var timeTable: [Int16] { (0...Self.enoughQuarters).map { Int16(timePoints($0)) } }

    /// By the pool's traits; −1 for those that `filter` leaves out.
    func traitTable(_ filter: MatchFilter) -> [Int16] {
        (0..<MatchTraits.count).map { number in
            let traits = MatchTraits(number: number)
            guard filter.admits(traits.habits) else { return -1 }
            let score = score(sharedQuarters: 0, traits)
            return Int16(score.total)
        }
    }
}

extension StudyHabits.Pace {
    fileprivate var step: Int {
        switch self {
        case .slow: 0
        case .moderate: 1
        case .fast: 2
        }
    }
}
