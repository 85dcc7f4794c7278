import Cryptography
import FoundationEssentials
import Postgres

extension Query where Output == Int {
    /// Keeps a new set-up code instead of the one before; nothing where there is a site. Answers 1 when it was kept.
    static func keepSetUpCode(_ hash: [UInt8]) -> Self {
        .execute(
            """
            INSERT INTO set_up_codes (code_hash)
            SELECT \(hash)
            WHERE NOT EXISTS (SELECT FROM site)
            ON CONFLICT (only_row) DO UPDATE SET code_hash = excluded.code_hash, created_at = now()
            """)
    }

    /// Uses a code up. Who comes second waits for the first to end, and then finds none: 0.
    static func useSetUpCode(_ hash: [UInt8]) -> Self {
        .execute("DELETE FROM set_up_codes WHERE code_hash = \(hash) AND NOT EXISTS (SELECT FROM site)")
    }

    static func insertUniversity(_ id: University.ID, _ campus: NewCampus) -> Self {
        .execute(
            """
            INSERT INTO universities (id, slug, name, short_name, time_zone, current_term, user_count)
            VALUES (\(id), \(campus.slug), \(campus.name.text), \(campus.shortName.text), \(campus.timeZone),
                \(campus.term.text), 1)
            """)
    }

    static func insertDomains(_ domains: [EmailDomain], of university: University.ID) -> Self {
        .execute(
            """
            INSERT INTO university_domains (domain, university_id)
            SELECT domain, \(university)
            FROM unnest(\(domains.map(\.text))) AS domain
            """)
    }

    static func insertFirstAdmin(_ id: Member.ID, _ admin: FirstAdmin, at university: University.ID) -> Self {
        .execute(
            """
            INSERT INTO users (id, university_id, email, username, name, role, state, profile_type, password_hash)
            VALUES (\(id), \(university), \(admin.email.text), \(admin.username.text), \(admin.name.text), 'admin',
                'active', 'staff', \(admin.password.stored))
            """)
    }

    static func insertSite(of university: University.ID) -> Self {
        .execute("INSERT INTO site (home_university_id, is_demonstration) VALUES (\(university), false)")
    }
}

extension Query where Output == Bool {
    static func isSetUpCode(_ hash: [UInt8]) -> Self {
        .value("SELECT EXISTS (SELECT FROM set_up_codes WHERE code_hash = \(hash))")
    }
}
