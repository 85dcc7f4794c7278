import FoundationEssentials

/// Comments as a tree for reading: the answer first, then by score, replies below what they answer.
struct Thread {
    let comments: [Comment]
    let post: Post
    let author: Author
    let wording: Wording
    /// What the reader may do here; `nil` for visitors.
    var participation: Participation?

    /// - Complexity: O(*n* log *n*) in the number of comments, with no recursion: a thread may be as deep
    ///   as it is long.
    func items() -> [CommentItem] {
        var positions: [Int: Int] = [:]
        positions.reserveCapacity(comments.count)
        var depths = [Int](repeating: 0, count: comments.count)
        // Whose replies a comment is listed under; -1 for the top. A parent's number is always lower.
        var holders = [Int](repeating: -1, count: comments.count)
        var addressees = [String?](repeating: nil, count: comments.count)
        for position in comments.indices {
            positions[comments[position].number] = position
            addressees[position] = comments[position].earlierName
            guard let number = comments[position].parentNumber, let parent = positions[number] else { continue }
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
        let ranks = comments.indices.map { Rank(comments[$0], answer: post.answerNumber) }
        var built = [CommentItem?](repeating: nil, count: comments.count)
        // Replies stand after what they answer, so going backwards each finds its own replies built.
        for position in comments.indices.reversed() {
            // Where nesting has ended the talk runs on in the order of writing.
            if depths[position] != CommentItem.depthLimit - 2 { Self.sort(&replies[position], by: ranks) }
            built[position] = item(
                comments[position], to: addressees[position], replies: replies[position].compactMap { built[$0] })
        }
        Self.sort(&top, by: ranks)
        return top.compactMap { built[$0] }
    }

    /// What decides a comment's place among its neighbours: the lowest stands first.
    private struct Rank: Comparable {
        let order: Int
        let number: Int

        init(_ comment: Comment, answer: Int?) {
            order = comment.number == answer ? .min : -comment.score
            number = comment.number
        }

        static func < (one: Rank, other: Rank) -> Bool {
            one.order != other.order ? one.order < other.order : one.number < other.number
        }
    }

    private static func sort(_ positions: inout [Int], by ranks: [Rank]) {
        if positions.count > 1 { positions.sort { ranks[$0] < ranks[$1] } }
    }

    private func item(_ comment: Comment, to addressee: String?, replies: [CommentItem]) -> CommentItem {
        let isAnswer = comment.number == post.answerNumber
        let isAsker = comment.author.username == author.username
        return CommentItem(
            anchor: Self.anchor(comment.number), author: comment.author.person,
            badges: (isAsker ? [Badge(post.kind == .question ? "Asked this" : "Wrote this")] : [])
                + (participation?.isNew(comment) == true ? [Badge("New")] : []),
            posted: wording.inThread(comment.createdAt),
            remark: isAnswer ? "\(Wording.elapsed(post.publishedAt, comment.createdAt)) after the question" : nil,
            isEdited: comment.isEdited,
            historyPath: comment.isEdited ? comment.id.map { WritingPaths.history(of: $0) } : nil, to: addressee,
            body: comment.body, score: comment.score,
            state: state(of: comment), chosenBy: isAnswer ? post.answerChosenBy ?? "a member" : nil,
            acts: participation?.acts(on: comment), replies: replies)
    }

    private func state(of comment: Comment) -> CommentItem.State {
        if comment.isRemoved {
            return .removed("A comment was removed\(comment.removalReason.map { ": \($0)" } ?? ".")")
        }
        if participation?.isMuted(comment.author) == true { return .muted }
        // Whoever asked chose the answer: that many others did not like it is no reason to hide it.
        return comment.score < -4 && comment.number != post.answerNumber ? .collapsed : .shown
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
