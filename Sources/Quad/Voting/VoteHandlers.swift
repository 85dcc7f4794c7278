import HTTPServer
import Postgres

enum VoteHandlers {
    static func onPost(_ context: Context, writer: Writer) throws -> Response {
        let (post, ballot) = (try context.identity("post", of: Post.self), try context.ballot(of: writer))
        let (target, changes, score) = try context.database.fetch(
            .voteTarget(post: post, by: writer), .cast(ballot, on: post, by: writer), .score(of: post))
        return try context.counted(ballot, target: target, changes: changes, score: score)
    }

    static func onComment(_ context: Context, writer: Writer) throws -> Response {
        let (comment, ballot) = (try context.identity("comment", of: Comment.self), try context.ballot(of: writer))
        let (target, changes, score) = try context.database.fetch(
            .voteTarget(comment: comment, by: writer), .cast(ballot, on: comment, by: writer), .score(of: comment))
        return try context.counted(ballot, target: target, changes: changes, score: score)
    }
}

extension Context {
    fileprivate func identity<Subject>(_ name: String, of _: Subject.Type) throws -> ID<Subject> {
        guard let id = ID<Subject>(text: try parameter(name)) else { throw NotFound() }
        return id
    }

    /// - Throws: `TooMany` when the writer has voted often, `VoteError.unreadable`.
    fileprivate func ballot(of writer: Writer) throws -> Ballot {
        guard let ballot = Ballot(request.form["value"]) else { throw VoteError.unreadable }
        try application.limits.check(application.limits.votes(writer), redis: redis)
        return ballot
    }

    /// Answers a vote: its place on the page, or the figures for a script.
    fileprivate func counted(_ ballot: Ballot, target: VoteTarget?, changes: Int, score: Int?) throws -> Response {
        guard let target, let score else { throw NotFound() }
        if let refusal = target.refusal { throw refusal }
        if changes > 0 { changed(.post(target.number, in: target.community), .community(target.community)) }
        if request.headers["Accept"]?.contains("application/json") == true {
            return .text(
                #"{"score":\#(score),"vote":\#(ballot.vote?.rawValue ?? 0)}"#, contentType: "application/json")
        }
        return redirect(to: ReturnPath(request.form["to"])?.text ?? target.path)
    }
}
