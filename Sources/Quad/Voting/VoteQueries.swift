import Postgres

/// A post or comment that somebody votes on.
struct VoteTarget: Sendable {
    /// Neither archived nor removed, in a community that is not archived.
    let isOpen: Bool
    let isOwn: Bool
    let isBanned: Bool
    let community: String
    let number: Int
    let slug: String
    /// `nil` for the post itself.
    let comment: Int?
    /// The highest number a comment of the post was ever given.
    let lastComment: Int

    /// Why the vote is not counted.
    var refusal: VoteError? {
        if isBanned { return .isBanned }
        if isOwn { return .isOwn }
        return isOpen ? nil : .isClosed
    }

    /// Where the page shows it.
    var path: String {
        let post = CommunityPaths.post(number, slug, in: community)
        return comment.map { CommunityPaths.comment($0, on: post, last: lastComment) } ?? post
    }
}

extension Query where Output == VoteTarget? {
    /// A post that `writer` may read, to vote on it; no row when there is none.
    static func voteTarget(post: Post.ID, by writer: Writer) -> Self {
        first(
            """
            SELECT p.state = 'published' AND c.state = 'active', p.author_id = \(writer.id), \(SQL.isBanned(writer.id)),
                c.slug, p.number, p.slug, NULL::integer, p.last_comment_number
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE p.id = \(post) AND p.state IN ('published', 'archived', 'removed')
                AND \(SQL.readable(by: .member(writer.member)))
            LIMIT 1
            """, as: VoteTarget.init)
    }

    /// The same for a comment.
    static func voteTarget(comment: Comment.ID, by writer: Writer) -> Self {
        first(
            """
            SELECT m.state = 'published' AND p.state = 'published' AND c.state = 'active', m.author_id = \(writer.id),
                \(SQL.isBanned(writer.id)), c.slug, p.number, p.slug, m.number, p.last_comment_number
            FROM comments m
            JOIN posts p ON p.id = m.post_id
            JOIN communities c ON c.id = p.community_id
            WHERE m.id = \(comment) AND m.state IN ('published', 'removed')
                AND p.state IN ('published', 'archived', 'removed') AND \(SQL.readable(by: .member(writer.member)))
            LIMIT 1
            """, as: VoteTarget.init)
    }
}
