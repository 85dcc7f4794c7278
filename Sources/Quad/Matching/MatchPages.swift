import FoundationEssentials
import HTML

/// Who somebody could study with; shown by Templates/matching/matches.html.
struct MatchesPage: Page {
    let frame: Frame
    let undo: MatchUndo?
    /// A rendered `MatchListPart`.
    let part: SafeHTML
}

/// Somebody was just put off; shown by Templates/matching/_match-undo.html.
struct MatchUndo: Sendable {
    let person: String
    /// The list they were put off on.
    let listPath: String
}

/// All between masthead and footer, which is kept; shown by Templates/matching/match-list.html.
struct MatchListPart: HTML.Page {
    /// Being told when there is somebody.
    struct Watch: Sendable {
        let path: String
        let isOn: Bool
    }

    let lead: String
    let mistakes: FormMistakes
    let tabs: [Choice]
    let orders: [Choice]
    /// `nil` where there is nothing to narrow down.
    let filter: MatchFilterForm?
    let cards: [MatchCard]
    let pagination: Pagination
    let empty: EmptyState?
    let watch: Watch?
    let side: MatchSide
}

/// The form that narrows matches down.
struct MatchFilterForm: Sendable {
    let action: String
    let isNarrowed: Bool
    let fields: [OptionField]
    /// What the address says besides.
    let kept: [(name: String, value: String)]
    /// `nil` where a course has one section.
    let sameSection: Bool?
}

/// One match.
struct MatchCard: Sendable {
    /// Unique on the page.
    let id: String
    let person: Person
    let firstName: String
    let username: String
    let headline: String
    let total: Int
    let reason: MatchReason
    let week: WeekPicture
    let parts: [Part]
    /// "Also in MATH 221 with you · you both know Bo Li"; empty when there is nothing.
    let also: String
    /// The list it stands in, to come back to.
    let listPath: String
    let action: Action

    struct Part: Sendable {
        let name: String
        let points: Int
        let most: Int
        /// Of the largest part's width, in 40ths.
        let width: Int
        let fill: Int
    }

    enum Action: Sendable {
        case ask(path: String)
        /// - Parameter badge: "Asked on Sun 18 Oct, no answer yet".
        case takeBack(path: String, badge: Badge)
        case answer(path: String, badge: Badge)
        case connected(path: String, badge: Badge)
    }
}

/// The reader's own side of it.
struct MatchSide: Sendable {
    /// "32 hours a week, last changed on 2 October."
    let week: String
    let weekPath: String
    /// Where groups of a course are proposed; `nil` where there is no course to find one in. It names no time: finding
    /// the longest walks through the whole course once more and asks who must not meet, which costs as much as the page.
    let group: Choice?
    let weightsAction: String
    let weights: [Weight]
    let keptByWeights: [(name: String, value: String)]
    let seen: MatchSeen

    struct Weight: Sendable {
        let name: String
        let label: String
        let value: String
        let error: String?
    }
}
