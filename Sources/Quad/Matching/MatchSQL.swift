import FoundationEssentials
import Postgres

/// Parts that pages of matches, their counts and proposals of groups have in common.
extension SQL {
    /// The Monday of this week, in UTC.
    static let thisWeek: SQL = "date_trunc('week', now() AT TIME ZONE 'UTC')::date"

    /// The hours that the person in `match_pool p` shares with the reader, in the reader's wall time.
    ///
    /// Nearly everyone lives by the reader's clock, which is asked first, and costs an `&`; each other clock is a branch.
    static func sharedHours(with reader: MatchReader) -> SQL {
        "(\(hoursThere(for: reader)) & \(reader.week))"
    }

    /// The free hours of the person in `match_pool p` in the reader's wall time.
    static func hoursThere(for reader: MatchReader) -> SQL {
        if reader.shifts.isEmpty { return "p.availability" }
        let cases = reader.shifts.map { shift -> SQL in
            "WHEN p.zone_id = ANY (\(shift.zones)) THEN \(SQL.shifted("p.availability", by: shift.shift))"
        }
        return """
            (CASE WHEN p.zone_id = ANY (\(reader.sameClock)) THEN p.availability \(joined(cases, separator: " "))
                ELSE p.availability END)
            """
    }

    /// Whether the reader may be shown the person in `match_pool p`: somebody else, whose profile and courses they may
    /// see, and not one of `avoided`.
    static func isShown(to reader: MatchReader) -> SQL {
        "\(isOpen(to: reader.id, at: reader.universityID)) AND p.user_id NOT IN (SELECT other_id FROM avoided)"
    }

    /// Whether the person in `match_pool p` is somebody else, whose profile and courses a member may see: as `isShown`
    /// and `shows(.courses, to:)` decide it together, and never by being a moderator.
    static func isOpen(to member: Member.ID, at university: University.ID) -> SQL {
        """
        p.user_id <> \(member)
            AND (p.visibility IN ('university', 'public') AND p.university_id = \(university)
                OR p.visibility <> 'university'
                    AND (p.visibility <> 'university_connections' OR p.university_id = \(university))
                    AND p.user_id IN (SELECT other_id FROM acquaintances WHERE user_id = \(member)))
        """
    }

    /// Whom the reader does not meet: blocked from either side, put off, or one of the two declined the other lately.
    static func avoided(by reader: Member.ID) -> SQL {
        """
        avoided AS MATERIALIZED (
            SELECT other_id FROM blocks WHERE user_id = \(reader)
            UNION ALL SELECT other_id FROM hidden_people WHERE user_id = \(reader) AND until > now()
            UNION ALL SELECT asked_id FROM connections
                WHERE asker_id = \(reader) AND state = 'declined' AND answered_at > now() - interval '30 days'
            UNION ALL SELECT asker_id FROM connections
                WHERE asked_id = \(reader) AND state = 'declined' AND answered_at > now() - interval '30 days'
        )
        """
    }

    /// Whether the reader may see all free hours of `users u`, not only the shared ones. `s` is their choice, `c` the
    /// live connection between the two. The rule is `showsWeek`'s, but never for being a moderator.
    static func showsWholeWeek(to reader: MatchReader) -> SQL {
        """
        CASE coalesce(s.visibility, 'connections')
            WHEN 'public' THEN true
            WHEN 'university' THEN u.university_id = \(reader.universityID) OR coalesce(c.state = 'accepted', false)
            WHEN 'connections' THEN coalesce(c.state = 'accepted', false)
            ELSE false END
        """
    }
}
