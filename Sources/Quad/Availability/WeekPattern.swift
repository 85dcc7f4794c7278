/// Hours that many people have, to start from.
enum WeekPattern: String, CaseIterable, Sendable {
    case mornings, evenings, weekends
    case betweenLectures = "between-lectures"
    case likeMonday = "like-monday"

    /// On its button.
    var label: String {
        switch self {
        case .mornings: "Weekday mornings, 8–12"
        case .evenings: "Weekday evenings, 18–21"
        case .weekends: "Weekend afternoons, 13–18"
        case .betweenLectures: "Between my lectures"
        case .likeMonday: "Same as Monday, Tue–Fri"
        }
    }

    /// Those that would mean something for this week.
    static func offered(free: Week, busy: Week) -> [WeekPattern] {
        allCases.filter { pattern in
            switch pattern {
            case .betweenLectures: !pattern.hours(free: free, busy: busy).isEmpty
            case .likeMonday: !free.spans(on: .monday).isEmpty
            default: true
            }
        }
    }

    /// The hours it adds; those of the timetable are still among them.
    func hours(free: Week, busy: Week) -> Week {
        let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        return switch self {
        case .mornings: Self.every(weekdays, [32..<48])
        case .evenings: Self.every(weekdays, [72..<84])
        case .weekends: Self.every([.saturday, .sunday], [52..<72])
        case .likeMonday: Self.every(Array(weekdays.dropFirst()), free.spans(on: .monday))
        case .betweenLectures: Self.between(busy)
        }
    }

    private static func every(_ days: [Weekday], _ spans: [Range<Int>]) -> Week {
        Week(Dictionary(uniqueKeysWithValues: days.map { ($0, spans) }))
    }

    /// The gaps of each day of at least half an hour.
    private static func between(_ busy: Week) -> Week {
        Week(
            Dictionary(
                uniqueKeysWithValues: Weekday.allCases.map { day in
                    let taken = busy.spans(on: day)
                    let gaps = zip(taken, taken.dropFirst()).map { $0.upperBound..<$1.lowerBound }
                    return (day, gaps.filter { $0.count >= 2 })
                }))
    }
}
