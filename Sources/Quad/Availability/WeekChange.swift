import HTTPServer

/// What a form of the week page asks for.
enum WeekChange: Sendable {
    /// The painted hours as they are.
    case keep
    case add(WeekHours)
    case remove(Range<Int>)
    case pattern(WeekPattern)
    case clear
    case undo

    /// - Throws: what is wrong with hours that were typed.
    /// - Returns: `nil` when the form asks for nothing that there is.
    init?(_ form: FormFields) throws(WeekHoursError) {
        if let span = form["remove"] {
            guard let slots = Self.slots(span) else { return nil }
            self = .remove(slots)
        } else if let name = form["pattern"] {
            guard let pattern = WeekPattern(rawValue: name) else { return nil }
            self = .pattern(pattern)
        } else if form["clear"] != nil {
            self = .clear
        } else if form["undo"] != nil {
            self = .undo
        } else if let day = form["day"] {
            self = .add(try WeekHours(day: day, from: form["from"] ?? "", to: form["to"] ?? ""))
        } else if form["week"] != nil {
            self = .keep
        } else {
            return nil
        }
    }

    /// "132-140": slots of the week.
    private static func slots(_ text: String) -> Range<Int>? {
        let ends = text.split(separator: "-", maxSplits: 1).compactMap { Int($0) }
        guard ends.count == 2, ends[0] >= 0, ends[0] < ends[1], ends[1] <= Week.slotCount else { return nil }
        return ends[0]..<ends[1]
    }

    /// The free hours after it.
    func applied(to free: Week, of own: OwnWeek) -> Week {
        let changed: Week =
            switch self {
            case .keep: free
            case .add(let hours): free.union(Week([hours.slots]))
            case .remove(let slots): free.subtracting(Week([slots]))
            case .pattern(let pattern): free.union(pattern.hours(free: free, busy: own.busy))
            case .clear: Week()
            case .undo: own.previous ?? free
            }
        return changed.subtracting(own.busy)
    }

    var flash: FlashCode {
        switch self {
        case .keep: .weekSaved
        case .add, .pattern: .hoursAdded
        case .remove: .hoursRemoved
        case .clear: .weekCleared
        case .undo: .weekUndone
        }
    }
}
