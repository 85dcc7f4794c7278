/// How a post's comments are ordered, and the replies to each of them.
///
/// Only the score is stored, not how many voted up and how many down, so the best order is one by score: it can be
/// said in a sentence, and every reader can check it.
enum CommentOrder: String, Sendable, CaseIterable {
    /// The accepted answer, then the higher score, then the older comment.
    case best
    case new
    case old

    var label: String {
        switch self {
        case .best: "Best"
        case .new: "Newest"
        case .old: "Oldest"
        }
    }

    /// Why comments stand where they do.
    func reason(hasAnswer: Bool) -> String {
        switch self {
        case .best where hasAnswer: "The answer first, then the highest score; of equal scores the older comment."
        case .best: "The highest score first; of equal scores the older comment."
        case .new: "What was written last comes first."
        case .old: "In the order they were written."
        }
    }

    /// What decides a comment's place among its neighbours: the lowest stands first, and no two are equal.
    ///
    /// - Parameter holdsAnswer: whether it is the accepted answer, or stands above it.
    func place(number: Int, score: Int, holdsAnswer: Bool) -> Int {
        switch self {
        case .best:
            (Self.highest + 1 - min(max(holdsAnswer ? Self.highest : score, Self.lowest), Self.highest)) << 32 | number
        case .new: -number
        case .old: number
        }
    }

    /// Scores beyond these are all the same; a place must fit into 64 bits.
    private static let highest = 1 << 29
    private static let lowest = -(1 << 29)

    /// The score that stands for the accepted answer's in a cursor.
    static var scoreOfAnswer: Int { highest }
}
