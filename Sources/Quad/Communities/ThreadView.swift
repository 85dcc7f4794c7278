import HTTPServer

/// Which part of a post's comments a page shows, as the page's address says it.
///
///     /c/algorithms/12/heaps                          the first page of the best order
///     /c/algorithms/12/heaps?after=7,311              further on: after the comment 311, which had 7 votes then
///     /c/algorithms/12/heaps?order=new                another order
///     /c/algorithms/12/heaps?comment=4900#c4900       one comment, what it answers, and the replies to it
struct ThreadView: Equatable, Sendable {
    var order = CommentOrder.best
    /// The comment the page is about; `nil` for the whole conversation.
    var comment: Int?
    /// Where the page before ended.
    var after: ThreadCursor?

    /// Whether it is a page of the conversation in its usual order, which crawlers may keep.
    var isUsual: Bool { order == .best && comment == nil }
    /// Whether it is the conversation's usual first page.
    var isFirst: Bool { self == ThreadView() }

    /// The same from its start.
    var fromStart: ThreadView { ThreadView(order: order, comment: comment) }

    func goingOn(after cursor: ThreadCursor) -> ThreadView {
        ThreadView(order: order, comment: comment, after: cursor)
    }

    /// The comment `number` with its surroundings, in the same order.
    func around(_ number: Int) -> ThreadView { ThreadView(order: order, comment: number) }

    /// The page's address.
    ///
    /// - Parameter post: the post's own address.
    func path(on post: String) -> String {
        var query: [String] = []
        if order != .best { query.append("order=\(order.rawValue)") }
        if let comment { query.append("comment=\(comment)") }
        if let after { query.append("after=\(after)") }
        return query.isEmpty ? post : post + "?" + query.joined(separator: "&")
    }
}

/// A place in an ordered thread: the page goes on with what comes after it.
///
/// It is the key of a comment, not a count of pages: votes on others move nothing across it, and when the comment
/// itself moves the place stays. Written as "score,number" in the best order and as "number" in the others.
struct ThreadCursor: Equatable, Sendable, CustomStringConvertible {
    /// `nil` where the order asks for none.
    let score: Int?
    let number: Int

    init(score: Int?, number: Int) {
        self.score = score
        self.number = number
    }

    /// - Returns: `nil` unless the text is what `description` writes for that order.
    init?(_ text: String, order: CommentOrder) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        switch (order, parts.count) {
        case (.best, 2):
            guard let score = parts[0], let number = parts[1], Int(Int32.min)...Int(Int32.max) ~= score else {
                return nil
            }
            self.init(score: score, number: number)
        case (.new, 1), (.old, 1):
            guard let number = parts[0] else { return nil }
            self.init(score: nil, number: number)
        default: return nil
        }
        // One place has one address, so that another spelling is no other page to keep.
        guard 1...Int(Int32.max) ~= number, description == text else { return nil }
    }

    var description: String { score.map { "\($0),\(number)" } ?? String(number) }

    func place(in order: CommentOrder) -> Int {
        order.place(number: number, score: score ?? 0, holdsAnswer: false)
    }
}

extension Context {
    /// - Throws: `NotFound` for what no page of ours wrote.
    func threadView() throws -> ThreadView {
        var view = ThreadView()
        if let text = request.query["order"] {
            guard let order = CommentOrder(rawValue: text), order != .best else { throw NotFound() }
            view.order = order
        }
        if let text = request.query["comment"] {
            let number = Context.number(text)
            guard number > 0, String(number) == text else { throw NotFound() }
            view.comment = number
        }
        view.after = try cursor { ThreadCursor($0, order: view.order) }
        return view
    }
}
