import HTTPServer
import Postgres

/// Looking at posts before they are published.
enum ReviewHandlers {
    static func queue(_ context: Context, writer: Writer) throws -> Response {
        try show(context, writer, status: .ok)
    }

    static func approve(_ context: Context, writer: Writer) throws -> Response {
        try decide(context, writer, flash: .postApproved) { .approve($0, in: $1, by: writer.member) }
    }

    static func turnDown(_ context: Context, writer: Writer) throws -> Response {
        let typed = context.request.form["reason"] ?? ""
        var mistakes = FormMistakes()
        let reason = mistakes.check("reason") { () throws(CommunityFault) in
            try CommunityLine.needed(typed, "reason", limit: 300)
        }
        guard let reason else {
            let refusal = Refusal(post: try context.postID(), reason: typed, error: mistakes["reason"])
            return try show(context, writer, refusal, status: .unprocessableContent)
        }
        return try decide(context, writer, flash: .postTurnedDown) {
            .turnDown($0, in: $1, because: reason, by: writer.member)
        }
    }

    /// A reason that could not be taken, beside its post.
    struct Refusal: Sendable {
        let post: Post.ID
        let reason: String
        let error: String?
    }

    private static func decide(
        _ context: Context, _ writer: Writer, flash: FlashCode, _ decision: (Post.ID, String) -> Query<Int>
    ) throws -> Response {
        let (post, community) = (try context.postID(), try context.parameter("community"))
        let (_, _, changes, found, after) = try context.database.fetch(
            .lockCommunity(community), .lockPost(post), decision(post, community), .reviewedPost(post, in: community),
            .keptPlace(community, for: writer.member))
        let place = try context.kept(after)
        guard let found else { throw NotFound() }
        if place.isArchived, found.state == .inReview {
            throw WritingRefusal.closed(place: place.name, path: place.path)
        }
        if changes > 0 {
            context.changed(
                [
                    .post(found.number, in: community), .community(community), .member(found.author), .front,
                    .communities,
                ] + found.tags.map { PageTag.tag($0) })
        }
        return context.redirect(
            to: ReviewPaths.queue(community), flash: changes > 0 ? flash : .postReviewedBefore)
    }

    private static func show(
        _ context: Context, _ writer: Writer, _ refusal: Refusal? = nil, status: HTTPStatus
    ) throws -> Response {
        let community = try context.parameter("community")
        let after = try context.cursor { text in
            let number = Context.number(text)
            return number > 0 && String(number) == text ? number : nil
        }
        let (place, found) = try context.database.fetch(
            .keptPlace(community, for: writer.member),
            .waitingPosts(in: community, after: after ?? 0, for: writer.member))
        let page = ReviewPage(
            try context.kept(place), found, refusal, isFirst: after == nil, around: context.around,
            wording: context.wording)
        return context.page(page, status: status)
    }
}
