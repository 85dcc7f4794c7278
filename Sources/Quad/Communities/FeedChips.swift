/// The chips that order a list of posts, and for the top posts those that say of when.
struct FeedChips: Sendable {
    let orders: [Choice]
    /// Empty unless the top posts are shown.
    let periods: [Choice]

    /// - Parameter first: the order that stands first.
    init(_ current: FeedOrder, at address: FeedAddress) {
        let orders = [address.usual] + PostOrder.allCases.filter { $0 != address.usual }
        self.orders = orders.map {
            Choice($0.label, path: address.path(FeedOrder($0)), isCurrent: $0 == current.order)
        }
        periods =
            current.order == .top
            ? TopPeriod.allCases.map {
                Choice($0.label, path: address.path(FeedOrder(.top, period: $0)), isCurrent: $0 == current.period)
            } : []
    }
}

extension PostOrder {
    var label: String {
        switch self {
        case .hot: "Hot"
        case .new: "New"
        case .top: "Top"
        case .unanswered: "Unanswered"
        }
    }
}

extension TopPeriod {
    var label: String {
        switch self {
        case .day: "Day"
        case .week: "Week"
        case .month: "Month"
        case .year: "Year"
        case .all: "All time"
        }
    }

    /// "of the last seven days".
    var words: String {
        switch self {
        case .day: "of the last 24 hours"
        case .week: "of the last seven days"
        case .month: "of the last 30 days"
        case .year: "of the last 365 days"
        case .all: "of all time"
        }
    }
}

extension FeedOrder {
    /// Why a list is in this order, in the reader's words.
    var reason: String {
        switch order {
        case .hot: "Votes count for less as a post gets older: ten times the votes keeps a post up half a day longer."
        case .new: "The newest post comes first, whatever its votes."
        case .top: "The posts \(period.words), those with the most votes first; of equal votes the newest."
        case .unanswered: "Questions nobody has an accepted answer for, the newest first."
        }
    }

    /// What the list says where it ends.
    func end(of posts: String) -> String {
        switch order {
        case .hot, .new: "That’s \(posts)."
        case .top where period == .all: "That’s \(posts)."
        case .top: "That’s \(posts) \(period.words)."
        case .unanswered: "Every other question here has its answer."
        }
    }

    /// Why it holds nothing.
    var silence: String {
        switch order {
        case .hot, .new: "Nobody has written one yet."
        case .top where period == .all: "Nobody has written one yet."
        case .top: "Nobody wrote one in the last \(period.span)."
        case .unanswered: "Every question here has its answer."
        }
    }
}

extension TopPeriod {
    fileprivate var span: String {
        switch self {
        case .day: "24 hours"
        case .week: "seven days"
        case .month: "30 days"
        case .year, .all: "365 days"
        }
    }
}
