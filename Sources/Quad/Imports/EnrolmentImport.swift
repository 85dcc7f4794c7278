import FoundationEssentials
import Postgres

/// `quad import enrolments`.
struct EnrolmentImport {
    private let order: Import

    static let columns = [
        ImportColumn("university", or: "university_slug"),
        ImportColumn("course", or: "code", "course_code", isNeeded: true), ImportColumn("section"),
        ImportColumn("term"),
        ImportColumn("email", or: "mail", "e_mail", "email_address"), ImportColumn("username", or: "user"),
        ImportColumn("state", or: "status"),
    ]

    init(_ order: Import) {
        self.order = order
    }

    func run(on database: Connection, _ report: Import.Report) throws -> Import.Outcome {
        var problems = ImportProblems()
        try database.script(
            """
            CREATE TEMP TABLE import_rows (
                line integer NOT NULL, university text NOT NULL, code text NOT NULL, section text NOT NULL,
                term text NOT NULL, email text, username text, state text NOT NULL
            ) ON COMMIT DROP
            """)
        let university = try ImportUniversity.usual(order.university, on: database, &problems)
        let unused = try order.load(
            database, known: Self.columns, into: "import_rows",
            columns: ["line", "university", "code", "section", "term", "email", "username", "state"], &problems, report
        ) { row, problems in Self.values(row, university, &problems) }
        report("Finding people", 0, 1)
        try database.script("ANALYZE import_rows")
        problems.add(try database.fetch(.unknownUniversities))
        _ = try database.fetch(.nameTerms)
        try database.script(Self.resolution)
        problems.add(try database.fetch(.unknownCourses))
        problems.add(try database.fetch(.contradictions))
        if order.isStrict { problems.add(try database.fetch(.unknownPeople)) }
        try order.refuse(problems)
        report("Writing", 0, 1)
        return try write(on: database, unused: unused)
    }

    private func write(on database: Connection, unused: [String]) throws -> Import.Outcome {
        let (_, taken, dropped, pairs, strangers) = try database.fetch(
            .lockGroupsOfDropped, .takeUpAgain, .dropImported, .pairs, .strangers)
        // Nobody new is shown, so nobody's matches change: only kept pages of those who take more than before do.
        try database.script("SET LOCAL quad.fills_match_pool = 'on'")
        let added = try database.fetch(.addEnrolments)
        try database.script(
            """
            SET LOCAL quad.fills_match_pool = 'off';
            SELECT note_match_changes(array_agg(DISTINCT user_id))
            FROM import_pairs
            WHERE user_id IS NOT NULL AND \(added > 0)
            """)
        var outcome = Import.Outcome(what: "enrolments")
        (outcome.added, outcome.changed) = (added, taken + dropped)
        outcome.unchanged = max(0, pairs - added - taken - dropped)
        outcome.notes = Import.note(unused: unused)
        if strangers.people > 0 {
            outcome.notes.append(
                "Left out: \(Wording.counted(strangers.rows, "row", "rows")) of "
                    + "\(Wording.counted(strangers.people, "person", "people")) without an account. "
                    + "Import the file again when they’ve joined, or give --strict to be told who they are.")
        }
        return outcome
    }

    private static func values(
        _ row: ImportTable.Row, _ usual: String?, _ problems: inout ImportProblems
    ) -> [any SQLBindable]? {
        let university = row.university(usual, &problems)
        let code = row.text("course", limit: CourseFields.codeLimit, isNeeded: true, &problems)
        let section = row.text("section", limit: CourseFields.sectionLimit, &problems)
        let term = row.text("term", limit: CourseFields.termLimit, &problems)
        let state = row.choice("state", of: ["active", "dropped"], &problems)
        let person = row.person(&problems)
        guard let university, let code, let section, let term, let state, let person else { return nil }
        return [row.line, university, code, section, term, person.email, person.username, state]
    }

