import Postgres

/// A post's comments as far as a page shows them.
///
/// A thread of at most `ThreadPart.pageSize` comments came with the post, in the page's one round trip, and any order
/// of it is made in memory. A longer one takes two more: its outline (`ThreadOutline`, one row), from which the page's
/// part is chosen in memory (`ThreadPart`), then the words of that part alone. No statement is recursive, and none
/// depends on how deep the thread is.
///
/// What that costs at 5,000 comments: 4 ms for the outline and 1.5 ms for 200 comments in Postgres, and about 1 ms to
/// choose; the same for every order, for the last page as for the first, and for a link to any comment.
struct ThreadReading: Sendable {
    let view: ThreadView
    let part: ThreadPart
    /// In the order of writing; those of the line above the page's comment too.
    let comments: [Comment]
    /// Whether it takes several pages.
    let isLong: Bool
    /// The reader's votes on these comments, where the post's own round trip did not read them.
    let votes: CommentVotes?
}

extension ThreadReading {
    /// - Throws: `NotFound` where the view names nothing.
    static func read(
        _ view: ThreadView, of found: FoundPost, in community: String, for viewer: Viewer, on database: Connection
    ) throws -> ThreadReading {
        let post = found.opened.post
        guard post.lastCommentNumber > ThreadPart.pageSize else {
            let numbers = found.comments.map(\.number)
            guard view.after == nil, view.comment.map({ numbers.contains($0) }) ?? true else { throw NotFound() }
            return ThreadReading(
                view: view, part: ThreadPart(shown: numbers), comments: found.comments, isLong: false, votes: nil)
        }
        let outline = try database.fetch(.outline(of: post.number, in: community, for: viewer))
        guard let part = ThreadPart(view, of: outline, answer: post.answerNumber) else { throw NotFound() }
        let words = Query<[Comment]>.comments(part.numbers, of: post.number, in: community, for: viewer)
        guard let member = viewer.member else {
            let comments = try database.fetch(words)
            return ThreadReading(view: view, part: part, comments: comments, isLong: true, votes: nil)
        }
        let (comments, votes) = try database.fetch(words, .votes(of: member.id, on: part.numbers, of: post.id))
        return ThreadReading(view: view, part: part, comments: comments, isLong: true, votes: votes)
    }

    /// Whether the page asked for is about a comment that has its place on the conversation's only page.
    var isElsewhere: Bool { !isLong && view.comment != nil }

    func placeOnWholePage(of post: String) -> String {
        ThreadView(order: view.order).path(on: post) + (view.comment.map { "#" + Thread.anchor($0) } ?? "")
    }

    /// The reader's part with their votes on what is shown.
    func part(of found: FoundPost) -> PostPart? {
        guard var part = found.part else { return nil }
        if let votes { (part.upvoted, part.downvoted) = (votes.up, votes.down) }
        return part
    }
}
