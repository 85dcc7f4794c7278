import HTML

/// The comments of a post's page in the vocabulary of schema.org: the best threads, each with its first replies.
struct TalkStructure {
    private static let mostThreads = 20
    private static let mostComments = 40
    private static let longestText = 500

    private let reading: PostReading
    private let structure: Structure
    private let path: String
    /// What stands on its own, the best first: places in `reading.comments`, as below.
    private let threads: [Int]
    /// The replies to a comment by its number, in the order of writing.
    private let replies: [Int: [Int]]

    init(_ reading: PostReading, _ structure: Structure) {
        (self.reading, self.structure, path) = (reading, structure, reading.path)
        let comments = reading.comments
        let shown = comments.indices.filter { !comments[$0].isRemoved }
        let threads = Self.best(shown.filter { comments[$0].parentNumber == nil }, of: reading)
        var numbers = Set(threads.map { comments[$0].number })
        var replies: [Int: [Int]] = [:]
        let written = shown.filter { comments[$0].parentNumber != nil }
            .sorted { comments[$0].number < comments[$1].number }
        for place in written where numbers.count < Self.mostComments {
            guard let parent = comments[place].parentNumber, numbers.contains(parent) else { continue }
            numbers.insert(comments[place].number)
            if !comments[place].isUnindexed { replies[parent, default: []].append(place) }
        }
        self.threads = threads.filter { !comments[$0].isUnindexed }
        self.replies = replies
    }

    /// As on the page: the accepted answer, then by score.
    private static func best(_ threads: [Int], of reading: PostReading) -> [Int] {
        let answer = reading.opened.post.answerNumber
        let ranked = threads.map { place in
            let comment = reading.comments[place]
            return (place, number: comment.number, rank: comment.number == answer ? .max : comment.score)
        }
        return ranked.sorted { $0.rank != $1.rank ? $0.rank > $1.rank : $0.number < $1.number }
            .prefix(mostThreads).map(\.0)
    }

    var comments: JSON? { list(threads) }

    var acceptedAnswer: JSON? {
        threads.first(where: isAccepted).map { answer in
            .written(capacity: 2_048) { $0.object { write(answer, to: &$0) } }
        }
    }

    var suggestedAnswers: JSON? { list(threads.filter { !isAccepted($0) }) }

    private func isAccepted(_ place: Int) -> Bool {
        reading.comments[place].number == reading.opened.post.answerNumber
    }

    /// `nil` rather than nothing: an empty list says no more than none.
    private func list(_ threads: [Int]) -> JSON? {
        guard !threads.isEmpty else { return nil }
        return .written(capacity: 16_384) { $0.objects(threads) { write($1, to: &$0) } }
    }

    /// The members of a comment, its replies among them.
    private func write(_ place: Int, to json: inout JSONWriter) {
        let comment = reading.comments[place]
        let isAnswer = reading.opened.post.kind == .question && comment.parentNumber == nil
        let path = CommunityPaths.comment(comment.number, on: path, last: reading.opened.post.lastCommentNumber)
        json.member("@type", isAnswer ? "Answer" : "Comment")
        json.member("url", structure.origin, path)
        json.member("text", plainTextOf: comment.body, limit: Self.longestText)
        json.member("author") { structure.write(comment.author, to: &$0) }
        json.member("datePublished", comment.createdAt.iso8601)
        json.member("upvoteCount", max(comment.score, 0))
        if let own = replies[comment.number] {
            json.member("comment", objects: own) { write($1, to: &$0) }
        }
    }
}
