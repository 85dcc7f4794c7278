import FoundationEssentials
import Postgres

extension SQL {
    /// `StudyGroup`'s columns of `study_groups g`, `courses c` and the viewer's own row `m`.
    fileprivate static func groupColumns(for viewer: Member.ID) -> SQL {
        """
        g.id, g.course_id, c.code, g.name, g.founder_id, g.starts_at_quarter, g.quarter_count, g.time_zone,
        \(seenPeople(of: "g.id", for: viewer)), \(seenPeople(of: "g.id", for: viewer, alone: "x.state = 'member'")), m.state
        """
    }

    /// A query of the other members of a group.
    static func others(in group: StudyGroup.ID, than member: Member.ID) -> SQL {
        """
        SELECT o.user_id FROM study_group_members o
        WHERE o.group_id = \(group) AND o.state = 'member' AND o.user_id <> \(member)
        """
    }

    /// How many people of a group a viewer sees, invited or in it.
    ///
    /// - Parameter alone: which of `study_group_members x` count, when not all.
    static func seenPeople(of group: SQL, for viewer: Member.ID, alone: SQL = "true") -> SQL {
        """
        (SELECT count(*)
            FROM study_group_members x JOIN users u ON u.id = x.user_id
            WHERE x.group_id = \(group) AND x.state IN ('invited', 'member') AND \(alone)
                AND \(isParticipant(for: viewer)))
        """
    }
}

extension StudyGroup {
    /// One row, in the order of `SQL.groupColumns`.
    fileprivate init(
        id: ID, courseID: MatchCourse.ID, courseCode: String, name: String, founderID: Member.ID, start: Int,
        count: Int, timeZone: String, seenCount: Int, saidYes: Int, standing: Standing
    ) {
        self.init(
            id: id, courseID: courseID, courseCode: courseCode, name: name, founderID: founderID,
            slots: start..<start + count, timeZone: timeZone, seenCount: seenCount, saidYes: saidYes,
            standing: standing)
    }
}

extension Query where Output == StudyGroup? {
    /// A group, for who is in it or invited.
    static func studyGroup(_ id: StudyGroup.ID, for member: Member.ID) -> Self {
        .first(
            """
            SELECT \(SQL.groupColumns(for: member))
            FROM study_groups g
            JOIN study_group_members m ON m.group_id = g.id AND m.user_id = \(member)
            JOIN courses c ON c.id = g.course_id
            WHERE g.id = \(id) AND m.state IN ('invited', 'member') AND g.state = 'active'
            LIMIT 1
            """, as: StudyGroup.init)
    }
}

extension Query where Output == [StudyGroup] {
    /// The groups somebody is in or invited to; invitations first, then the newest.
    static func studyGroups(of member: Member.ID) -> Self {
        .all(
            """
            SELECT \(SQL.groupColumns(for: member))
            FROM study_group_members m
            JOIN study_groups g ON g.id = m.group_id
            JOIN courses c ON c.id = g.course_id
            WHERE m.user_id = \(member) AND m.state IN ('invited', 'member') AND g.state = 'active'
            ORDER BY m.state, g.created_at DESC, g.id
            LIMIT 100
            """, as: StudyGroup.init)
    }
}

extension Query where Output == [StudyGroup.ID: Set<Member.ID>] {
    /// Who else is in somebody's groups of a course, or invited, as far as they may know.
    static func groupCompanies(of member: Member.ID, in course: MatchCourse.ID) -> Self {
        Query<[(StudyGroup.ID, Member.ID)]>.all(
            """
            SELECT g.id, x.user_id
            FROM study_group_members m
            JOIN study_groups g ON g.id = m.group_id
            JOIN study_group_members x ON x.group_id = g.id
            JOIN users u ON u.id = x.user_id
            WHERE m.user_id = \(member) AND m.state IN ('invited', 'member') AND g.state = 'active'
                AND g.course_id = \(course) AND x.user_id <> \(member) AND x.state IN ('invited', 'member')
                AND \(SQL.isParticipant(for: member))
            LIMIT 500
            """
        ) { ($0, $1) }
        .map { pairs in Dictionary(grouping: pairs) { $0.0 }.mapValues { Set($0.map(\.1)) } }
    }
}

extension Query where Output == Int {
    /// How many groups there are that a member started, or took over.
    static func groupsFounded(by member: Member.ID) -> Self {
        .value("SELECT count(*) FROM study_groups WHERE founder_id = \(member) AND state = 'active'")
    }
}

extension Query where Output == [StudyGroup.Participant] {
    /// Who is in a group or invited, as far as the viewer may know.
    static func participants(of group: StudyGroup.ID, for viewer: Member) -> Self {
        .all(
            """
            SELECT m.user_id, \(SQL.authorColumns(for: .member(viewer))), m.state = 'member'
            FROM study_group_members m JOIN users u ON u.id = m.user_id
            WHERE m.group_id = \(group) AND m.state IN ('invited', 'member') AND \(SQL.isParticipant(for: viewer.id))
            ORDER BY m.state DESC, m.changed_at, m.user_id
            LIMIT 6
            """
        ) { (id: Member.ID, name: String, username: String, isOpen: Bool, face: Author.Face, isMember: Bool) in
            StudyGroup.Participant(
                id: id, person: Author(name: name, username: username, isOpen: isOpen, face: face).person,
                isMember: isMember)
        }
    }
}
