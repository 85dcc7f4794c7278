import FoundationEssentials

/// Comments as a tree for reading, replies below what they answer.
struct Thread {
    /// In the order of writing.
    let comments: [Comment]
    let post: Post
    let author: Author
    let wording: Wording
    var order = CommentOrder.best
    /// What a branch of the first row leaves to another page, by its first comment.
    var rests: [Int: Choice] = [:]
    /// The accepted answer and what it answers, as far as that is known beyond these comments.
    var toAnswer: Set<Int> = []
    /// The comment a page is about, which is never folded away.
    var centre: Int?
    /// Whether it takes several pages: then a comment is found for good on the page about it.
    var isLong = false
    /// What the reader may do here; `nil` for visitors.
    var participation: Participation?

    /// - Complexity: O(*n* log *n*) in the number of comments, with no recursion: a thread may be as deep
    ///   as it is long.
    func items() -> [CommentItem] {
        var positions: [Int: Int] = [:]
        positions.reserveCapacity(comments.count)
        var depths = [Int](repeating: 0, count: comments.count)
        // What each answers, and whose replies it is listed under; -1 for the top. A parent's number is always lower.
        var parents = [Int](repeating: -1, count: comments.count)
        var holders = [Int](repeating: -1, count: comments.count)
        var addressees = [String?](repeating: nil, count: comments.count)
        for position in comments.indices {
            positions[comments[position].number] = position
            guard let number = comments[position].parentNumber, let parent = positions[number] else { continue }
            parents[position] = parent
            if depths[parent] < CommentItem.depthLimit - 1 {
                depths[position] = depths[parent] + 1
                holders[position] = parent
            } else {
                depths[position] = depths[parent]
                holders[position] = holders[parent]
                addressees[position] = comments[parent].author.person.name
            }
        }

        var replies = [[Int]](repeating: [], count: comments.count)
        var top: [Int] = []
        for position in comments.indices {
            if holders[position] < 0 { top.append(position) } else { replies[holders[position]].append(position) }
        }
        let places = places(parents: parents, answer: post.answerNumber.flatMap { positions[$0] })
        var built = [CommentItem?](repeating: nil, count: comments.count)
        // Replies stand after what they answer, so going backwards each finds its own replies built.
        for position in comments.indices.reversed() {
            // Where nesting has ended the talk runs on in the order of writing.
            if depths[position] != CommentItem.depthLimit - 2 { Self.sort(&replies[position], by: places) }
            built[position] = item(
                comments[position], to: addressees[position], replies: replies[position].compactMap { built[$0] },
                more: rests[comments[position].number])
        }
        Self.sort(&top, by: places)
        return top.compactMap { built[$0] }
    }

    /// What decides each comment's place among its neighbours; what stands above the answer goes where the answer goes.
    private func places(parents: [Int], answer: Int?) -> [Int] {
        var holdsAnswer = [Bool](repeating: false, count: comments.count)
        var next = answer ?? -1
        while next >= 0 {
            holdsAnswer[next] = true
            next = parents[next]
        }
        return comments.indices.map { position in
            order.place(
                number: comments[position].number, score: comments[position].score,
                holdsAnswer: holdsAnswer[position] || toAnswer.contains(comments[position].number))
        }
    }

    private static func sort(_ positions: inout [Int], by places: [Int]) {
        if positions.count > 1 { positions.sort { places[$0] < places[$1] } }
    }

    /// One comment without its replies.
    ///
    /// - Parameter more: a link below it.
    func item(_ comment: Comment, to addressee: String?, more: Choice?) -> CommentItem {
        item(comment, to: addressee, replies: [], more: more)
    }

    private func item(
        _ comment: Comment, to addressee: String?, replies: [CommentItem], more: Choice?
    ) -> CommentItem {
        let isAnswer = comment.number == post.answerNumber
        let isAsker = comment.author.username == author.username
        let anchor = Self.anchor(comment.number)
        let link = isLong ? "?comment=\(comment.number)#\(anchor)" : "#" + anchor
        return CommentItem(
            anchor: anchor, link: link, author: comment.author.person,
            badges: (isAsker ? [Badge(post.kind == .question ? "Asked this" : "Wrote this")] : [])
                + (participation?.isNew(comment) == true ? [Badge("New")] : []),
            posted: wording.inThread(comment.createdAt),
            remark: isAnswer ? "\(Wording.elapsed(post.publishedAt, comment.createdAt)) after the question" : nil,
            isEdited: comment.isEdited,
            historyPath: comment.isEdited ? comment.id.map { WritingPaths.history(of: $0) } : nil, to: addressee,
            body: comment.body, score: comment.score,
            state: state(of: comment), chosenBy: isAnswer ? post.answerChosenBy ?? "a member" : nil,
            acts: participation?.acts(on: comment, link: link), replies: replies, more: more)
    }

    private func state(of comment: Comment) -> CommentItem.State {
        if comment.isRemoved {
            return .removed("A comment was removed\(comment.removalReason.map { ": \($0)" } ?? ".")")
        }
        if participation?.hasBlocked(comment.author) == true { return .blocked }
        if participation?.isMuted(comment.author) == true { return .muted }
        // Whoever asked chose the answer: that many others did not like it is no reason to hide it.
        return comment.score < -4 && comment.number != post.answerNumber && comment.number != centre
            ? .collapsed : .shown
    }

    /// A comment's address within its page.
    static func anchor(_ number: Int) -> String { "c" + String(number) }
}

extension Wording {
    /// How long it took from one moment to another: "41 minutes".
    static func elapsed(_ from: Date, _ to: Date) -> String {
        elapsed(Int(to.timeIntervalSince(from)))
    }
}
