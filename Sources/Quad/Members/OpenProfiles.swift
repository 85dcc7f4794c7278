import Postgres

/// Whose profile a viewer may open is decided here, for profiles and for every name that leads to one.
extension SQL {
    /// Whether `viewer` may open the profile of `users u`. A hold or a deletion hides it from everyone but its owner.
    static func openProfile(for viewer: Viewer) -> SQL {
        guard let member = viewer.member else {
            return "u.visibility = 'public' AND NOT u.is_held AND u.state = 'active'"
        }
        if member.role.moderates { return "(NOT u.is_held AND u.state <> 'deleted' OR u.id = \(member.id))" }
        return """
            (NOT u.is_held AND u.state = 'active' AND (u.visibility = 'public'
                    OR u.visibility = 'university' AND u.university_id = \(member.universityID))
                OR u.id = \(member.id))
            """
    }

    /// `Author`'s columns of `users u`.
    static func authorColumns(for viewer: Viewer) -> SQL {
        "u.name, u.username, \(openProfile(for: viewer)), u.is_held OR u.state = 'deleted'"
    }
}
