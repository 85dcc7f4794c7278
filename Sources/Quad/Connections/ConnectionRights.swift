import Postgres

/// Who may meet whom is decided here.
///
/// | Who looks | may ask |
/// |---|---|
/// | anyone active | whose profile they may open as an ordinary member |
/// | a course mate | the same: matches show nobody else either, and who is open to connections alone asks themselves |
/// | a moderator | the same; seeing more is for deciding about people, not for meeting them |
/// | a silenced member | nobody, but may answer |
/// | who is blocked, or blocked | not each other: to both it is as if there were nobody |
extension SQL {
    /// Whether `users u` is somebody who can be named to `member` as a person they know: there, not on hold, and no block
    /// between the two.
    static func isPresent(to member: Member.ID) -> SQL {
        "u.state IN ('active', 'silenced') AND NOT u.is_held AND \(isUnblocked(for: member))"
    }

    /// Whether `member` may ask `users u` to connect.
    static func mayMeet(_ member: Member) -> SQL { "(u.id <> \(member.id) AND \(isShown(to: member)))" }

    /// `Acquaintance`'s columns of `users u`.
    static func acquaintanceColumns(for member: Member) -> SQL {
        "u.id, u.username, u.name, u.headline, \(openProfile(for: .member(member))), \(face)"
    }

    /// The other of the two of `connections k`.
    static func other(than member: Member.ID) -> SQL {
        "CASE WHEN k.asker_id = \(member) THEN k.asked_id ELSE k.asker_id END"
    }

    /// Whether `connections k` is the live one between a member and `users u`: `connections_live` answers it.
    static func isLive(with member: Member.ID) -> SQL {
        """
        least(k.asker_id, k.asked_id) = least(\(member), u.id)
            AND greatest(k.asker_id, k.asked_id) = greatest(\(member), u.id) AND k.state IN ('pending', 'accepted')
        """
    }

    /// Whether `users u` declined a request of `member` in the last thirty days.
    static func hasDeclined(_ member: Member.ID) -> SQL {
        """
        EXISTS (
            SELECT FROM connections d
            WHERE d.asker_id = \(member) AND d.asked_id = u.id AND d.state = 'declined'
                AND d.answered_at > now() - interval '30 days')
        """
    }

    /// Whether somebody who is asked in `connections k` had declined a request of the same asker before it.
    fileprivate static let isAgain: SQL = """
        EXISTS (
            SELECT FROM connections d
            WHERE d.asker_id = k.asker_id AND d.asked_id = k.asked_id AND d.state = 'declined'
                AND d.answered_at <= k.asked_at)
        """

    /// The moment from which a member may send one more request, as the day's requests have it; NULL: now.
    fileprivate static func fromToday(_ member: Member.ID) -> SQL {
        """
        (SELECT k.asked_at + interval '1 day'
            FROM connections k
            WHERE k.asker_id = \(member) AND k.asked_at > now() - interval '1 day'
            ORDER BY k.asked_at DESC OFFSET \(MemberConnection.mostADay - 1) LIMIT 1)
        """
    }

    /// The same of those to people who declined one before; NULL where `users u` did not.
    fileprivate static func fromAgain(_ member: Member.ID) -> SQL {
        """
        (SELECT k.asked_at + interval '1 day'
            FROM connections k
            WHERE k.asker_id = \(member) AND k.asked_at > now() - interval '1 day' AND \(isAgain)
                AND EXISTS (
                    SELECT FROM connections d
                    WHERE d.asker_id = \(member) AND d.asked_id = u.id AND d.state = 'declined')
            ORDER BY k.asked_at DESC OFFSET \(MemberConnection.mostAgainADay - 1) LIMIT 1)
        """
    }

    /// The end of the thirty days after `users u` declined; NULL where they did not.
    static func fromDecline(_ member: Member.ID) -> SQL {
        """
        (SELECT max(d.answered_at) + interval '30 days'
            FROM connections d
            WHERE d.asker_id = \(member) AND d.asked_id = u.id AND d.state = 'declined'
                AND d.answered_at > now() - interval '30 days')
        """
    }

    /// Whether nothing keeps `member` from asking `users u` now.
    static func mayAskNow(_ member: Member.ID) -> SQL {
        """
        \(fromToday(member)) IS NULL AND \(fromAgain(member)) IS NULL AND NOT \(hasDeclined(member))
        """
    }

    /// `AskingLimits`' columns.
    static func limitColumns(for member: Member.ID) -> SQL {
        "\(fromToday(member)), \(fromAgain(member)), \(fromDecline(member))"
    }
}
