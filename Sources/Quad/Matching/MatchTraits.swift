import Postgres

/// What counts about somebody besides their hours, as the pool keeps it in one small number.
struct MatchTraits: Hashable, Sendable {
    let habits: StudyHabits
    let hasBio: Bool
    let hasPicture: Bool

    static let count = 180

    init(habits: StudyHabits, hasBio: Bool, hasPicture: Bool) {
        (self.habits, self.hasBio, self.hasPicture) = (habits, hasBio, hasPicture)
    }

    // In the order of `match_traits` in the database.
    private static let locations: [StudyHabits.Location] = [.library, .cafe, .home, .studyRoom, .any]
    private static let styles: [StudyHabits.Style] = [.collaborative, .quiet, .mixed]
    private static let paces: [StudyHabits.Pace] = [.slow, .moderate, .fast]

    /// - Parameter number: 0..<180, as `match_pool.traits` holds it.
    init(number: Int) {
        habits = StudyHabits(
            location: Self.locations[number / 36], style: Self.styles[number / 12 % 3], pace: Self.paces[number / 4 % 3]
        )
        hasBio = number & 2 != 0
        hasPicture = number & 1 != 0
    }
}

extension MatchTraits: Column {
    init(column: borrowing ColumnValue) throws(ColumnError) {
        let number = try Int(column: column)
        guard (0..<Self.count).contains(number) else { throw .unacceptable("traits are a number below \(Self.count)") }
        self.init(number: number)
    }
}
