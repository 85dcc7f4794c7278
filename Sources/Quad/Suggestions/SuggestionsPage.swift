/// People a member may know; shown by Templates/suggestions/suggestions.html.
struct SuggestionsPage: Page {
    let frame: Frame
    let tabs: [Choice]
    let items: [SuggestionItem]
    let pagination: Pagination
    let silence: EmptyState
}

/// One of them; shown by Templates/suggestions/_suggestion.html.
struct SuggestionItem: Sendable {
    let person: Person
    let headline: String
    /// A sentence each.
    let reasons: String
    let askPath: String
    let dismissPath: String
    /// The page to come back to.
    let back: String

    init(_ suggestion: Suggestion, back: String) {
        person = suggestion.other.person
        headline = suggestion.other.headline
        reasons = suggestion.common.words
        askPath = ConnectionPaths.new(to: suggestion.other.username, from: .suggestion)
        dismissPath = SuggestionPaths.dismissal(of: suggestion.other.id)
        self.back = back
    }
}

extension SuggestionsPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(_ found: [Suggestion], isFirst: Bool, around: Surroundings) {
        let shown = Array(found.prefix(Suggestion.pageSize))
        let next = found.count > Suggestion.pageSize ? shown.last : nil
        self.init(
            frame: Frame(connections: around, title: "People you may know"),
            tabs: ConnectionTab.choices(current: .suggestions),
            items: shown.current.map { SuggestionItem($0, back: SuggestionPaths.all) },
            pagination: Pagination(
                onward: "More people", back: "Start of the list", newerPath: isFirst ? nil : SuggestionPaths.all,
                olderPath: next.map { "\(SuggestionPaths.all)?after=\($0.cursor)" },
                reason: shown.isEmpty
                    ? nil
                    : "People you both know count most, then courses you share, then what you study, skills and "
                        + "communities; what few share counts more than what many do.",
                end: next == nil && !shown.isEmpty ? "That’s everyone for now. The list is made anew every day." : nil),
            silence: EmptyState(
                "People who share a course, a community or a friend with you stand here.",
                why: "There’s nobody to suggest yet. Courses count only where you both let others see you in them. "
                    + "We look again every day.",
                action: Choice("Communities", path: CommunityPaths.all)))
    }
}
