/// How much each part of a score counts, in any unit: only their proportions matter.
package struct MatchWeights: Hashable, Sendable {
    package var time: Int
    package var habits: Int
    package var bio: Int
    package var picture: Int

    /// What counts unless the site or the student says otherwise.
    package static let usual = MatchWeights(time: 40, habits: 30, bio: 20, picture: 10)

    package init(time: Int, habits: Int, bio: Int, picture: Int) {
        (self.time, self.habits, self.bio, self.picture) = (time, habits, bio, picture)
    }

    var all: [Int] { [time, habits, bio, picture] }

    /// The most points of each part, in the order of `all`: whole numbers that make 100 together. What is left over
    /// after rounding down goes to the largest remainders, of equal ones to the first.
    ///
    /// - Precondition: none is negative, not all are 0.
    var maxima: [Int] {
        let sum = all.reduce(0, +)
        precondition(sum > 0 && all.allSatisfy { $0 >= 0 }, "weights are checked where they are read")
        var points = all.map { $0 * 100 / sum }
        let byRemainder = all.indices.sorted { left, right in
            let (a, b) = (all[left] * 100 % sum, all[right] * 100 % sum)
            return a == b ? left < right : a > b
        }
        for index in byRemainder.prefix(100 - points.reduce(0, +)) { points[index] += 1 }
        return points
    }
}

/// What matching does here, as the operator decides.
package struct MatchSettings: Sendable {
    package var weights = MatchWeights.usual
    /// On how many first pages of matches somebody is shown in a week; who was on that many comes after everyone else.
    package var firstPagesPerWeek = 50

    package init() {}
}
