/// Why somebody is a match, as a friend would say it.
struct MatchReason: Equatable, Sendable {
    struct Piece: Equatable, Sendable {
        let words: String
        /// A time, which is what one came for.
        var isTime = false
    }

    let pieces: [Piece]

    /// The sentence without its highlights.
    var words: String { pieces.map(\.words).joined() }
}

extension MatchReason {
    /// - Parameters:
    ///   - hasHabits: whether the reader chose habits; defaults say nothing about anyone.
    ///   - habits: the reader's.
    init(_ match: Match, habits: StudyHabits, hasHabits: Bool) {
        var pieces = Self.times(match)
        let clauses = hasHabits ? Self.habits(match, habits) : []
        if !clauses.isEmpty {
            let isSentence = match.shared.isEmpty
            let words = Week.Words.list(Array(clauses.prefix(2)))
            pieces.append(Piece(words: isSentence ? ". \(words.capitalizedFirst)" : ", \(words)"))
        }
        pieces.append(Piece(words: "."))
        self.init(pieces: pieces)
    }

    /// The three longest times in the order of the week, and how many more there are.
    private static func times(_ match: Match) -> [Piece] {
        let all = Weekday.fromMonday.flatMap { day in match.shared.spans(on: day).map { (day, $0) } }
        guard !all.isEmpty else { return [Piece(words: "You have no free hour in common yet")] }
        let longest = all.indices.sorted { left, right in
            all[left].1.count == all[right].1.count ? left < right : all[left].1.count > all[right].1.count
        }
        let shown = longest.prefix(3).sorted().map { all[$0] }
        let rest = all.count - shown.count
        var pieces = [Piece(words: "You’re both free ")]
        for (index, (day, span)) in shown.enumerated() {
            if index > 0 {
                pieces.append(Piece(words: index == shown.count - 1 && rest == 0 ? " and " : ", "))
            }
            pieces.append(Piece(words: "\(day.short) \(Week.Words.span(span))", isTime: true))
        }
        if rest > 0 { pieces.append(Piece(words: rest == 1 ? " and one more time" : " and \(rest) more times")) }
        return pieces
    }

    private static func habits(_ match: Match, _ mine: StudyHabits) -> [String] {
        let (theirs, name) = (match.traits.habits, match.firstName)
        // Most likely never chosen.
        guard theirs != .unsaid else { return [] }
        return [style(mine.style, theirs.style, name), place(mine.location, theirs.location, name), pace(mine, theirs)]
            .compactMap(\.self)
    }

    private static func style(_ mine: StudyHabits.Style, _ theirs: StudyHabits.Style, _ name: String) -> String? {
        switch (mine, theirs) {
        case (.quiet, .quiet): "you both like it quiet"
        case (.collaborative, .collaborative): "you both like to talk things through"
        case (.mixed, .mixed): "you both like a bit of quiet and a bit of talk"
        case (.quiet, .mixed): "\(name) is fine with quiet"
        case (.collaborative, .mixed): "\(name) is happy to talk things through"
        case (.mixed, .quiet): "\(name) likes it quiet"
        case (.mixed, .collaborative): "\(name) likes to talk things through"
        default: nil
        }
    }

    private static func place(
        _ mine: StudyHabits.Location, _ theirs: StudyHabits.Location, _ name: String
    ) -> String? {
        switch (mine, theirs) {
        case (.any, .any): "you’re both happy anywhere"
        case (_, .any): "\(name) is happy anywhere, so \(mine.words) works"
        case (.any, _): "\(name) likes \(theirs.words)"
        default: mine == theirs ? "you both like \(mine.words)" : nil
        }
    }

    private static func pace(_ mine: StudyHabits, _ theirs: StudyHabits) -> String? {
        mine.pace == theirs.pace ? "you go at the same pace" : nil
    }
}

extension StudyHabits.Location {
    /// "the library".
    fileprivate var words: String {
        switch self {
        case .library: "the library"
        case .cafe: "a café"
        case .home: "studying at home"
        case .studyRoom: "a study room"
        case .any: "anywhere"
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
