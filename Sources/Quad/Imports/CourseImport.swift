import Cryptography
import FoundationEssentials
import Postgres

/// `quad import courses`.
struct CourseImport {
    private let order: Import

    static let columns = [
        ImportColumn("university", or: "university_slug"),
        ImportColumn("code", or: "course", "course_code", isNeeded: true),
        ImportColumn("section"), ImportColumn("term"),
        ImportColumn("title", or: "name", "course_title", isNeeded: true),
        ImportColumn("instructor", or: "teacher", "lecturer"), ImportColumn("schedule", or: "meets", "times"),
        ImportColumn("community"), ImportColumn("state"),
    ]

    init(_ order: Import) {
        self.order = order
    }

    func run(on database: Connection, _ report: Import.Report) throws -> Import.Outcome {
        var problems = ImportProblems()
        // NULL: the file has no such column, so what was there stays.
        try database.script(
            """
            CREATE TEMP TABLE import_rows (
                line integer NOT NULL, id uuid NOT NULL, university text NOT NULL, code text NOT NULL,
                section text NOT NULL, term text NOT NULL, title text NOT NULL, instructor text, schedule text,
                community text, state text
            ) ON COMMIT DROP
            """)
        let university = try ImportUniversity.usual(order.university, on: database, &problems)
        let unused = try order.load(
            database, known: Self.columns, into: "import_rows",
            columns: [
                "line", "id", "university", "code", "section", "term", "title", "instructor", "schedule", "community",
                "state",
            ], &problems, report
        ) { row, problems in Self.values(row, university, &problems) }
        try database.script("ANALYZE import_rows")
        problems.add(try database.fetch(.unknownUniversities))
        problems.add(try database.fetch(.unknownCommunities))
        _ = try database.fetch(.nameTerms)
        problems.add(try database.fetch(.coursesTwice))
        try order.refuse(problems)
        report("Writing", 0, 1)
        let (changed, added, rows) = try database.fetch(
            .changeCourses, .addCourses, .importedRows)
        var outcome = Import.Outcome(what: "courses")
        (outcome.added, outcome.changed, outcome.unchanged) = (added, changed, max(0, rows - added - changed))
        outcome.notes = Import.note(unused: unused)
        return outcome
    }

    private static func values(
        _ row: ImportTable.Row, _ usual: String?, _ problems: inout ImportProblems
    ) -> [any SQLBindable]? {
        let university = row.university(usual, &problems)
        let code = row.text("code", limit: CourseFields.codeLimit, isNeeded: true, &problems)
        let section = row.text("section", limit: CourseFields.sectionLimit, &problems)
        let term = row.text("term", limit: CourseFields.termLimit, &problems)
        let title = row.text("title", limit: CourseFields.titleLimit, isNeeded: true, &problems)
        let instructor = row.text("instructor", limit: CourseFields.instructorLimit, &problems)
        let schedule = row.text("schedule", limit: CourseFields.scheduleLimit, &problems)
        let community = row.text("community", limit: 40, &problems)
        let state = row.choice("state", of: ["active", "closed"], &problems)
        guard let university, let code, let section, let term, let title, let instructor, let schedule, let community,
            let state
        else { return nil }
        return [
            row.line, UUIDv7.generate(), university, code, section, term, title,
            row["instructor"] == nil ? String?.none : instructor, row["schedule"] == nil ? String?.none : schedule,
            row["community"] == nil ? String?.none : community, row["state"] == nil ? String?.none : state,
        ]
    }
}

/// The university of rows that name none.
enum ImportUniversity {
    /// - Returns: its slug; `nil` where every row must name one.
    static func usual(
        _ chosen: String?, on database: Connection, _ problems: inout ImportProblems
    ) throws -> String? {
        let slugs = try database.fetch(
            Query<[String]>.values("SELECT slug FROM universities WHERE state = 'active' ORDER BY slug LIMIT 20"))
        guard let chosen else { return slugs.count == 1 ? slugs[0] : nil }
        if !slugs.contains(chosen) {
            problems.add(
                ImportProblem(
                    line: 0,
                    "There’s no university \(chosen.asFound). Known: \(slugs.joined(separator: ", ")). "
                        + "Add it with quad import universities."))
        }
        return chosen
    }
}

