internal import Quad

/// When somebody can study, and how they like to.
struct StudyHabits {
    let week: Week
    /// `nil`: not said.
    let choices: (location: String, style: String, pace: String)?
    /// `nil`: the university's.
    let zone: String?

    /// - Returns: `nil` for who has said neither.
    init?(of place: Int, in world: Demonstration.World) {
        let taken = world.studies.taken[place]
        guard !taken.isEmpty else { return nil }
        let isCast = place < NamePool.cast.count
        var chance = Chance(seed: world.seed, for: .habits, at: place)
        // Of the largest course everyone has said it, so that its matches are as many as there can be.
        let saysWeek = isCast || taken.contains { $0.course == 0 } || chance.happens(0.86)
        let saysHabits = isCast || chance.happens(0.78)
        guard saysWeek || saysHabits else { return nil }
        var days = Chance(seed: world.seed, for: .week, at: place)
        week = saysWeek ? Self.week(of: place, &days) : Week()
        choices = saysHabits ? Self.choices(&chance) : nil
        zone =
            !isCast && chance.happens(0.03) ? chance.pick(["Europe/Berlin", "Asia/Kolkata", "America/Toronto"]) : nil
    }

    /// What the student of the cast has free: Monday to Thursday, and Sunday.
    private static let student: [Range<Int>] = [
        slots(1, 10, 12), slots(2, 13, 17), slots(3, 17, 20), slots(4, 9, 12), slots(0, 14, 18),
    ]

    /// Between lectures, in the evening, on weekends; whole hours and some halves.
    private static func week(of place: Int, _ chance: inout Chance) -> Week {
        if place == 0 { return Week(student) }
        var spans: [Range<Int>] = []
        if place < NamePool.cast.count { spans = student.filter { _ in chance.happens(0.55) } }
        for day in 1...5 {
            if chance.happens(0.5) {
                let start = chance.pick([9, 10, 10, 11, 13, 14, 14, 15, 16]) ?? 10
                spans.append(slots(day, start, start + chance.within(1...3), half: chance.happens(0.15)))
            }
            if chance.happens(0.38) {
                let start = chance.pick([17, 18, 18, 19, 20]) ?? 18
                spans.append(slots(day, start, start + chance.within(1...3), half: chance.happens(0.15)))
            }
        }
        for day in [6, 0] where chance.happens(0.42) {
            let start = chance.within(10...16)
            spans.append(slots(day, start, start + chance.within(2...5)))
        }
        // Nobody who says when is never free.
        if spans.isEmpty { spans.append(slots(chance.within(1...5), 14, 17)) }
        return Week(spans)
    }

    private static func slots(_ day: Int, _ from: Int, _ to: Int, half: Bool = false) -> Range<Int> {
        let start = day * Week.perDay + from * 4 + (half ? 2 : 0)
        return start..<min(day * Week.perDay + to * 4 + (half ? 2 : 0), (day + 1) * Week.perDay)
    }

    private static func choices(_ chance: inout Chance) -> (location: String, style: String, pace: String) {
        (
            chance.pick(["library", "library", "library", "any", "any", "study_room", "study_room", "cafe", "home"])
                ?? "any",
            chance.pick(["mixed", "mixed", "quiet", "quiet", "collaborative"]) ?? "mixed",
            chance.pick(["slow", "moderate", "moderate", "moderate", "fast"]) ?? "moderate"
        )
    }
}
