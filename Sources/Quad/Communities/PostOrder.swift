import HTTPServer

/// How a list of posts is ordered.
enum PostOrder: String, Sendable, CaseIterable {
    /// Votes, which count for less as a post gets older.
    case hot
    /// Newest first.
    case new
    /// By score; of equal scores the newest first.
    case top
    /// Questions without an accepted answer, newest first.
    case unanswered
}

/// How far back a list of the top posts reaches.
enum TopPeriod: String, Sendable, CaseIterable {
    case day, week, month, year, all
}

/// What an address says of a list's order.
struct FeedOrder: Equatable, Sendable {
    let order: PostOrder
    /// Of the top posts; means nothing in the other orders.
    let period: TopPeriod

    init(_ order: PostOrder, period: TopPeriod = .week) {
        self.order = order
        self.period = order == .top ? period : .week
    }

    /// - Parameter usual: the order that needs no word in the list's address.
    /// - Returns: the parts of the address's query.
    func query(usual: PostOrder) -> [String] {
        (order == usual ? [] : ["order=\(order.rawValue)"])
            + (order == .top && period != .week ? ["period=\(period.rawValue)"] : [])
    }
}

extension Context {
    /// - Parameter usual: the order of an address that names none.
    /// - Throws: `NotFound` for an order that there is not.
    func feedOrder(usual: PostOrder) throws -> FeedOrder {
        var order = usual
        if let text = request.query["order"] {
            guard let named = PostOrder(rawValue: text) else { throw NotFound() }
            order = named
        }
        guard let text = request.query["period"] else { return FeedOrder(order) }
        guard order == .top, let period = TopPeriod(rawValue: text) else { throw NotFound() }
        return FeedOrder(order, period: period)
    }
}

/// Addresses of one list in all its orders.
struct FeedAddress: Sendable {
    /// The list's own path, without a query.
    let path: String
    /// The order that needs no word.
    let usual: PostOrder

    func path(_ order: FeedOrder, after cursor: String? = nil) -> String {
        let query = order.query(usual: usual) + (cursor.map { ["after=\($0)"] } ?? [])
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }
}
