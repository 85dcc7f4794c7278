import Postgres

/// The university that runs the installation, as it is kept.
struct KeptUniversity: Sendable {
    let name: String
    let shortName: String
    let timeZone: String
    let term: String
    /// In alphabetical order.
    let domains: [String]
    let domainsOfOthers: [String]
}

extension Query where Output == KeptUniversity? {
    static var keptUniversity: Self {
        .first(
            """
            SELECT n.name, n.short_name, n.time_zone, n.current_term,
                ARRAY(SELECT d.domain FROM university_domains d WHERE d.university_id = n.id ORDER BY d.domain LIMIT 1000),
                ARRAY(SELECT d.domain FROM university_domains d WHERE d.university_id <> n.id LIMIT 10000)
            FROM site s JOIN universities n ON n.id = s.home_university_id
            LIMIT 1
            """, as: KeptUniversity.init)
    }
}

extension Query where Output == Int {
    static func saveUniversity(_ form: UniversityForm.Checked) -> Self {
        .execute(
            """
            UPDATE universities
            SET name = \(form.name.text), short_name = \(form.shortName.text), time_zone = \(form.timeZone),
                current_term = \(form.term.text)
            WHERE id = (SELECT home_university_id FROM site)
            """
        ).idempotent
    }

    /// Whoever signed up with an address there keeps the account.
    static func removeDomains(_ domains: [String]) -> Self {
        .execute(
            """
            DELETE FROM university_domains
            WHERE university_id = (SELECT home_university_id FROM site) AND domain = ANY (\(domains))
            """
        ).idempotent
    }

    /// What another university took meanwhile stays with it.
    static func addDomains(_ domains: [EmailDomain]) -> Self {
        .execute(
            """
            INSERT INTO university_domains (domain, university_id)
            SELECT d.domain, s.home_university_id
            FROM unnest(\(domains.map(\.text))) AS d (domain) CROSS JOIN site s
            ORDER BY d.domain
            ON CONFLICT (domain) DO NOTHING
            """
        ).idempotent
    }
}
