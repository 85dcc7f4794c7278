/// The conversation below a post; shown by Templates/communities/_thread.html.
struct ThreadSection: Sendable {
    /// What surrounds the comment that a page is about.
    struct Focus: Sendable {
        /// "One of 4,980 comments, with what it answers and the replies to it."
        let words: String
        let wholePath: String
        /// Where the comments above the line are: "37 comments further up".
        let above: Choice?
        /// What it answers, the nearest last.
        let line: [CommentItem]
    }

    /// "Best", "Newest", "Oldest"; empty where there is nothing to order.
    let orders: [Choice]
    /// Why the comments are in this order.
    let reason: String
    /// `nil` on pages of the whole conversation.
    let focus: Focus?
    let comments: [CommentItem]
    /// The highest number of a comment where the thread takes several pages, for the script that finds one by it.
    let last: Int?
    /// Where a thread too long for one page goes on.
    let pagination: Pagination?
}

extension ThreadSection {
    init(_ reading: PostReading, wording: Wording) {
        let (thread, post, path) = (reading.thread, reading.opened.post, reading.path)
        let (view, part) = (thread.view, thread.part)
        let shown = Set(part.shown)
        var tree = Thread(
            comments: thread.comments.filter { shown.contains($0.number) }, post: post, author: reading.opened.author,
            wording: wording, order: view.order, toAnswer: part.toAnswer, centre: view.comment, isLong: thread.isLong,
            participation: reading.participation)
        for (branch, rest) in part.rests {
            let page = view.around(rest.below).path(on: path) + "#" + Thread.anchor(rest.below)
            tree.rests[branch] = Choice("Continue this thread (\(Wording.count(rest.count)) more)", path: page)
        }
        let isAlone = thread.comments.count < 2 && !thread.isLong
        self.init(
            orders: isAlone
                ? []
                : CommentOrder.allCases.map { order in
                    let other = ThreadView(order: order, comment: view.comment)
                    return Choice(order.label, path: other.path(on: path) + "#talk", isCurrent: order == view.order)
                },
            reason: view.order.reason(hasAnswer: post.answerNumber != nil),
            focus: view.comment.map { _ in Focus(reading, tree: tree) },
            comments: tree.items(), last: thread.isLong ? post.lastCommentNumber : nil,
            pagination: Pagination(thread: thread, path: path))
    }
}

extension ThreadSection.Focus {
    fileprivate init(_ reading: PostReading, tree: Thread) {
        let (view, part, path) = (reading.thread.view, reading.thread.part, reading.path)
        let written = Dictionary(
            reading.thread.comments.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        self.init(
            words: "One of \(Wording.counted(reading.opened.post.commentCount, "comment", "comments")), "
                + "with what it answers and the replies to it.",
            wholePath: ThreadView(order: view.order).path(on: path) + "#talk",
            above: part.beyond.map { number in
                Choice(
                    Wording.counted(part.above, "comment", "comments") + " further up",
                    path: view.around(number).path(on: path) + "#" + Thread.anchor(number))
            },
            line: part.line.enumerated().compactMap { place, number in
                guard let comment = written[number] else { return nil }
                let addressee = place == 0 ? part.beyond.flatMap { written[$0] } : nil
                let size = part.sizes[number] ?? 0
                let hasOthers = size > part.line.count - place + (view.comment.flatMap { part.sizes[$0] } ?? 0)
                return tree.item(
                    comment, to: addressee?.author.person.name,
                    more: hasOthers
                        ? Choice(
                            "Show all comments (\(Wording.count(size)))",
                            path: view.around(number).path(on: path) + "#" + Thread.anchor(number)) : nil)
            })
    }
}

extension Pagination {
    /// - Returns: `nil` when one page holds the whole thread.
    fileprivate init?(thread: ThreadReading, path: String) {
        let (view, next) = (thread.view, thread.part.next)
        guard view.after != nil || next != nil else { return nil }
        self.init(
            onward: view.comment == nil ? "More comments" : "More replies",
            back: view.comment == nil ? "First comments" : "First replies",
            newerPath: view.after == nil ? nil : view.fromStart.path(on: path) + "#talk",
            olderPath: next.map { view.goingOn(after: $0).path(on: path) + "#talk" },
            end: view.comment == nil ? "That’s every comment." : "That’s every reply.")
    }
}
