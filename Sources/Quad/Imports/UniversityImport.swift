import Cryptography
import FoundationEssentials
import Postgres

/// `quad import universities`.
struct UniversityImport {
    private let order: Import

    static let columns = [
        ImportColumn("slug", or: "university", isNeeded: true), ImportColumn("name", isNeeded: true),
        ImportColumn("short_name"), ImportColumn("time_zone", or: "timezone", isNeeded: true),
        ImportColumn("current_term", or: "term", isNeeded: true),
        ImportColumn("domains", or: "domain", "email_domains"),
        ImportColumn("state"),
    ]

    init(_ order: Import) {
        self.order = order
    }

    func run(on database: Connection, _ report: Import.Report) throws -> Import.Outcome {
        var problems = ImportProblems()
        try database.script(
            """
            CREATE TEMP TABLE import_rows (
                line integer NOT NULL, id uuid NOT NULL, slug text NOT NULL, name text NOT NULL, short_name text,
                time_zone text NOT NULL, current_term text NOT NULL, domains text[] NOT NULL, state text
            ) ON COMMIT DROP
            """)
        let unused = try order.load(
            database, known: Self.columns, into: "import_rows",
            columns: [
                "line", "id", "slug", "name", "short_name", "time_zone", "current_term", "domains", "state",
            ], &problems, report, Self.values)
        for query in [Query<[(problem: ImportProblem, count: Int)]>.universitiesTwice, .takenDomains] {
            problems.add(try database.fetch(query))
        }
        try order.refuse(problems)
        report("Writing", 0, 1)
        let (changed, added, domains, rows) = try database.fetch(
            .changeUniversities, .addUniversities, .addDomains, .importedRows)
        var outcome = Import.Outcome(what: "universities")
        (outcome.added, outcome.changed, outcome.unchanged) = (added, changed, rows - added - changed)
        outcome.notes = Import.note(unused: unused)
        if domains > 0 { outcome.notes.append("\(Wording.counted(domains, "mail domain", "mail domains")) added.") }
        return outcome
    }

    private static func values(_ row: ImportTable.Row, _ problems: inout ImportProblems) -> [any SQLBindable]? {
        let slug = row.slug("slug", &problems)
        let name = row.text("name", limit: 120, isNeeded: true, &problems)
        let short = row.text("short_name", limit: 40, &problems)
        let zone = row.zone("time_zone", &problems)
        let term = row.text("current_term", limit: 40, isNeeded: true, &problems)
        let domains = row.domains("domains", &problems)
        let state = row.choice("state", of: ["active", "closed"], &problems)
        guard let slug, let name, let short, let zone, let term, let domains, let state else { return nil }
        return [
            row.line, UUIDv7.generate(), slug, name, row["short_name"] == nil || short.isEmpty ? String?.none : short,
            zone, term, domains, row["state"] == nil ? String?.none : state,
        ]
    }
}

extension ImportTable.Row {
    /// A university's name in addresses.
    func slug(_ name: String, _ problems: inout ImportProblems) -> String? {
        guard let slug = text(name, limit: 40, isNeeded: true, &problems) else { return nil }
        let isPlain = slug.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isPlain, !slug.hasPrefix("-"), !slug.hasSuffix("-") else {
            problems.add(
                problem(
                    name,
                    "\(slug.asFound) can’t stand in an address. Use small letters, digits and hyphens: alder-bay."))
            return nil
        }
        return slug
    }

    fileprivate func zone(_ name: String, _ problems: inout ImportProblems) -> String? {
        guard let zone = text(name, limit: 64, isNeeded: true, &problems) else { return nil }
        do throws(ZoneOffsets.ReadingError) { _ = try ZoneOffsets(named: zone) } catch {
            problems.add(
                problem(name, "\(zone.asFound) is no time zone. Write it as the tz database does: America/Vancouver."))
            return nil
        }
        return zone
    }

