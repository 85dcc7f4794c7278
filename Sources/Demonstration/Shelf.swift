internal import Postgres

/// Indexes and foreign keys of the large tables, set aside while rows are loaded: checking and sorting millions of
/// rows once is several times faster than one by one. The triggers of posts, and those that follow
/// comments for search, rest meanwhile: `CampusLoading` does their work at once.
///
/// What was taken off is written to the table `demonstration_shelf` in the same transaction, so that an interrupted
/// load can still be put right.
enum Shelf {
    static func takeOff(_ connection: Connection) throws {
        let parts = try connection.fetch(.removableParts)
        let removals = parts.map(\.removal).joined(separator: ";\n")
        try connection.transaction { connection in
            try connection.script(
                """
                CREATE TABLE demonstration_shelf (
                    position integer PRIMARY KEY, table_name text NOT NULL, restoring text NOT NULL)
                """)
            for (position, part) in parts.enumerated() {
                _ = try connection.fetch(
                    .execute(
                        """
                        INSERT INTO demonstration_shelf (position, table_name, restoring)
                        VALUES (\(position), \(part.table), \(part.restoring))
                        """))
            }
            try connection.script(removals)
        }
    }

    /// Restores everything, keys first, then indexes, references and triggers; each in a transaction of its own.
    ///
    /// - Parameter report: Called with the number of parts done and of all.
    static func putBack(_ connection: Connection, report: (Int, Int) -> Void) throws {
        guard try connection.fetch(.isShelved) else { return }
        let parts = try connection.fetch(.shelvedParts)
        try connection.script("SET maintenance_work_mem = '512MB'")
        for (place, part) in parts.enumerated() {
            report(place, parts.count)
            try connection.transaction { connection in
                try connection.script(part.restoring)
                _ = try connection.fetch(
                    .execute("DELETE FROM demonstration_shelf WHERE position = \(part.position)"))
            }
        }
        report(parts.count, parts.count)
        try connection.script("DROP TABLE demonstration_shelf; RESET maintenance_work_mem")
    }

    struct RemovablePart: Sendable {
        let table, removal, restoring: String
    }

    struct ShelvedPart: Sendable {
        let position: Int
        let restoring: String
    }
}

extension Query where Output == [Shelf.RemovablePart] {
    /// In the order in which they can be put back; taking them off works in any order but the keys' last.
    fileprivate static var removableParts: Self {
        .all(
            """
            SELECT part.table_name, part.removal, part.restoring
            FROM (
                SELECT c.conrelid::regclass::text AS table_name,
                    format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS removal,
                    format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname,
                        pg_get_constraintdef(c.oid)) AS restoring,
                    CASE c.contype WHEN 'p' THEN 1 ELSE 3 END AS turn, c.conname AS name
                FROM pg_constraint c
                WHERE c.conrelid = ANY ('{posts,comments,post_votes,comment_votes,memberships,post_search,comment_search,enrolments,study_habits,match_pool,connections,acquaintances,profile_details,user_skills,user_interests,endorsements}'::regclass[])
                    AND (c.contype = 'f' OR c.contype = 'p'
                        AND c.conrelid = ANY ('{post_votes,comment_votes,post_search,comment_search}'::regclass[]))
                UNION ALL
                SELECT i.indrelid::regclass::text, format('DROP INDEX %s', i.indexrelid::regclass),
                    pg_get_indexdef(i.indexrelid), 2, i.indexrelid::regclass::text
                FROM pg_index i
                WHERE i.indrelid = ANY ('{posts,comments,post_votes,comment_votes,memberships,post_search,comment_search,enrolments,study_habits,match_pool,connections,acquaintances,profile_details,user_skills,user_interests,endorsements}'::regclass[])
                    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid
                        AND c.contype IN ('p', 'u', 'x'))
                UNION ALL
                SELECT t.tgrelid::regclass::text,
                    format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname),
                    format('ALTER TABLE %s ENABLE TRIGGER %I', t.tgrelid::regclass, t.tgname), 4, t.tgname
                FROM pg_trigger t
                WHERE NOT t.tgisinternal AND (t.tgrelid = 'posts'::regclass
                    OR t.tgrelid = 'comments'::regclass AND t.tgname LIKE 'search%'
                        OR t.tgrelid = ANY ('{enrolments,study_habits,profile_sections,connections,blocks}'::regclass[]))
            ) part
            ORDER BY part.turn, part.table_name, part.name
            LIMIT 200
            """, as: Shelf.RemovablePart.init)
    }
}

extension Query where Output == [Shelf.ShelvedPart] {
    fileprivate static var shelvedParts: Self {
        .all(
            "SELECT position, restoring FROM demonstration_shelf ORDER BY position LIMIT 200",
            as: Shelf.ShelvedPart.init)
    }
}
