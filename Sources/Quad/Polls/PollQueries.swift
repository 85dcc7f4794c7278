import FoundationEssentials
import Postgres

extension SQL {
    /// The poll of `posts p` as a viewer finds it: a column. Other kinds cost it nothing but the comparison.
    static func poll(for viewer: Viewer) -> SQL {
        "CASE WHEN p.kind = 'poll' THEN poll_of(p.id, \(viewer.id)) END"
    }

    /// When `polls q` of `posts p` closes; NULL: never.
    fileprivate static let closing: SQL = "p.published_at + q.days * interval '24 hours'"

    /// The choices of `polls q` in their order.
    fileprivate static let choiceTexts: SQL =
        "ARRAY(SELECT k.text FROM poll_choices k WHERE k.post_id = q.post_id ORDER BY k.number)"

    /// Whether `polls q` asks exactly this.
    static func asks(_ poll: PollText) -> SQL {
        """
        (q.is_multiple = \(poll.isMultiple) AND q.days IS NOT DISTINCT FROM \(poll.days)::smallint
            AND \(choiceTexts) = \(poll.choices))
        """
    }

    /// Two more parts of the statement that writes a post (`written`): its poll and the choices.
    static func writing(_ poll: PollText) -> SQL {
        """
        , poll AS (
            INSERT INTO polls (post_id, is_multiple, days)
            SELECT id, \(poll.isMultiple), \(poll.days)::smallint FROM written
        ), choices AS (
            INSERT INTO poll_choices (post_id, number, text)
            SELECT w.id, k.number, k.text
            FROM written w, unnest(\(poll.choices)) WITH ORDINALITY AS k (text, number)
        )
        """
    }
}

extension Query where Output == Poll? {
    static func poll(of post: Post.ID, for member: Member) -> Self {
        Query<Poll??>.first(
            """
            SELECT \(SQL.poll(for: .member(member)))
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE p.id = \(post) AND \(SQL.readablePost(by: .member(member)))
            LIMIT 1
            """
        ) { (poll: Poll?) in poll }.map { $0 ?? nil }
    }
}

// The lock stands first in a round trip, which is one transaction: whoever votes or changes the choices takes turns.
extension Query where Output == Int {
    static func lockPoll(_ post: Post.ID) -> Self {
        Query<Int>.execute("SELECT post_id FROM polls WHERE post_id = \(post) FOR NO KEY UPDATE").idempotent
    }

    /// Makes a member's choices what the form says, and moves the counters by the difference.
    ///
    /// - Returns: 1 when the vote stands, else 0: the member may not, it is closed, or the choices were changed.
    static func vote(_ choices: PollChoices, in post: Post.ID, by member: Member) -> Self {
        Query<Int>.value(
            """
            WITH open AS (
                SELECT q.post_id
                FROM polls q
                JOIN posts p ON p.id = q.post_id
                JOIN communities c ON c.id = p.community_id
                JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member.id) AND m.role <> 'banned'
                WHERE q.post_id = \(post) AND q.version = \(choices.version)::integer AND p.state = 'published'
                    AND c.state = 'active' AND \(SQL.readable(by: .member(member)))
                    AND coalesce(now() < \(SQL.closing), true)
                    AND (q.is_multiple OR cardinality(\(choices.numbers)) <= 1)
                    AND (SELECT count(*) FROM poll_choices k
                        WHERE k.post_id = q.post_id AND k.number = ANY (\(choices.numbers)))
                        = cardinality(\(choices.numbers))
            ), earlier AS (
                SELECT v.choice FROM poll_votes v JOIN open ON open.post_id = v.post_id WHERE v.user_id = \(member.id)
            ), taken AS (
                DELETE FROM poll_votes v
                USING open
                WHERE v.post_id = open.post_id AND v.user_id = \(member.id) AND v.choice <> ALL (\(choices.numbers))
                RETURNING v.choice
            ), given AS (
                INSERT INTO poll_votes (user_id, post_id, choice)
                SELECT \(member.id), open.post_id, n.choice
                FROM open, unnest(\(choices.numbers)) AS n (choice)
                WHERE n.choice NOT IN (SELECT choice FROM earlier)
                RETURNING choice
            ), counted AS (
                UPDATE poll_choices k
                SET vote_count = k.vote_count + d.difference
                FROM (SELECT choice, 1 AS difference FROM given UNION ALL SELECT choice, -1 FROM taken) d
                WHERE k.post_id = \(post) AND k.number = d.choice
            ), of_voters AS (
                UPDATE polls q
                SET voter_count = q.voter_count + least(cardinality(\(choices.numbers)), 1)
                    - (EXISTS (SELECT FROM earlier))::integer
                FROM open
                WHERE q.post_id = open.post_id
                    AND least(cardinality(\(choices.numbers)), 1) <> (EXISTS (SELECT FROM earlier))::integer
            )
            SELECT count(*) FROM open
            """
        ).idempotent
    }

    /// Changes what a poll asks while nobody has voted; votes that were made from the version before are refused.
    ///
    /// - Parameter revision: the post's version that the form was opened with.
    /// - Returns: 0 when nothing was changed.
    static func revisePoll(_ post: Post.ID, from revision: Int, to poll: PollText, by author: Member) -> Self {
        .value(
            """
            WITH changed AS (
                SELECT q.post_id
                FROM polls q
                JOIN posts p ON p.id = q.post_id
                JOIN communities c ON c.id = p.community_id \(SQL.membership(of: author))
                WHERE q.post_id = \(post) AND q.voter_count = 0 AND p.author_id = \(author.id)
                    AND p.revision = \(revision)::integer AND p.state IN ('in_review', 'published') AND NOT p.is_locked
                    AND c.state = 'active' AND m.role IS DISTINCT FROM 'banned'
                    AND \(SQL.readable(by: .member(author))) AND NOT \(SQL.asks(poll))
            ), asked AS (
                UPDATE polls q
                SET is_multiple = \(poll.isMultiple), days = \(poll.days)::smallint, version = q.version + 1
                FROM changed WHERE q.post_id = changed.post_id
            ), dropped AS (
                DELETE FROM poll_choices k USING changed
                WHERE k.post_id = changed.post_id AND k.number > cardinality(\(poll.choices))
            ), choices AS (
                INSERT INTO poll_choices (post_id, number, text)
                SELECT changed.post_id, k.number, k.text
                FROM changed, unnest(\(poll.choices)) WITH ORDINALITY AS k (text, number)
                ON CONFLICT (post_id, number) DO UPDATE SET text = excluded.text
            )
            SELECT count(*) FROM changed
            """)
    }
}