    /// Mail domains, between commas, semicolons or blanks.
    fileprivate func domains(_ name: String, _ problems: inout ImportProblems) -> [String]? {
        var found: [String] = []
        for word in (self[name] ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
            let domain = word.lowercased()
            let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
            let isPlain = domain.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
            }
            guard isPlain, labels.count > 1, !labels.contains(where: \.isEmpty), domain.utf8.count <= 253,
                let last = labels.last, last.utf8.count > 1, last.utf8.allSatisfy({ (97...122).contains($0) })
            else {
                problems.add(
                    problem(
                        name, "\(domain.asFound) is no mail domain. Write what stands behind the @: alderbay.example."))
                return nil
            }
            if !found.contains(domain) { found.append(domain) }
        }
        return found
    }

    /// One of few words; the first where nothing stands.
    func choice(_ name: String, of words: [String], _ problems: inout ImportProblems) -> String? {
        guard let word = text(name, limit: 40, &problems)?.lowercased() else { return nil }
        if word.isEmpty { return words[0] }
        guard words.contains(word) else {
            problems.add(problem(name, "\(word.asFound) is none of \(words.joined(separator: ", "))."))
            return nil
        }
        return word
    }
}

extension Query where Output == [(problem: ImportProblem, count: Int)] {
    /// Rows that say different things of what another row is about, too.
    fileprivate static var universitiesTwice: Self {
        .all(
            """
            SELECT r.line::bigint, 'The university “' || r.slug || '” stands in line ' || r.first || ' already.',
                count(*) OVER ()
            FROM (SELECT line, slug, min(line) OVER (PARTITION BY slug) AS first FROM import_rows) r
            WHERE r.line > r.first
            ORDER BY r.line
            LIMIT 100
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }

    fileprivate static var takenDomains: Self {
        .all(
            """
            SELECT r.line::bigint, 'The domain “' || r.domain || '” belongs to ' || r.owner || ' already.',
                count(*) OVER ()
            FROM (
                SELECT i.line, d.domain, n.slug AS owner
                FROM import_rows i
                CROSS JOIN LATERAL unnest(i.domains) AS d (domain)
                JOIN university_domains k ON k.domain = d.domain
                JOIN universities n ON n.id = k.university_id
                WHERE n.slug <> i.slug
                UNION ALL
                SELECT i.line, d.domain, j.slug
                FROM import_rows i
                CROSS JOIN LATERAL unnest(i.domains) AS d (domain)
                JOIN import_rows j ON d.domain = ANY (j.domains) AND j.line < i.line AND j.slug <> i.slug
            ) r
            ORDER BY r.line
            LIMIT 100
            """
        ) { line, words, count in (ImportProblem(line: line, words: words), count) }
    }
}

extension Query where Output == Int {
    fileprivate static var changeUniversities: Self {
        .execute(
            """
            UPDATE universities n
            SET name = r.name, short_name = coalesce(r.short_name, n.short_name), time_zone = r.time_zone,
                current_term = r.current_term, state = coalesce(r.state, n.state)
            FROM import_rows r
            WHERE n.slug = r.slug
                AND (n.name, n.short_name, n.time_zone, n.current_term, n.state) <> (
                    r.name, coalesce(r.short_name, n.short_name), r.time_zone, r.current_term,
                    coalesce(r.state, n.state))
            """)
    }

    fileprivate static var addUniversities: Self {
        .execute(
            """
            INSERT INTO universities (id, slug, name, short_name, time_zone, current_term, state)
            SELECT r.id, r.slug, r.name, coalesce(r.short_name, left(r.name, 40)), r.time_zone, r.current_term,
                coalesce(r.state, 'active')
            FROM import_rows r
            WHERE NOT EXISTS (SELECT FROM universities n WHERE n.slug = r.slug)
            ORDER BY r.line
            """)
    }

    fileprivate static var addDomains: Self {
        .execute(
            """
            INSERT INTO university_domains (domain, university_id)
            SELECT d.domain, n.id
            FROM import_rows r
            CROSS JOIN LATERAL unnest(r.domains) AS d (domain)
            JOIN universities n ON n.slug = r.slug
            ON CONFLICT (domain) DO NOTHING
            """)
    }
}
