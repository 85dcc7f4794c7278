internal import Postgres

/// The database before a demonstration is written.
enum DemonstrationGround {
    /// - Throws: `DemonstrationError` unless the database is migrated and empty.
    static func check(_ connection: Connection) throws {
        let (hasPeople, isSettled) = try connection.fetch(.holdsPeople, .isSettled)
        let isShelved = try connection.fetch(.isShelved)
        if isSettled { throw DemonstrationError.alreadyInhabited }
        if hasPeople || isShelved { throw DemonstrationError.cutShort }
    }

    /// Whether a fill came to its end here.
    static func isComplete(_ connection: Connection) throws -> Bool {
        try connection.fetch(.holdsDemonstration)
    }

    static func clear(_ connection: Connection) throws {
        if try connection.fetch(.holdsRealCampus) { throw DemonstrationError.notADemonstration }
        // All are named: while references are on the shelf, CASCADE would not find them.
        try connection.script(
            """
            SET statement_timeout = 0;
            TRUNCATE universities, university_domains, site, courses, users, communities, memberships, spaces, posts,
                post_tags, tags, bookmarks, follows, mutes, post_search, comment_search, search_vocabulary, comments,
                post_votes, comment_votes, post_revisions, comment_revisions, sign_ups, email_tokens, devices, sessions,
                security_events, set_up_codes, jobs, demonstration_mails, polls, poll_choices, poll_votes, drafts,
                community_addresses, join_asks, invitations, invitation_links, ownership_offers, blocks, connections,
                acquaintances, profile_sections, profile_details, profile_links, skills, user_skills, user_interests,
                endorsements, verifications, course_suggestions, enrolments, study_habits, match_pool, match_zones,
                match_changes, match_exposures, match_showings, match_watches, hidden_people, study_groups,
                study_group_members, suggestions, dismissed_suggestions, activity, own_figures, stored_files,
                suggestion_looks CASCADE
            """)
        try Shelf.putBack(connection) { _, _ in }
        try connection.script("RESET statement_timeout")
    }
}

extension Query where Output == Bool {
    fileprivate static var holdsPeople: Self { .value("SELECT EXISTS (SELECT FROM users)") }

    /// The `site` row is the last thing a fill writes, and the first a real campus has.
    fileprivate static var isSettled: Self { .value("SELECT EXISTS (SELECT FROM site)") }

    fileprivate static var holdsDemonstration: Self {
        .value("SELECT EXISTS (SELECT FROM site WHERE is_demonstration)")
    }

    fileprivate static var holdsRealCampus: Self {
        .value("SELECT EXISTS (SELECT FROM site WHERE NOT is_demonstration)")
    }

    static var isShelved: Self { .value("SELECT to_regclass('demonstration_shelf') IS NOT NULL") }
}
