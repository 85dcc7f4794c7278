import Postgres

/// Whose profile a viewer may open is decided here, for profiles and for every name that leads to one.
///
/// Cost: this stands in every list. Blocks are read once a statement, whatever the number of rows, and acquaintances
/// are looked up by their key for a profile shown to connections alone.
extension SQL {
    /// Whether `viewer` may open the profile of `users u`. A hold or a deletion hides it from everyone but its owner, a
    /// block each of the two from the other. Site moderators see whom they may have to decide about.
    static func openProfile(for viewer: Viewer) -> SQL {
        guard let member = viewer.member else {
            return "u.visibility = 'public' AND NOT u.is_held AND u.state = 'active'"
        }
        if member.role.moderates { return "(NOT u.is_held AND u.state <> 'deleted' OR u.id = \(member.id))" }
        return "(\(isShown(to: member)) OR u.id = \(member.id))"
    }

    /// Whether the profile of `users u` is for a member as one of their university or their connections.
    static func isShown(to member: Member) -> SQL {
        """
        (NOT u.is_held AND u.state = 'active' AND (u.visibility = 'public'
                OR u.visibility = 'university' AND u.university_id = \(member.universityID)
                OR u.visibility = 'connections' AND \(isConnected(to: member.id)))
            AND \(isUnblocked(for: member.id)))
        """
    }

    /// Whether there is no block between a member and `users u`, from either side.
    ///
    /// - Parameter member: `nil` for a visitor, from whom nobody is hidden so.
    static func isUnblocked(for member: Member.ID?) -> SQL {
        "u.id <> ALL (ARRAY(SELECT b.other_id FROM blocks b WHERE b.user_id = \(member)))"
    }

    /// Whether a member and `users u` are connected.
    static func isConnected(to member: Member.ID) -> SQL {
        "EXISTS (SELECT FROM acquaintances q WHERE q.user_id = \(member) AND q.other_id = u.id)"
    }

    /// `Author`'s columns of `users u`.
    static func authorColumns(for viewer: Viewer) -> SQL {
        "u.name, u.username, \(openProfile(for: viewer)), \(face)"
    }

    /// `Author.Face` of `users u`.
    static let face: SQL = """
        CASE WHEN u.is_held OR u.state = 'deleted' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE u.photo_id END
        """
}
