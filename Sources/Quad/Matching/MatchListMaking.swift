import FoundationEssentials

extension MatchListPart {
    /// - Parameters:
    ///   - counts: people with shared hours, by course.
    ///   - goesOn: whether there are more after those shown.
    init(
        _ form: MatchForm, _ reader: MatchReader, _ scoring: MatchScoring, shown: [Match], goesOn: Bool, counts: [Int],
        isWatched: Bool, wording: Wording
    ) {
        let selection = form.selection
        let cards = shown.map { MatchCard($0, reader, scoring, selection.course, wording) }
        let next = shown.last.flatMap { goesOn ? $0.cursor(in: selection.order) : nil }
        // The first page can be empty because all there are rest.
        let start =
            goesOn && shown.isEmpty
            ? MatchCursor(rests: true, key: Week.slotCount, joinedAt: Date(microseconds: 0), person: .zero) : nil
        let isEmpty = cards.isEmpty && start == nil
        self.init(
            lead: Self.lead(selection, reader, counts), mistakes: form.mistakes,
            tabs: Self.tabs(selection, reader, counts), orders: Self.orders(selection),
            filter: reader.courses.isEmpty || reader.week.isEmpty ? nil : MatchFilterForm(form, reader), cards: cards,
            pagination: Pagination(
                onward: "Show more people", back: "Back to the best",
                newerPath: selection.after == nil ? nil : selection.path(),
                olderPath: next.map { selection.path(after: $0) }, reason: isEmpty ? nil : selection.order.reason,
                end: next == nil && !shown.isEmpty ? "That’s everyone who fits." : nil),
            empty: start.map { Self.resting(selection.path(after: $0)) }
                ?? (cards.isEmpty ? Self.empty(form, reader) : nil),
            watch: isEmpty ? Watch(selection, reader, isOn: isWatched) : nil,
            side: MatchSide(form, reader, scoring, wording))
    }

    private static func lead(_ selection: MatchSelection, _ reader: MatchReader, _ counts: [Int]) -> String {
        guard let place = reader.courses.firstIndex(where: { $0.id == selection.course }) else {
            let most = MatchCourse.most
            let courses = reader.courses.count < most ? "all your courses" : "your first \(most) courses"
            return "The people of \(courses), each with the reason why they’d be good to study with."
        }
        let (name, count) = (reader.courses[place].code, counts.indices.contains(place) ? counts[place] : 0)
        if count == 0 { return "The people of \(name), each with the reason why they’d be good to study with." }
        let people = count == 1 ? "1 person in \(name) shares" : "\(Wording.count(count)) people in \(name) share"
        return "\(people) free hours with you. Each comes with the reason."
    }

    private static func tabs(_ selection: MatchSelection, _ reader: MatchReader, _ counts: [Int]) -> [Choice] {
        guard !reader.courses.isEmpty else { return [] }
        let all = Choice("All courses", path: MatchPaths.all, isCurrent: selection.course == nil)
        return [all]
            + zip(reader.courses, counts).map { course, count in
                let isTwice = reader.courses.contains { $0.id != course.id && $0.code == course.code }
                return Choice(
                    isTwice && !course.section.isEmpty ? "\(course.code) \(course.section)" : course.code,
                    path: MatchPaths.matches(course.id), isCurrent: course.id == selection.course,
                    count: Wording.count(count))
            }
    }

    private static func orders(_ selection: MatchSelection) -> [Choice] {
        MatchSelection.Order.allCases.map { order in
            var other = selection
            (other.order, other.after) = (order, nil)
            return Choice(order.label, path: other.path(), isCurrent: order == selection.order)
        }
    }

    private static func resting(_ path: String) -> EmptyState {
        EmptyState(
            "The people who fit you best would stand here.",
            why: "All of them have been on many first pages this week, so they come on the next.",
            action: Choice("Show them", path: path))
    }

    private static func empty(_ form: MatchForm, _ reader: MatchReader) -> EmptyState {
        if form.selection.after != nil {
            return EmptyState(
                "More people would stand here.", why: "There’s nobody after those you’ve seen any more.",
                action: Choice("Back to the best", path: form.selection.path()))
        }
        if reader.courses.isEmpty {
            return EmptyState(
                "The people of your courses would stand here.", why: "You haven’t said yet which courses you take.",
                action: Choice("Find your courses", path: CoursePaths.all))
        }
        if reader.week.isEmpty {
            return EmptyState(
                "People who are free when you are would stand here.", why: "You haven’t said yet when you can study.",
                action: Choice("Paint my week", path: AvailabilityPaths.week))
        }
        let plain = MatchSelection(course: form.selection.course)
        if form.selection.filter != plain.filter {
            return EmptyState(
                "Nobody fits all you’ve chosen.", why: "With fewer wishes there may be somebody.",
                action: Choice("Show everyone", path: plain.path()))
        }
        let place = form.selection.course.flatMap(reader.course)?.code ?? "your courses"
        return EmptyState(
            "Nobody in \(place) is free when you are yet.",
            why: "Others appear as soon as they say when they can study. More free hours of yours help too.",
            action: form.selection.course == nil ? Choice("Change my hours", path: AvailabilityPaths.week) : nil)
    }
}

extension MatchListPart.Watch {
    /// `nil` where there is something else to do first.
    fileprivate init?(_ selection: MatchSelection, _ reader: MatchReader, isOn: Bool) {
        guard let course = selection.course.flatMap(reader.course), !reader.week.isEmpty, selection.after == nil,
            selection.filter == MatchFilter()
        else { return nil }
        self.init(path: isOn ? MatchPaths.watchEnd(course.id) : MatchPaths.watch(course.id), isOn: isOn)
    }
}

extension MatchSelection.Order {
    fileprivate var label: String {
        switch self {
        case .score: "Best"
        case .hours: "Most time together"
        case .newest: "Newest"
        }
    }

    fileprivate var reason: String {
        let fair = " Who has been on many first pages this week comes last, so that everybody is found."
        return switch self {
        case .score:
            "By score: shared time, study habits, a bio and a picture, as much as each counts for you. Of equal ones the older account comes first."
                + fair
        case .hours: "Who shares the most free time with you comes first, of equal ones the older account." + fair
        case .newest: "Whose account is the newest comes first." + fair
        }
    }
}

extension ID {
    /// Smaller than every other.
    fileprivate static var zero: Self { Self(rawValue: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))) }
}
