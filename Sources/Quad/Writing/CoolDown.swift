import FoundationEssentials
import HTTPServer
import Postgres

/// How long a member waits between two comments in a community.
struct CoolDown: Equatable, Sendable {
    /// 0: not at all.
    let minutes: Int
    /// When the last comment was written that counts; `nil` for who does not wait.
    let lastAt: Date?

    static let none = CoolDown(minutes: 0, lastAt: nil)

    /// When one may write again; `nil` for now.
    func end(at now: Date) -> Date? {
        guard let lastAt, minutes > 0 else { return nil }
        let end = lastAt.addingTimeInterval(Double(minutes) * 60)
        return end > now ? end : nil
    }

    /// "Here one writes at most every 5 minutes; you can write again at 14:31."; `nil` where nobody waits.
    func words(_ wording: Wording) -> String? {
        guard minutes > 0 else { return nil }
        let rule = "Here one writes at most " + (minutes == 1 ? "once a minute" : "every \(minutes) minutes")
        return end(at: wording.moment).map { "\(rule); you can write again at \(wording.clock($0))." } ?? "\(rule)."
    }
}

extension SQL {
    /// `CoolDown`'s columns of `communities c`, given a member's `memberships m`: those who moderate do not wait.
    ///
    /// - Complexity: one member's comments of the last hour at most.
    static func coolDownColumns(of member: Member) -> SQL {
        """
        CASE WHEN \(moderates(member)) THEN 0 ELSE c.comment_wait END,
        CASE WHEN c.comment_wait > 0 AND NOT coalesce(\(moderates(member)), false) THEN (
            SELECT max(k.created_at)
            FROM comments k JOIN posts o ON o.id = k.post_id
            WHERE k.author_id = \(member.id) AND k.created_at > now() - interval '60 minutes'
                AND o.community_id = c.id) END
        """
    }

    /// Whether a member may comment in `communities c` now, given their `memberships m`.
    static func hasCooledDown(_ member: Member) -> SQL {
        """
        (c.comment_wait = 0 OR \(moderates(member)) OR NOT EXISTS (
            SELECT FROM comments k JOIN posts o ON o.id = k.post_id
            WHERE k.author_id = \(member.id) AND o.community_id = c.id
                AND k.created_at > now() - make_interval(mins => c.comment_wait)))
        """
    }
}

extension Query where Output == Int {
    /// Makes one member's comments in a community with a wait take turns, wherever they are written.
    static func lockTurn(of member: Member, on post: Post.ID) -> Self {
        Query<Int>.execute(
            """
            SELECT m.user_id
            FROM posts p
            JOIN communities c ON c.id = p.community_id AND c.comment_wait > 0
            JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member.id)
            WHERE p.id = \(post)
            FOR NO KEY UPDATE OF m
            """
        ).idempotent
    }
}

extension Query where Output == CoolDown? {
    static func coolDown(of member: Member, on post: Post.ID) -> Self {
        .first(
            """
            SELECT \(SQL.coolDownColumns(of: member))
            FROM posts p JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
            WHERE p.id = \(post)
            LIMIT 1
            """
        ) { minutes, lastAt in CoolDown(minutes: minutes, lastAt: lastAt) }
    }
}
