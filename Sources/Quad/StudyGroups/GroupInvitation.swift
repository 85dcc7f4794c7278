import Postgres

/// A study group that somebody is invited to and has not answered yet.
struct GroupInvitation: Sendable {
    let id: StudyGroup.ID
    let name: String
    let courseCode: String
    let inviter: Author
}

extension Query where Output == [GroupInvitation] {
    /// What waits for a member's answer, the newest first.
    static func groupInvitations(of member: Member, limit: Int) -> Self {
        .all(
            """
            SELECT g.id, g.name, c.code, \(SQL.authorColumns(for: .member(member)))
            FROM study_group_members m
            JOIN study_groups g ON g.id = m.group_id
            JOIN courses c ON c.id = g.course_id
            JOIN users u ON u.id = coalesce(m.invited_by, g.founder_id)
            WHERE m.user_id = \(member.id) AND m.state = 'invited' AND g.state = 'active'
                AND \(SQL.isNamed(to: .member(member)))
            ORDER BY m.changed_at DESC, g.id
            LIMIT \(limit)
            """
        ) {
            (
                id: StudyGroup.ID, name: String, code: String, inviter: String, username: String, isOpen: Bool,
                face: Author.Face
            ) in
            GroupInvitation(
                id: id, name: name, courseCode: code,
                inviter: Author(name: inviter, username: username, isOpen: isOpen, face: face))
        }
    }
}

extension WaitingRequest {
    init(_ invitation: GroupInvitation) {
        let person = invitation.inviter.person
        self.init(
            avatar: person.avatar, words: "\(person.name) invites you to a study group in \(invitation.courseCode)",
            line: invitation.name, path: StudyGroupPaths.group(invitation.id), verb: "Answer")
    }
}
