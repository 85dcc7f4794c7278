import Postgres

/// Fair exposure: on how many first pages somebody was this week, each reader's counted once. A reader who comes back,
/// or turns the weights, does not push anybody to the end of everyone else's list.
extension Context {
    /// Counts that a first page showed these people to a reader.
    ///
    /// - Parameter known: `Query.peopleShown`; where it names them all, nothing is asked.
    func countShown(_ people: [Member.ID], to reader: Member.ID, known: [Member.ID] = []) throws {
        let added = Set(people).subtracting(known)
        guard !added.isEmpty else { return }
        _ = try database.fetch(.withoutWaiting, .lockShowings(to: reader), .expose(Array(added), to: reader))
    }
}

extension Query where Output == [Member.ID] {
    /// Whom of this week's first pages a reader was counted for already.
    static func peopleShown(to reader: Member.ID) -> Self {
        .values(
            """
            SELECT unnest(people) FROM match_showings WHERE user_id = \(reader) AND week = \(SQL.thisWeek) LIMIT 500
            """)
    }
}

extension Query where Output == Int {
    /// Makes a reader's pages count one after another.
    static func lockShowings(to reader: Member.ID) -> Self {
        Query<Int>.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('match showings ' || \(reader)::text, 0))"
        ).idempotent
    }

    /// Counts one first page more for those of the people who were not on one of this reader's yet this week.
    ///
    /// Comes behind `lockShowings` in one round trip: two pages at once count nobody twice.
    static func expose(_ people: [Member.ID], to reader: Member.ID) -> Self {
        .execute(
            """
            WITH known AS (
                SELECT people FROM match_showings WHERE user_id = \(reader) AND week = \(SQL.thisWeek)
            ), added AS (
                SELECT DISTINCT id FROM unnest(\(people)) AS id
                WHERE NOT EXISTS (
                    SELECT FROM known k WHERE id = ANY (k.people) OR cardinality(k.people) + \(people.count)::integer > 500)
            ), noted AS (
                INSERT INTO match_showings AS s (user_id, week, people)
                SELECT \(reader), \(SQL.thisWeek), array_agg(id) FROM added HAVING count(*) > 0
                ON CONFLICT (user_id) DO UPDATE
                SET people = CASE WHEN s.week = EXCLUDED.week THEN s.people ELSE '{}' END || EXCLUDED.people,
                    week = EXCLUDED.week
            )
            INSERT INTO match_exposures AS m (user_id, week, pages)
            SELECT id, \(SQL.thisWeek), 1 FROM added ORDER BY id
            ON CONFLICT (user_id) DO UPDATE
            SET pages = CASE WHEN m.week = EXCLUDED.week THEN m.pages + 1 ELSE 1 END, week = EXCLUDED.week
            """)
    }

    /// Forgets what was counted in weeks that are over.
    static var forgetOldExposures: Self {
        .execute(
            """
            WITH showings AS (
                DELETE FROM match_showings WHERE week < \(SQL.thisWeek)
            )
            DELETE FROM match_exposures WHERE week < \(SQL.thisWeek)
            """
        ).idempotent
    }
}

extension Query where Output == String {
    /// Lets the rest of this round trip not wait for a disk: what it counts may be lost with the machine.
    static var withoutWaiting: Self { .value("SELECT set_config('synchronous_commit', 'off', true)") }
}
