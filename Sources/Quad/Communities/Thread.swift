import FoundationEssentials

/// Comments as a tree for reading: the answer first, then by score, replies below what they answer.
struct Thread {
    let comments: [Comment]
    let post: Post
    let author: Author
    let wording: Wording

    /// - Complexity: O(*n* log *n*) in the number of comments, with no recursion: a thread may be as deep
    ///   as it is long.
    func items() -> [CommentItem] {
        var positions: [Int: Int] = [:]
        positions.reserveCapacity(comments.count)
        var depths = [Int](repeating: 0, count: comments.count)
        // Whose replies a comment is listed under; -1 for the top. A parent's number is always lower.
        var holders = [Int](repeating: -1, count: comments.count)
        var addressees = [String?](repeating: nil, count: comments.count)
        for (position, comment) in comments.enumerated() {
            positions[comment.number] = position
            addressees[position] = comment.earlierName
            guard let parent = comment.parentNumber.flatMap({ positions[$0] }) else { continue }
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
        var built: [Int: CommentItem] = [:]
        // Replies stand after what they answer, so going backwards each finds its own replies built.
        for position in comments.indices.reversed() {
            let isLastLevel = depths[position] == CommentItem.depthLimit - 2
            let ordered = isLastLevel ? replies[position] : replies[position].sorted(by: standsBefore)
            built[position] = item(comments[position], to: addressees[position], replies: ordered.compactMap { built.removeValue(forKey: $0) })
        }
        return top.sorted(by: standsBefore).compactMap { built[$0] }
    }

    private func standsBefore(_ one: Int, _ other: Int) -> Bool {
        let (a, b) = (comments[one], comments[other])
        if (a.number == post.answerNumber) != (b.number == post.answerNumber) { return a.number == post.answerNumber }
        return (-a.score, a.number) < (-b.score, b.number)
    }

    private func item(_ comment: Comment, to addressee: String?, replies: [CommentItem]) -> CommentItem {
        let isAnswer = comment.number == post.answerNumber
        let isAsker = comment.author.username == author.username
        return CommentItem(
            anchor: Self.anchor(comment.number), author: comment.author.person,
            badges: isAsker ? [Badge(post.kind == .question ? "Asked this" : "Wrote this")] : [],
            posted: wording.inThread(comment.createdAt),
            remark: isAnswer ? "\(Wording.elapsed(post.publishedAt, comment.createdAt)) after the question" : nil,
            isEdited: comment.isEdited, to: addressee, body: comment.body, score: comment.score,
            state: state(of: comment), chosenBy: isAnswer ? post.answerChosenBy ?? "a member" : nil, replies: replies)
    }

    private func state(of comment: Comment) -> CommentItem.State {
        if comment.isRemoved {
            return .removed("A comment was removed\(comment.removalReason.map { ": \($0)" } ?? ".")")
        }
        return comment.score < -4 ? .collapsed : .shown
    }

    /// A comment's address within its page.
    static func anchor(_ number: Int) -> String { "c\(number)" }
}

extension Wording {
    /// How long it took from one moment to another: "41 minutes".
    static func elapsed(_ from: Date, _ to: Date) -> String {
        elapsed(Int(to.timeIntervalSince(from)))
    }
}
