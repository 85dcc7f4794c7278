import Postgres

extension Query where Output == OperatorUniversity? {
    static func university(_ slug: String) -> Self {
        .first(
            "SELECT id, name, short_name FROM universities WHERE slug = \(slug) LIMIT 1", as: OperatorUniversity.init)
    }

    static var homeUniversity: Self {
        .first(
            """
            SELECT u.id, u.name, u.short_name
            FROM site s JOIN universities u ON u.id = s.home_university_id
            LIMIT 1
            """, as: OperatorUniversity.init)
    }
}

extension Query where Output == Bool {
    static func isUsernameTaken(_ username: Username) -> Self {
        .value("SELECT EXISTS (SELECT FROM users WHERE username = \(username.text))")
    }
}

extension Query where Output == Member.ID? {
    static func accountInUse(_ username: Username) -> Self {
        .first(
            """
            SELECT id
            FROM users
            WHERE username = \(username.text) AND state IN ('active', 'silenced')
            LIMIT 1
            FOR NO KEY UPDATE
            """, as: { (id: Member.ID) in id })
    }

    /// Any but one that is being deleted.
    static func accountToReset(_ username: Username) -> Self {
        .first(
            "SELECT id FROM users WHERE username = \(username.text) AND state <> 'deleted' LIMIT 1",
            as: { (id: Member.ID) in id })
    }
}

extension Query where Output == Int {
    /// Makes an account that is in use, and counts it.
    static func insertAccount(
        _ id: Member.ID, _ name: PersonName, _ email: EmailAddress, _ username: Username, role: SiteRole,
        password: String, at university: University.ID
    ) -> Self {
        .execute(
            """
            WITH made AS (
                INSERT INTO users (id, university_id, email, username, name, role, state, password_hash)
                VALUES (\(id), \(university), \(email.text), \(username.text), \(name.text), \(role), 'active',
                    \(password))
                RETURNING university_id
            )
            UPDATE universities
            SET user_count = user_count + 1
            WHERE id IN (SELECT university_id FROM made)
            """)
    }

    static func setRole(of id: Member.ID, to role: SiteRole) -> Self {
        .execute("UPDATE users SET role = \(role), sessions_valid_after = now() WHERE id = \(id)")
    }
}
