import Postgres

/// What a member has in common with somebody else, as far as each shows it to the other.
struct InCommon: Equatable, Sendable {
    var mutualCount = 0
    /// Names of up to two of those.
    var mutual: [String] = []
    /// Codes of courses in which both are shown.
    var courses: [String] = []
    /// What both study, or the department of both.
    var subject: String?
    var skills: [String] = []
    var communities: [String] = []

    var isEmpty: Bool { self == InCommon() }

    /// A sentence each, what says most first: "You both know Bo Li and Anneke de Wit."
    var sentences: [String] {
        var all: [String] = []
        if mutualCount > 0 {
            let others = mutualCount - mutual.count
            let names = mutual + (others > 0 ? [Wording.counted(others, "other", "others")] : [])
            all.append("You both know \(Self.listed(names)).")
        }
        if !courses.isEmpty { all.append("You’re both in \(Self.listed(courses)).") }
        if let subject { all.append("You’re both in \(subject).") }
        if !skills.isEmpty { all.append("You both know about \(Self.listed(skills)).") }
        if !communities.isEmpty { all.append("You’re both members of \(Self.listed(communities)).") }
        return all
    }

    /// All of them, or that there is nothing.
    var words: String { isEmpty ? "No course, community or person in common." : sentences.joined(separator: " ") }

    /// "Bo Li", "Bo Li and Ada Park", "CS 161, MATH 221 and PHIL 105".
    private static func listed(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension SQL {
    /// `InCommon`'s columns of a member and `users u`. Nothing here says more than the two know already: courses only
    /// where both are shown, communities only those both are in, skills and subjects only where their section is open.
    ///
    /// Cost: some look-ups by key in what the member has, for each row; for a page of people, not for a list of all.
    static func inCommonColumns(with member: Member) -> SQL {
        """
        (SELECT count(*) \(mutualPeople(with: member.id))),
        ARRAY(SELECT x.name \(mutualPeople(with: member.id)) ORDER BY a.since, x.id LIMIT 2),
        CASE WHEN \(showsSection("'courses'", to: member)) THEN ARRAY(
            SELECT DISTINCT c.code
            FROM enrolments h
            JOIN enrolments t ON t.course_id = h.course_id AND t.user_id = u.id AND t.state = 'active' AND t.is_shown
            JOIN courses c ON c.id = h.course_id AND c.state = 'active'
            WHERE h.user_id = \(member.id) AND h.state = 'active' AND h.is_shown
            ORDER BY c.code
            LIMIT 3) ELSE '{}' END,
        CASE WHEN \(showsSection("'details'", to: member)) THEN (
            SELECT coalesce(t.fields ->> 'major', t.fields ->> 'department')
            FROM profile_details h
            JOIN profile_details t ON t.user_id = u.id AND t.profile_type = h.profile_type
                AND subject(t.fields) = subject(h.fields)
            WHERE h.user_id = \(member.id)
            ORDER BY h.profile_type
            LIMIT 1) END,
        CASE WHEN \(showsSection("'skills'", to: member)) THEN ARRAY(
            SELECT s.name
            FROM user_skills h JOIN user_skills t ON t.skill = h.skill AND t.user_id = u.id JOIN skills s ON s.slug = h.skill
            WHERE h.user_id = \(member.id)
            ORDER BY least(h.level, t.level) DESC, s.slug
            LIMIT 3) ELSE '{}' END,
        ARRAY(
            SELECT c.name
            FROM memberships h
            JOIN memberships t ON t.community_id = h.community_id AND t.user_id = u.id AND t.role <> 'banned'
            JOIN communities c ON c.id = h.community_id AND c.state = 'active'
            WHERE h.user_id = \(member.id) AND h.role <> 'banned'
            ORDER BY c.member_count, c.slug
            LIMIT 2)
        """
    }

    /// People `x` whom both a member and somebody else are connected with, from `FROM` to the beginning of `WHERE`.
    static func mutualPeople(with member: Member.ID, and other: SQL = "u.id") -> SQL {
        """
        FROM acquaintances a
        JOIN acquaintances o ON o.user_id = \(other) AND o.other_id = a.other_id
        JOIN users x ON x.id = a.other_id AND x.state = 'active' AND NOT x.is_held
        WHERE a.user_id = \(member)
        """
    }

    /// Whether a member sees a section of the profile of `users u` as one of their university, which is the usual, or
    /// as a connection.
    private static func showsSection(_ section: SQL, to member: Member) -> SQL {
        """
        (\(isShown(to: member)) AND CASE coalesce(
                (SELECT z.visibility FROM profile_sections z WHERE z.user_id = u.id AND z.section = \(section)),
                'university')
            WHEN 'public' THEN true
            WHEN 'university' THEN u.university_id = \(member.universityID) OR \(isConnected(to: member.id))
            WHEN 'connections' THEN \(isConnected(to: member.id))
            ELSE false END)
        """
    }
}

extension Query where Output == InCommon? {
    /// What a member has in common with somebody whom they may meet or know.
    static func inCommon(of member: Member, with username: String) -> Self {
        .first(
            """
            SELECT \(SQL.inCommonColumns(with: member))
            FROM users u LEFT JOIN connections k ON \(SQL.isLive(with: member.id))
            WHERE u.username = \(username) AND u.id <> \(member.id) AND \(SQL.isPresent(to: member.id))
                AND (k.id IS NOT NULL OR \(SQL.mayMeet(member)))
            LIMIT 1
            """, as: InCommon.init(mutualCount:mutual:courses:subject:skills:communities:))
    }

    /// The same for the other one of a connection.
    static func inCommon(of member: Member, in connection: MemberConnection.ID) -> Self {
        .first(
            """
            SELECT \(SQL.inCommonColumns(with: member))
            FROM connections k JOIN users u ON u.id = \(SQL.other(than: member.id))
            WHERE k.id = \(connection) AND \(member.id) IN (k.asker_id, k.asked_id) AND \(SQL.isPresent(to: member.id))
            LIMIT 1
            """, as: InCommon.init(mutualCount:mutual:courses:subject:skills:communities:))
    }
}