    /// Rows as they meet the database: courses and people found, or NULL.
    private static let resolution = """
        CREATE TEMP TABLE import_pairs ON COMMIT DROP AS
        SELECT r.line, c.id AS course_id, coalesce(m.id, u.id) AS user_id, r.state
        FROM import_rows r
        LEFT JOIN universities n ON n.slug = r.university
        LEFT JOIN courses c ON (c.university_id, c.code, c.section, c.term) = (n.id, r.code, r.section, r.term)
        LEFT JOIN users m ON lower(m.email) = r.email AND m.state <> 'deleted'
        LEFT JOIN users u ON u.username = r.username AND r.email IS NULL AND u.state <> 'deleted';
        ANALYZE import_pairs
        """
}

extension ImportTable.Row {
    /// Whose row it is: by mail address, or else by username.
    fileprivate func person(_ problems: inout ImportProblems) -> (email: String?, username: String?)? {
        guard let email = text("email", limit: 254, &problems), let username = text("username", limit: 31, &problems)
        else { return nil }
        if !email.isEmpty {
            let parts = email.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !email.contains(" ") else {
                problems.add(
                    problem("email", "\(email.asFound) is no mail address. Yours look like bo.li@alderbay.example."))
                return nil
            }
            return (email.lowercased(), nil)
        }
        guard !username.isEmpty else {
            problems.add(
                problem(
                    self["email"] == nil ? "username" : "email",
                    "Nobody is named. Each row needs an email or a username; the first line names the column."))
            return nil
        }
        return (
            nil,
            username.lowercased().hasPrefix("@") ? String(username.lowercased().dropFirst()) : username.lowercased()
        )
    }
}

