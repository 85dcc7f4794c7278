import Postgres

/// A university as its catalogue is headed.
struct Catalogue: Sendable {
    let universityName: String
    let currentTerm: String
    /// The terms there are courses in, the newest first.
    let terms: [String]
}

extension SQL {
    /// Whether `courses c` holds a word that begins with each of `words`.
    fileprivate static func begins(with words: [String]) -> SQL {
        words.isEmpty
            ? ""
            : "AND "
                + .joined(
                    words.map { "c.search_name LIKE '% ' || search_name(\($0)) || '%'" }, separator: " AND ")
    }

    private static func named(_ term: CourseSelection.Term, for member: Member) -> SQL {
        switch term {
        case .current:
            "AND c.term = (SELECT n.current_term FROM universities n WHERE n.id = \(member.universityID))"
        case .all: ""
        case .named(let name): "AND c.term = \(name)"
        }
    }

    /// Which of `courses c` the catalogue of a member's university holds.
    fileprivate static func catalogued(_ selection: CourseSelection, for member: Member) -> SQL {
        "c.university_id = \(member.universityID) AND c.state = 'active' \(named(selection.term, for: member))"
    }

    /// A column of the course that the page before ended with.
    fileprivate static func last(_ column: SQL, _ course: Course.ID) -> SQL {
        "(SELECT \(column) FROM courses l WHERE l.id = \(course))"
    }
}

extension Query where Output == Course? {
    static func course(_ id: Course.ID, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.courseColumns)
            FROM courses c \(SQL.ownEnrolment(of: member))
            WHERE c.id = \(id) AND \(SQL.seesCourse(member))
            LIMIT 1
            """, as: Course.init)
    }
}

extension Query where Output == [Course] {
    /// One page of the catalogue, from A to Z, and one more when it goes on.
    ///
    /// - Complexity: a walk through `courses_of_term`, or through `courses_names` for words.
    static func courses(_ selection: CourseSelection, for member: Member) -> Self {
        let rest: SQL =
            selection.after.map { last in
                """
                AND (c.code, c.section, c.term)
                    > (\(SQL.last("l.code", last)), \(SQL.last("l.section", last)), \(SQL.last("l.term", last)))
                """
            } ?? ""
        return .all(
            """
            SELECT \(SQL.courseColumns)
            FROM courses c \(SQL.ownEnrolment(of: member))
            WHERE \(SQL.catalogued(selection, for: member)) \(SQL.begins(with: selection.words)) \(rest)
            ORDER BY c.code, c.section, c.term
            LIMIT \(CourseSelection.pageSize + 1)
            """, as: Course.init)
    }

    /// Courses like what was typed, the most alike first: for words that no course has.
    static func coursesAlike(_ selection: CourseSelection, for member: Member) -> Self {
        .all(
            """
            SELECT \(SQL.courseColumns)
            FROM courses c \(SQL.ownEnrolment(of: member))
            WHERE \(SQL.catalogued(selection, for: member))
                AND search_name(\(selection.typed)) <% c.search_name
            ORDER BY word_similarity(search_name(\(selection.typed)), c.search_name) DESC, c.code, c.section, c.term
            LIMIT 10
            """, as: Course.init)
    }

    /// One page of what a member takes, the current term's first, and one more when it goes on.
    ///
    /// - Complexity: sorts all of them, which are ten or twenty, and 20 ms of work if somebody has ten thousand.
    static func coursesTaken(_ selection: CourseSelection, by member: Member) -> Self {
        let rest: SQL =
            selection.after.map { last in
                """
                AND (c.term <> n.current_term, c.code, c.section, c.term, c.id)
                    > (\(SQL.last("l.term", last)) <> n.current_term, \(SQL.last("l.code", last)),
                        \(SQL.last("l.section", last)), \(SQL.last("l.term", last)), \(last))
                """
            } ?? ""
        return .all(
            """
            SELECT \(SQL.courseColumns)
            FROM enrolments o
            JOIN courses c ON c.id = o.course_id
            JOIN universities n ON n.id = \(member.universityID)
            WHERE o.user_id = \(member.id) AND o.state = 'active' \(SQL.begins(with: selection.words)) \(rest)
            ORDER BY c.term <> n.current_term, c.code, c.section, c.term, c.id
            LIMIT \(CourseSelection.pageSize + 1)
            """, as: Course.init)
    }
}

extension Query where Output == Catalogue {
    /// - Complexity: one step in `courses_of_term` for each term there is.
    static func catalogue(for member: Member) -> Self {
        .one(
            """
            WITH RECURSIVE listed (term, place) AS (
                (SELECT c.term, 1 FROM courses c WHERE c.university_id = \(member.universityID)
                    ORDER BY c.term LIMIT 1)
                UNION ALL
                SELECT (SELECT c.term FROM courses c WHERE c.university_id = \(member.universityID) AND c.term > l.term
                    ORDER BY c.term LIMIT 1), l.place + 1
                FROM listed l
                WHERE l.term IS NOT NULL AND l.place < 40
            )
            SELECT n.name, n.current_term,
                ARRAY(
                    SELECT l.term
                    FROM listed l
                    WHERE l.term IS NOT NULL
                    -- A term's courses come together: any of them tells how old it is.
                    ORDER BY (SELECT c.created_at FROM courses c
                        WHERE c.university_id = n.id AND c.term = l.term LIMIT 1) DESC, l.term
                )
            FROM universities n
            WHERE n.id = \(member.universityID)
            """, as: Catalogue.init)
    }
}
