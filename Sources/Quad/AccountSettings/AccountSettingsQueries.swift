import FoundationEssentials
import Postgres

extension Query where Output == OwnAccount? {
    static func ownAccount(_ id: Member.ID) -> Self {
        .first(
            """
            SELECT u.email, u.personal_email, n.name, n.short_name
            FROM users u JOIN universities n ON n.id = u.university_id
            WHERE u.id = \(id)
            LIMIT 1
            """, as: OwnAccount.init)
    }
}

extension Query where Output == [String] {
    /// The domains at which a university's people have their addresses.
    static func domains(of university: University.ID) -> Self {
        .values(
            """
            SELECT domain
            FROM university_domains
            WHERE university_id = \(university)
            ORDER BY domain
            LIMIT 50
            """)
    }
}

extension Query where Output == Bool {
    static func isUniversityDomain(_ domain: String) -> Self {
        .value("SELECT EXISTS (SELECT FROM university_domains WHERE domain = \(domain))")
    }
}

extension Query where Output == Int {
    /// Takes the personal address off an account. Answers 1, or 0 when there was none.
    static func removePersonalEmail(of id: Member.ID) -> Self {
        .execute("UPDATE users SET personal_email = NULL WHERE id = \(id) AND personal_email IS NOT NULL")
    }
}
