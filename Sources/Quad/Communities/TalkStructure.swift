import HTML

/// The comments of a post's page in the vocabulary of schema.org: the best threads, each with its first replies.
struct TalkStructure {
    private static let mostThreads = 20
    private static let mostComments = 40
    private static let longestText = 500

    private let reading: PostReading
    private let structure: Structure
    /// What stands on its own, each with its replies, the best first.
    private let threads: [(number: Int, value: JSON)]

    init(_ reading: PostReading, _ structure: Structure) {
        (self.reading, self.structure) = (reading, structure)
        let chosen = Self.chosen(of: reading).filter { !$0.isUnindexed }
        let numbers = Set(chosen.map(\.number))
        var replies: [Int: [JSON]] = [:]
        var threads: [Int: JSON] = [:]
        // A reply's number is higher than that of what it answers: going down, each finds its own replies made.
        for comment in chosen.sorted(by: { $0.number > $1.number }) {
            let own = replies.removeValue(forKey: comment.number).map { JSON.list($0.reversed()) }
            let value = Self.value(of: comment, replies: own, reading, structure)
            if let parent = comment.parentNumber {
                if numbers.contains(parent) { replies[parent, default: []].append(value) }
            } else {
                threads[comment.number] = value
            }
        }
        self.threads = chosen.compactMap { comment in threads[comment.number].map { (comment.number, $0) } }
    }

    /// `nil` rather than nothing: an empty list says no more than none.
    var comments: [JSON]? { threads.isEmpty ? nil : threads.map(\.value) }

    var acceptedAnswer: JSON? { threads.first { $0.number == reading.opened.post.answerNumber }?.value }

    var suggestedAnswers: [JSON]? {
        let others = threads.filter { $0.number != reading.opened.post.answerNumber }
        return others.isEmpty ? nil : others.map(\.value)
    }

    /// The threads by their place on the page, then the replies to what is among them, in the order of writing.
    static func chosen(of reading: PostReading) -> [Comment] {
        let answer = reading.opened.post.answerNumber
        let shown = reading.comments.filter { !$0.isRemoved }
        let threads = shown.filter { $0.parentNumber == nil }.sorted {
            let (one, other) = ($0.number == answer ? .max : $0.score, $1.number == answer ? .max : $1.score)
            return one != other ? one > other : $0.number < $1.number
        }
        var chosen = Array(threads.prefix(mostThreads))
        var numbers = Set(chosen.map(\.number))
        for reply in shown.sorted(by: { $0.number < $1.number }) where chosen.count < mostComments {
            guard let parent = reply.parentNumber, numbers.contains(parent) else { continue }
            chosen.append(reply)
            numbers.insert(reply.number)
        }
        return chosen
    }

    private static func value(
        of comment: Comment, replies: JSON?, _ reading: PostReading, _ structure: Structure
    ) -> JSON {
        let isAnswer = reading.opened.post.kind == .question && comment.parentNumber == nil
        return [
            "@type": isAnswer ? "Answer" : "Comment",
            "url": structure.address(
                CommunityPaths.comment(
                    comment.number, on: reading.path, last: reading.opened.post.lastCommentNumber)),
            "text": .text(comment.body.plainText(limit: longestText)),
            "author": structure.person(comment.author.person), "datePublished": Structure.time(comment.createdAt),
            "upvoteCount": .number(max(comment.score, 0)), "comment": replies,
        ]
    }
}