extension Query where Output == [(problem: ImportProblem, count: Int)] {
    /// With what may be meant: other sections, other terms.
    fileprivate static var unknownCourses: Self {
        .all(
            """
            SELECT f.line::bigint, 'There’s no course “' || r.code || '”'
                || CASE r.section WHEN '' THEN ' without a section' ELSE ', section “' || r.section || '”,' END
                || ' in ' || r.term || ' at ' || r.university || '. ' || coalesce(
                    'Its sections are ' || (
                        SELECT string_agg(s.name, ', ')
                        FROM (
                            SELECT CASE k.section WHEN '' THEN 'none' ELSE k.section END AS name
                            FROM courses k JOIN universities n ON n.id = k.university_id
                            WHERE n.slug = r.university AND k.code = r.code AND k.term = r.term
                            ORDER BY k.section LIMIT 8
                        ) s
                    ) || '.', 'It’s there in ' || (
                        SELECT string_agg(DISTINCT k.term, ', ')
                        FROM courses k JOIN universities n ON n.id = k.university_id
                        WHERE n.slug = r.university AND k.code = r.code
                    ) || '.', 'Import the courses first, or mend the code.'), f.total
            FROM (
                SELECT p.line, count(*) OVER () AS total
                FROM import_pairs p
                WHERE p.course_id IS NULL AND EXISTS (
                    SELECT FROM import_rows i JOIN universities n ON n.slug = i.university WHERE i.line = p.line)
                ORDER BY p.line
                LIMIT 100
            ) f
            JOIN import_rows r USING (line)
            ORDER BY f.line
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }

    /// Rows that say the opposite of one before them.
    fileprivate static var contradictions: Self {
        .all(
            """
            SELECT p.line::bigint, 'Line ' || p.first || ' says “' || p.first_state || '” of the same person and course, this one “'
                || p.state || '”. Leave one out.', count(*) OVER ()
            FROM (
                SELECT line, state, first_value(line) OVER same AS first, first_value(state) OVER same AS first_state
                FROM import_pairs
                WHERE course_id IS NOT NULL AND user_id IS NOT NULL
                WINDOW same AS (PARTITION BY course_id, user_id ORDER BY line)
            ) p
            WHERE p.state <> p.first_state
            ORDER BY p.line
            LIMIT 100
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }

    fileprivate static var unknownPeople: Self {
        .all(
            """
            SELECT f.line::bigint, 'Nobody here has ' || coalesce('the address “' || r.email || '”', 'the username “'
                || r.username || '”') || '. Leave the row out, or run it without --strict.', f.total
            FROM (
                SELECT p.line, count(*) OVER () AS total
                FROM import_pairs p
                WHERE p.user_id IS NULL
                ORDER BY p.line
                LIMIT 100
            ) f
            JOIN import_rows r USING (line)
            ORDER BY f.line
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }
}

extension Query where Output == (rows: Int, people: Int) {
    /// Rows of people without an account, and how many people they are.
    fileprivate static var strangers: Self {
        .one(
            """
            SELECT count(*), count(DISTINCT coalesce(r.email, r.username))
            FROM import_pairs p JOIN import_rows r USING (line)
            WHERE p.user_id IS NULL
            """
        ) { rows, people in (rows, people) }
    }
}

// Nobody is shown because of a file: that is each student's own choice.
extension Query where Output == Int {
    /// Enrolments there are, in other words than the file's.
    fileprivate static var takeUpAgain: Self {
        .execute(
            """
            UPDATE enrolments e
            SET state = 'active', is_imported = true, changed_at = now()
            FROM (
                SELECT DISTINCT course_id, user_id FROM import_pairs WHERE user_id IS NOT NULL AND state = 'active'
            ) p
            WHERE e.course_id = p.course_id AND e.user_id = p.user_id AND (e.state <> 'active' OR NOT e.is_imported)
            """)
    }

    /// Goes before everything else, as when somebody drops a course by hand.
    fileprivate static var lockGroupsOfDropped: Self {
        .execute(
            """
            SELECT g.id FROM study_groups g
            WHERE g.state = 'active' AND (g.id, g.course_id) IN (
                SELECT m.group_id, p.course_id
                FROM import_pairs p
                JOIN study_group_members m ON m.user_id = p.user_id AND m.state IN ('invited', 'member')
                WHERE p.state = 'dropped')
            ORDER BY g.id
            FOR UPDATE
            """)
    }

    /// What they took part in there ends, as when somebody drops a course by hand.
    fileprivate static var dropImported: Self {
        .value(
            """
            WITH dropped AS (
                UPDATE enrolments e
                SET state = 'dropped', is_shown = false, is_imported = true, changed_at = now()
                FROM import_pairs p
                WHERE p.state = 'dropped' AND e.course_id = p.course_id AND e.user_id = p.user_id AND e.state = 'active'
                RETURNING e.course_id, e.user_id
            ), ended_watches AS (
                DELETE FROM match_watches w USING dropped d
                WHERE w.course_id = d.course_id AND w.user_id = d.user_id
            ), leaving AS (
                SELECT m.group_id, m.user_id, 'left' AS state
                FROM dropped d
                JOIN study_group_members m ON m.user_id = d.user_id AND m.state IN ('invited', 'member')
                JOIN study_groups g ON g.id = m.group_id AND g.course_id = d.course_id AND g.state = 'active'
            ), \(SQL.leftGroups)
            SELECT count(*) FROM dropped
            """
        ).writing()
    }

    fileprivate static var addEnrolments: Self {
        .execute(
            """
            INSERT INTO enrolments (course_id, user_id, is_imported)
            SELECT DISTINCT course_id, user_id, true
            FROM import_pairs
            WHERE user_id IS NOT NULL AND state = 'active'
            ORDER BY course_id, user_id
            ON CONFLICT (course_id, user_id) DO NOTHING
            """)
    }

    /// What the file says something of.
    fileprivate static var pairs: Self {
        .value(
            """
            SELECT count(*)
            FROM (SELECT DISTINCT course_id, user_id FROM import_pairs WHERE user_id IS NOT NULL) p
            """)
    }
}
