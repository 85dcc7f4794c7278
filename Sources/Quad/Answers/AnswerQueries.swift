import Postgres

/// A comment as someone finds it who would choose it as the answer, or take that back.
struct AnswerTarget: Sendable {
    let community: String
    let number: Int
    let slug: String
    let tags: [String]
    /// The post's author.
    let asker: String
    let kind: Post.Kind
    let state: Post.State
    let removalReason: String?
    let isClosed: Bool
    let comment: Int
    let isPublished: Bool
    /// Whether this member may choose the answer here.
    let isChooser: Bool
    let isChosen: Bool
    /// The highest number a comment of the post was ever given.
    let lastComment: Int

    var path: String {
        CommunityPaths.comment(comment, on: CommunityPaths.post(number, slug, in: community), last: lastComment)
    }
}

extension SQL {
    /// Who asked chooses the answer, and who moderates; given `posts p`, `communities c` and membership `m`.
    fileprivate static func choosesAnswer(_ member: Member) -> SQL {
        "(p.author_id = \(member.id) AND m.role IS DISTINCT FROM 'banned' OR \(governs(member)))"
    }

    /// Whether the post's answer may change: a lock closes the conversation, not the question.
    fileprivate static let isAnswerOpen: SQL = "p.kind = 'question' AND p.state = 'published' AND c.state = 'active'"
}

extension Query where Output == AnswerTarget? {
    static func answerTarget(_ comment: Comment.ID, for member: Member) -> Self {
        .first(
            """
            SELECT c.slug, p.number, p.slug, p.tags, u.username, p.kind, p.state, p.removal_reason,
                c.state = 'archived', k.number, k.state = 'published', \(SQL.choosesAnswer(member)),
                coalesce(p.answer_number = k.number, false), p.last_comment_number
            FROM comments k
            JOIN posts p ON p.id = k.post_id
            JOIN users u ON u.id = p.author_id
            JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
            WHERE k.id = \(comment) AND k.state IN ('published', 'removed') AND \(SQL.readablePost(by: .member(member)))
            LIMIT 1
            """, as: AnswerTarget.init)
    }
}

// Behind `lockPost(of:)` in one round trip: of two who choose at once, the later one's choice stands.
extension Query where Output == Int {
    /// Makes a comment its question's answer in the place of any other.
    ///
    /// - Returns: 1 when that changed anything, else 0.
    static func chooseAnswer(_ comment: Comment.ID, by member: Member) -> Self {
        .execute(
            """
            WITH chosen AS (
                SELECT p.id, k.number, k.created_at
                FROM comments k
                JOIN posts p ON p.id = k.post_id
                JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
                WHERE k.id = \(comment) AND k.state = 'published' AND p.answer_number IS DISTINCT FROM k.number
                    AND \(SQL.isAnswerOpen) AND \(SQL.choosesAnswer(member)) AND \(SQL.readable(by: .member(member)))
            )
            UPDATE posts p
            SET answer_number = chosen.number, answered_at = chosen.created_at, answer_chosen_by = \(member.id)
            FROM chosen
            WHERE p.id = chosen.id
            """
        ).idempotent
    }

    /// Opens a question again that this comment answered.
    static func endAnswer(_ comment: Comment.ID, by member: Member) -> Self {
        .execute(
            """
            WITH chosen AS (
                SELECT p.id
                FROM comments k
                JOIN posts p ON p.id = k.post_id AND p.answer_number = k.number
                JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
                WHERE k.id = \(comment) AND \(SQL.isAnswerOpen) AND \(SQL.choosesAnswer(member))
                    AND \(SQL.readable(by: .member(member)))
            )
            UPDATE posts p
            SET answer_number = NULL, answered_at = NULL, answer_chosen_by = NULL
            FROM chosen
            WHERE p.id = chosen.id
            """
        ).idempotent
    }
}
