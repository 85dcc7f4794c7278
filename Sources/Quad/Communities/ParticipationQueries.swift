import FoundationEssentials
import Postgres

/// What a post's page is to one member: their part in its community, and their votes on what the page shows.
struct PostPart: Sendable {
    let visibility: Community.Visibility
    /// `nil`: the community is of all universities.
    let universityName: String?
    let isClosed: Bool
    let role: CommunityRole?
    let commentWait: Int
    let lastCommentAt: Date?
    let vote: Vote?
    /// Numbers of comments; those of a thread with several pages are read once it is known what the page shows.
    var upvoted: [Int]
    var downvoted: [Int]

    var coolDown: CoolDown { CoolDown(minutes: commentWait, lastAt: lastCommentAt) }

    func vote(on comment: Int) -> Vote? {
        if upvoted.contains(comment) { return .up }
        return downvoted.contains(comment) ? .down : nil
    }
}

/// A member's votes on some comments, as their numbers.
struct CommentVotes: Sendable {
    let up: [Int]
    let down: [Int]
}

extension Query where Output == PostPart? {
    static func part(of member: Member, in post: Int, of community: String) -> Self {
        .first(
            """
            SELECT c.visibility, n.name, c.state = 'archived', m.role, \(SQL.coolDownColumns(of: member)),
                (SELECT v.value FROM post_votes v WHERE v.user_id = \(member.id) AND v.post_id = p.id),
                \(SQL.voted(.up, by: member.id)), \(SQL.voted(.down, by: member.id))
            FROM posts p
            JOIN communities c ON c.id = p.community_id
            LEFT JOIN universities n ON n.id = c.university_id
            \(SQL.membership(of: member))
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND p.number = \(post)::integer
            LIMIT 1
            """, as: PostPart.init)
    }
}

extension Query where Output == CommentVotes {
    /// How a member voted on comments of a post.
    static func votes(of member: Member.ID, on comments: [Int], of post: Post.ID) -> Self {
        let voted = { (vote: Vote) -> SQL in
            """
            ARRAY(
                SELECT v.comment_number
                FROM comment_votes v
                WHERE v.user_id = \(member) AND v.post_id = \(post) AND v.value = \(vote)
                    AND v.comment_number = ANY (\(comments)::integer[])
                LIMIT 210)
            """
        }
        return .one("SELECT \(voted(.up)), \(voted(.down))", as: CommentVotes.init)
    }
}

extension SQL {
    /// The numbers of the comments of `posts p` that a member voted on in one way: a column; empty where a page does
    /// not show them all.
    fileprivate static func voted(_ vote: Vote, by member: Member.ID) -> SQL {
        """
        ARRAY(
            SELECT v.comment_number
            FROM comment_votes v
            WHERE v.user_id = \(member) AND v.post_id = p.id AND v.value = \(vote) AND \(fitsOnOnePage)
            LIMIT 200)
        """
    }
}