extension ImportTable.Row {
    /// The slug of a row's university.
    func university(_ usual: String?, _ problems: inout ImportProblems) -> String? {
        guard let named = text("university", limit: 40, &problems) else { return nil }
        if !named.isEmpty { return named }
        if usual == nil {
            problems.add(
                problem("university", "No university is named. Add the column university, or give --university SLUG."))
        }
        return usual
    }
}

extension Query where Output == [(problem: ImportProblem, count: Int)] {
    static var unknownUniversities: Self {
        .all(
            """
            SELECT r.line::bigint, 'There’s no university “' || r.university || '”. Add it with quad import universities.',
                count(*) OVER ()
            FROM import_rows r
            WHERE NOT EXISTS (SELECT FROM universities n WHERE n.slug = r.university)
            ORDER BY r.line
            LIMIT 100
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }

    fileprivate static var unknownCommunities: Self {
        .all(
            """
            SELECT r.line::bigint, 'There’s no community at /c/' || r.community || '. Make it first, or leave it out.',
                count(*) OVER ()
            FROM import_rows r
            WHERE r.community <> '' AND NOT EXISTS (SELECT FROM communities c WHERE c.slug = r.community)
            ORDER BY r.line
            LIMIT 100
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }

    /// Rows that say something else of a course than one before them.
    fileprivate static var coursesTwice: Self {
        .all(
            """
            SELECT r.line::bigint, 'Line ' || f.line || ' says something else of “' || r.code
                || CASE r.section WHEN '' THEN '' ELSE ' ' || r.section END || '” in ' || r.term || '.', count(*) OVER ()
            FROM import_rows r
            JOIN (
                SELECT DISTINCT ON (university, code, section, term) *
                FROM import_rows
                ORDER BY university, code, section, term, line
            ) f USING (university, code, section, term)
            WHERE (r.title, r.instructor, r.schedule, r.community, r.state)
                IS DISTINCT FROM (f.title, f.instructor, f.schedule, f.community, f.state)
            ORDER BY r.line
            LIMIT 100
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }
}

extension Query where Output == Int {
    /// A row without a term means the current one.
    static var nameTerms: Self {
        .execute(
            """
            UPDATE import_rows r SET term = n.current_term
            FROM universities n
            WHERE r.term = '' AND n.slug = r.university
            """)
    }

    /// Rows that could be read.
    static var importedRows: Self { .value("SELECT count(*) FROM import_rows") }

    fileprivate static var changeCourses: Self {
        .execute(
            """
            UPDATE courses c
            SET title = r.title, instructor = r.instructor, schedule = r.schedule, community_id = r.community_id,
                state = r.state
            FROM (
                SELECT DISTINCT ON (k.id) k.id, r.title, coalesce(r.instructor, k.instructor) AS instructor,
                    coalesce(r.schedule, k.schedule) AS schedule, coalesce(r.state, k.state) AS state,
                    CASE WHEN r.community IS NULL THEN k.community_id ELSE p.id END AS community_id
                FROM import_rows r
                JOIN universities n ON n.slug = r.university
                JOIN courses k ON (k.university_id, k.code, k.section, k.term) = (n.id, r.code, r.section, r.term)
                LEFT JOIN communities p ON p.slug = r.community
                ORDER BY k.id, r.line
            ) r
            WHERE c.id = r.id AND (c.title, c.instructor, c.schedule, c.community_id, c.state)
                IS DISTINCT FROM (r.title, r.instructor, r.schedule, r.community_id, r.state)
            """)
    }

    fileprivate static var addCourses: Self {
        .execute(
            """
            INSERT INTO courses (id, university_id, code, section, term, title, instructor, schedule, community_id, state)
            SELECT r.id, n.id, r.code, r.section, r.term, r.title, coalesce(r.instructor, ''), coalesce(r.schedule, ''),
                p.id, coalesce(r.state, 'active')
            FROM import_rows r
            JOIN universities n ON n.slug = r.university
            LEFT JOIN communities p ON p.slug = r.community
            ORDER BY r.line
            ON CONFLICT (university_id, code, section, term) DO NOTHING
            """)
    }
}
