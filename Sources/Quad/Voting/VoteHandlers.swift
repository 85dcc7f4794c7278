import HTTPServer
import Postgres

enum VoteHandlers {
    static func onPost(_ context: Context, writer: Writer) throws -> Response {
        let (post, ballot) = (try context.parameter("post", as: Post.ID.self), try context.ballot(of: writer))
        let target = try context.open(context.database.fetch(.voteTarget(post: post, by: writer)))
        let counted = try context.application.votes.cast(ballot, by: writer.id, on: post.rawValue) { ballots in
            try context.together { try $0.fetch(.holdScore(of: post), .cast(ballots, on: post)).1 }
        }
        return try context.answer(ballot, of: writer, on: target, counted)
    }

    static func onComment(_ context: Context, writer: Writer) throws -> Response {
        let (comment, ballot) = (try context.parameter("comment", as: Comment.ID.self), try context.ballot(of: writer))
        let target = try context.open(context.database.fetch(.voteTarget(comment: comment, by: writer)))
        let counted = try context.application.votes.cast(ballot, by: writer.id, on: comment.rawValue) { ballots in
            try context.together { try $0.fetch(.holdScore(of: comment), .cast(ballots, on: comment)).1 }
        }
        return try context.answer(ballot, of: writer, on: target, counted)
    }
}

extension Context {
    /// - Throws: `TooMany` when the writer has voted often, `VoteError.unreadable`.
    fileprivate func ballot(of writer: Writer) throws -> Ballot {
        guard let ballot = Ballot(request.form["value"]) else { throw VoteError.unreadable }
        try application.limits.check(application.limits.votes(writer), redis: redis)
        return ballot
    }

    /// - Throws: why the vote is not counted.
    fileprivate func open(_ target: VoteTarget?) throws -> VoteTarget {
        guard let target else { throw NotFound() }
        if let refusal = target.refusal { throw refusal }
        return target
    }

    /// Counts votes of several people, whose sessions and rights each of them has asked about.
    fileprivate func together(_ count: (Connection) throws -> CountedVotes?) throws -> CountedVotes {
        let own = database.prologue
        database.prologue = nil
        defer { database.prologue = own }
        guard let counted = try count(database) else { throw NotFound() }
        return counted
    }

    /// Answers a vote: its place on the page, or the figures for a script.
    fileprivate func answer(
        _ ballot: Ballot, of writer: Writer, on target: VoteTarget, _ counted: CountedVotes
    ) throws -> Response {
        // Archived, removed or sent out since this request began.
        guard counted.accepted.contains(writer.id) else { throw VoteError.isClosed }
        if counted.changed.contains(writer.id) {
            changed(.post(target.number, in: target.community), .community(target.community))
        }
        if request.headers["Accept"]?.contains("application/json") == true {
            return .text(
                #"{"score":\#(counted.score),"vote":\#(ballot.vote?.rawValue ?? 0)}"#, contentType: "application/json")
        }
        return redirect(to: ReturnPath(request.form["to"])?.text ?? target.path)
    }
}
