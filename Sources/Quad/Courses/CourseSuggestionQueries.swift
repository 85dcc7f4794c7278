import FoundationEssentials
import Postgres

extension SQL {
    /// A code as people may spell it: "CS 161", "cs161" and "CS-161" are one.
    static func plainCode(_ code: SQL) -> SQL {
        "regexp_replace(search_name(\(code)), '[^[:alnum:]]+', '', 'g')"
    }

    /// `CourseFields`' columns of `course_suggestions s`.
    fileprivate static let suggestionColumns: SQL = """
        s.code, s.section, s.term, s.title, s.instructor, s.schedule
        """
}

extension Query where Output == [Course] {
    /// Courses of a university that may be the one that is meant: those with its code, then those with a title like it.
    ///
    /// - Parameter university: that of a suggestion, where it is not the member's own.
    static func courses(like fields: CourseFields, at university: SQL, for member: Member) -> Self {
        .all(
            """
            SELECT \(SQL.courseColumns)
            FROM courses c \(SQL.ownEnrolment(of: member))
            WHERE c.university_id = \(university) AND c.state = 'active'
                AND (\(SQL.plainCode("c.code")) = \(SQL.plainCode("\(fields.code)"))
                    OR c.term = \(fields.term) AND similarity(search_name(c.title), search_name(\(fields.title))) > 0.7)
            ORDER BY \(SQL.plainCode("c.code")) = \(SQL.plainCode("\(fields.code)")) DESC,
                c.term = \(fields.term) DESC, c.section = \(fields.section) DESC, c.code, c.section, c.term
            LIMIT 8
            """, as: Course.init)
    }

    static func courses(like fields: CourseFields, for member: Member) -> Self {
        courses(like: fields, at: "\(member.universityID)", for: member)
    }

    /// The same for a moderator who looks at a suggestion, with what they looked for instead of its title.
    static func courses(
        like fields: CourseFields, named typed: String, of suggestion: CourseSuggestion.ID, for member: Member
    ) -> Self {
        var sought = fields
        if !typed.isEmpty { (sought.code, sought.title) = (typed, typed) }
        return courses(
            like: sought, at: "(SELECT university_id FROM course_suggestions WHERE id = \(suggestion))", for: member)
    }
}

extension Query where Output == [OwnSuggestion] {
    /// What a member suggested in the last two months, the newest first.
    static func ownSuggestions(of member: Member) -> Self {
        .all(
            """
            SELECT s.id, s.code, s.section, s.term, s.title, s.state, s.reason, s.course_id,
                coalesce(s.decided_at, s.created_at)
            FROM course_suggestions s
            WHERE s.user_id = \(member.id) AND s.state <> 'withdrawn'
                AND (s.state = 'waiting' OR s.decided_at > now() - interval '60 days')
            ORDER BY s.created_at DESC, s.id
            LIMIT 20
            """
        ) { id, code, section, term, title, state, reason, course, at in
            OwnSuggestion(
                id: id, name: Course.Name(code: code, section: section, term: term, title: title), state: state,
                reason: reason, course: course, at: at)
        }
    }
}

extension Query where Output == CourseSuggestion.State? {
    /// What became of a member's own suggestion; `nil` where there is none.
    static func ownSuggestion(_ id: CourseSuggestion.ID, of member: Member) -> Self {
        .first("SELECT state FROM course_suggestions WHERE id = \(id) AND user_id = \(member.id) LIMIT 1") {
            (state: CourseSuggestion.State) in state
        }
    }

    /// What became of any, for moderators.
    static func suggestionState(_ id: CourseSuggestion.ID) -> Self {
        .first("SELECT state FROM course_suggestions WHERE id = \(id) LIMIT 1") { (state: CourseSuggestion.State) in
            state
        }
    }
}

extension Query where Output == Int {
    /// Writes a suggestion down. Begins after `lockEnrolments`.
    ///
    /// - Returns: 1, or 0 when the same waits already, or as many as may wait.
    static func suggest(
        _ id: CourseSuggestion.ID, _ fields: CourseFields, isShown: Bool, by member: Member
    ) -> Self {
        .execute(
            """
            INSERT INTO course_suggestions
                (id, university_id, user_id, code, section, term, title, instructor, schedule, is_shown)
            SELECT \(id), \(member.universityID), \(member.id), \(fields.code), \(fields.section), \(fields.term),
                \(fields.title), \(fields.instructor), \(fields.schedule), \(isShown)
            WHERE (
                    SELECT count(*) FROM course_suggestions WHERE user_id = \(member.id) AND state = 'waiting'
                ) < \(CourseSuggestion.mostWaiting)
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }

    static func withdraw(_ id: CourseSuggestion.ID, by member: Member) -> Self {
        .execute(
            """
            UPDATE course_suggestions
            SET state = 'withdrawn', decided_at = now()
            WHERE id = \(id) AND user_id = \(member.id) AND state = 'waiting'
            """
        ).idempotent
    }

    /// How many wait, as far as the member decides about them; 0 for who doesn't.
    static func suggestionsWaiting(for member: Member) -> Self {
        .value(
            """
            SELECT count(*)
            FROM (SELECT FROM course_suggestions WHERE state = 'waiting' AND \(member.role.moderates) LIMIT 1000) waiting
            """)
    }
}

extension Query where Output == [WaitingSuggestion] {
    /// One page of what waits for a moderator, the oldest first, and one more when the list goes on.
    static func suggestions(after: SuggestionCursor?, for moderator: Moderator) -> Self {
        let rest: SQL =
            after.map { "AND (s.created_at, s.id) > (\(Date(microseconds: $0.microseconds)), \($0.id))" } ?? ""
        return .all(
            """
            SELECT s.id, n.name, \(SQL.suggestionColumns), \(SQL.authorColumns(for: .member(moderator.member))), s.created_at
            FROM course_suggestions s
            JOIN users u ON u.id = s.user_id
            JOIN universities n ON n.id = s.university_id
            WHERE s.state = 'waiting' \(rest)
            ORDER BY s.created_at, s.id
            LIMIT \(WaitingSuggestion.pageSize + 1)
            """, as: WaitingSuggestion.init)
    }
}

extension Query where Output == WaitingSuggestion? {
    static func suggestion(_ id: CourseSuggestion.ID, for moderator: Moderator) -> Self {
        .first(
            """
            SELECT s.id, n.name, \(SQL.suggestionColumns), \(SQL.authorColumns(for: .member(moderator.member))), s.created_at
            FROM course_suggestions s
            JOIN users u ON u.id = s.user_id
            JOIN universities n ON n.id = s.university_id
            WHERE s.id = \(id) AND s.state = 'waiting'
            LIMIT 1
            """, as: WaitingSuggestion.init)
    }
}

extension WaitingSuggestion {
    /// One row, in the order of the statements above.
    fileprivate init(
        id: CourseSuggestion.ID, university: String, code: String, section: String, term: String, title: String,
        instructor: String, schedule: String, name: String, username: String, isOpen: Bool, face: Author.Face, at: Date
    ) {
        self.init(
            id: id, universityName: university,
            fields: CourseFields(
                code: code, section: section, term: term, title: title, instructor: instructor, schedule: schedule),
            author: Author(name: name, username: username, isOpen: isOpen, face: face), at: at)
    }
}
