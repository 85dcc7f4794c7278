import FoundationEssentials
import HTTPServer

/// What an address of a page of matches asks for.
struct MatchForm: Sendable {
    var selection: MatchSelection
    /// The weights as they were typed, in the order of `MatchWeights.all`; `nil` where none were.
    var typedWeights: [String]?
    var mistakes = FormMistakes()
    /// Whom the reader has just put off, so that it can be undone.
    var hidden: String?

    static let weightNames = ["time", "habits", "bio", "picture"]
}

extension MatchForm {
    /// - Throws: `NotFound` for what none of our links asks.
    init(_ query: FormFields, course: MatchCourse.ID?, after: MatchCursor?) throws {
        selection = MatchSelection(course: course, after: after)
        if let order = query["sort"] {
            guard let order = MatchSelection.Order(rawValue: order) else { throw NotFound() }
            selection.order = order
        }
        if let hours = query["hours"], !hours.isEmpty {
            guard let hours = Int(hours), MatchFilter.hours.contains(hours) else { throw NotFound() }
            // The usual choice is any hour at all.
            selection.filter.leastShared = hours * 4
        }
        selection.filter.location = try Self.choice(query["place"])
        selection.filter.style = try Self.choice(query["style"])
        selection.filter.pace = try Self.choice(query["pace"])
        selection.filter.sameSection = query["section"] == "same"
        hidden = query["hidden"].flatMap { Self.isUsername($0) ? $0 : nil }
        takeWeights(query)
    }

    private static func choice<Choice: RawRepresentable<String>>(_ text: String?) throws -> Choice? {
        guard let text, !text.isEmpty else { return nil }
        guard let choice = Choice(rawValue: text) else { throw NotFound() }
        return choice
    }

    static func isUsername(_ text: String) -> Bool {
        (3...30).contains(text.utf8.count)
            && text.utf8.allSatisfy { ($0 > 96 && $0 < 123) || ($0 > 47 && $0 < 58) || [45, 46, 95].contains($0) }
    }

    private mutating func takeWeights(_ query: FormFields) {
        guard Self.weightNames.contains(where: { query[$0] != nil }) else { return }
        // Ours are three digits at most; what is longer is shown as far as it helps to see what is wrong.
        let typed = Self.weightNames.map { String((query[$0] ?? "").prefix(20)) }
        typedWeights = typed
        var numbers: [Int] = []
        for ((name, label), text) in zip(zip(Self.weightNames, MatchSide.labels), typed) {
            let trimmed = text.split(separator: " ").joined()
            if let number = Int(trimmed), (0...100).contains(number) {
                numbers.append(number)
            } else {
                mistakes.add(MatchWeightFault.unreadable(label), to: name)
            }
        }
        guard mistakes.isEmpty else { return }
        guard numbers.contains(where: { $0 > 0 }) else { return mistakes.add(MatchWeightFault.nothing, to: "time") }
        let weights = MatchWeights(time: numbers[0], habits: numbers[1], bio: numbers[2], picture: numbers[3])
        selection.weights = weights
    }
}

/// Why weights cannot be used.
enum MatchWeightFault: FieldError {
    /// In the field with that label.
    case unreadable(String)
    case nothing

    var message: String {
        switch self {
        case .unreadable: "Write a whole number from 0 to 100."
        case .nothing: "Something has to count: write a number above 0 in one of them."
        }
    }

    var summary: String {
        switch self {
        case .unreadable(let label): "\(label): a whole number from 0 to 100"
        case .nothing: "Let something count"
        }
    }
}

extension MatchSelection {
    /// The address of this selection.
    ///
    /// - Parameter after: where the page begins; `nil` for the first.
    func path(after: MatchCursor? = nil) -> String {
        var query: [String] = []
        if order != .score { query.append("sort=\(order.rawValue)") }
        if filter.leastShared != 1 { query.append("hours=\(filter.leastShared / 4)") }
        if let location = filter.location { query.append("place=\(location.rawValue)") }
        if let style = filter.style { query.append("style=\(style.rawValue)") }
        if let pace = filter.pace { query.append("pace=\(pace.rawValue)") }
        if filter.sameSection { query.append("section=same") }
        if let weights {
            query += zip(MatchForm.weightNames, weights.all).map { "\($0)=\($1)" }
        }
        if let after { query.append("after=\(after)") }
        let path = MatchPaths.matches(course)
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }
}
