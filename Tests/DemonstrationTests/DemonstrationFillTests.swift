import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Demonstration

@Suite("Filling a demonstration")
struct DemonstrationFillTests {
    @Test("gives the same rows for one seed, alone or side by side, and others for another")
    func deterministic() throws {
        let alone = try FilledCampus.with { try checksums($0) }
        let together = try TestDatabase.withDatabase(migrated: true) { configuration in
            let connection = Connection(configuration)
            try Demonstration(size: .small, now: FilledCampus.now, siteOrigin: "https://quad.example")
                .fill(connection, opening: { Connection(configuration) }) { _ in }
            return try checksums(connection)
        }
        #expect(alone == together)
        let other = try FilledCampus.with(seed: 7) { try checksums($0) }
        #expect(alone["posts"] != other["posts"])
        #expect(alone["users"] != other["users"])
    }

    @Test("leaves the schema as it was, and refuses a database that holds people")
    func afterwards() throws {
        let before = try TestDatabase.withDatabase(migrated: true) { try schema(of: Connection($0)) }
        try FilledCampus.with { connection in
            #expect(try schema(of: connection) == before)
            #expect(throws: DemonstrationError.alreadyInhabited) { try FilledCampus.fill(connection) }
            try connection.script("UPDATE site SET is_demonstration = false")
            #expect(throws: DemonstrationError.notADemonstration) { try Demonstration.startOver(connection) }
            #expect(try connection.number("SELECT count(*) FROM users") == 670)
        }
    }

    @Test("starts over after it was cut short, with indexes put back")
    func startOver() throws {
        let complete = try TestDatabase.withDatabase(migrated: true) { try schema(of: Connection($0)) }
        try TestDatabase.withDatabase(migrated: true) { configuration in
            let connection = Connection(configuration)
            try connection.script(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no room''; END';
                CREATE TRIGGER refuse BEFORE INSERT ON comments FOR EACH ROW EXECUTE FUNCTION refuse()
                """)
            #expect(throws: PostgresError.self) { try FilledCampus.fill(connection) }
            #expect(throws: DemonstrationError.cutShort) { try FilledCampus.fill(connection) }
            try connection.script("DROP FUNCTION refuse CASCADE")
            try leaveTraces(connection)
            try Demonstration.startOver(connection)
            #expect(try schema(of: connection) == complete)
            #expect(
                try connection.number(
                    """
                    SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM devices)
                        + (SELECT count(*) FROM security_events) + (SELECT count(*) FROM email_tokens)
                        + (SELECT count(*) FROM jobs) + (SELECT count(*) FROM demonstration_mails)
                    """) == 0)
            try FilledCampus.fill(connection)
            #expect(try connection.number("SELECT count(*) FROM posts") == 1500)
        }
    }

    /// What people do in a demonstration besides writing.
    private func leaveTraces(_ connection: Connection) throws {
        try connection.script(
            """
            INSERT INTO devices (id, user_id, token_hash, name)
            SELECT gen_random_uuid(), id, sha256('device'), 'Firefox' FROM users LIMIT 1;
            INSERT INTO sessions (id, token_hash, user_id, device_id, device)
            SELECT gen_random_uuid(), sha256('session'), user_id, id, name FROM devices;
            INSERT INTO security_events (id, user_id, kind) SELECT gen_random_uuid(), user_id, 'signed_in' FROM sessions;
            INSERT INTO email_tokens (token_hash, purpose, user_id, expires_at)
            SELECT sha256('token'), 'password_reset', user_id, now() FROM sessions;
            INSERT INTO jobs (id, kind, payload) VALUES (gen_random_uuid(), 'clean_up', '{}');
            INSERT INTO demonstration_mails (id, recipient, subject, text_part, html_part)
            VALUES (gen_random_uuid(), 'a', 'b', 'c', 'd')
            """)
    }

    /// A sum over all rows of every table.
    private func checksums(_ connection: Connection) throws -> [String: String] {
        try connection.script(
            """
            CREATE FUNCTION pg_temp.sums() RETURNS SETOF text LANGUAGE plpgsql AS $$
            DECLARE name text; sum text;
            BEGIN
                FOR name IN SELECT relname FROM pg_class WHERE relkind = 'r'
                    AND relnamespace = 'public'::regnamespace AND relname <> 'schema_migrations' ORDER BY relname LOOP
                    EXECUTE format('SELECT md5(string_agg(t::text, '''' ORDER BY t::text)) FROM %I t', name) INTO sum;
                    RETURN NEXT name || ' ' || coalesce(sum, 'empty');
                END LOOP;
            END $$
            """)
        var sums: [String: String] = [:]
        for line in try connection.words("SELECT sums FROM pg_temp.sums() LIMIT 100") {
            let parts = line.split(separator: " ")
            sums[String(parts[0])] = String(parts[1])
        }
        #expect(sums.count >= 12)
        return sums
    }

    private func schema(of connection: Connection) throws -> [String] {
        try connection.words(
            """
            SELECT * FROM (
                SELECT pg_get_indexdef(indexrelid) AS part FROM pg_index
                WHERE indrelid::regclass::text IN ('posts', 'comments', 'post_votes', 'comment_votes')
                UNION ALL
                SELECT conname || ' ' || pg_get_constraintdef(oid) || convalidated::text FROM pg_constraint
                WHERE conrelid::regclass::text IN ('posts', 'comments', 'post_votes', 'comment_votes')
                UNION ALL
                SELECT tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL
                SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            ) parts ORDER BY part LIMIT 500
            """)
    }
}
