/// What somebody did in a month, beside their home page; shown by Templates/home/_own-figures.html.
struct OwnFiguresPanel: Sendable {
    struct Fact: Sendable {
        let label: String
        let value: String
    }

    /// "Your October".
    let heading: String
    let facts: [Fact]
    /// "Counted Tue 20 Oct, 12:30."
    let counted: String

    /// - Returns: `nil` where there is nothing to show.
    init?(_ figures: OwnFigures, _ wording: Wording) {
        guard !figures.isEmpty else { return nil }
        heading = "Your \(CivilTime.months[figures.month - 1])"
        facts = [
            Fact(label: "Posts", value: Wording.count(figures.posts)),
            Fact(label: "Comments", value: Wording.count(figures.comments)),
            Fact(label: "Answers accepted", value: Wording.count(figures.acceptedAnswers)),
            Fact(label: "People you helped", value: Wording.count(figures.peopleHelped)),
        ]
        counted = "Counted \(wording.exact(figures.countedAt).words)."
    }
}
