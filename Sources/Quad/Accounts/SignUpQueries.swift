import FoundationEssentials
import Postgres

/// A university as its members' addresses show it.
struct HomeUniversity: Sendable {
    let id: University.ID
    let name: String
    let shortName: String
}

/// Where addresses end that may sign up.
struct SignUpDomain: Hashable, Sendable {
    let domain: String
    /// The university's short name.
    let campus: String
}

extension Query where Output == HomeUniversity? {
    static func university(withDomain domain: String) -> Self {
        .first(
            """
            SELECT n.id, n.name, n.short_name
            FROM university_domains d JOIN universities n ON n.id = d.university_id
            WHERE d.domain = \(domain) AND n.state = 'active'
            LIMIT 1
            """, as: HomeUniversity.init)
    }
}

extension Query where Output == [SignUpDomain] {
    static var signUpDomains: Self {
        .all(
            """
            SELECT d.domain, n.short_name
            FROM university_domains d JOIN universities n ON n.id = d.university_id
            WHERE n.state = 'active'
            ORDER BY d.domain
            LIMIT 20
            """, as: SignUpDomain.init)
    }
}

extension Query where Output == [String] {
    /// Those that somebody has or had, or has asked for with another address.
    ///
    /// - Parameter email: in lower case; its own sign-ups leave a name free, so that one can be sent again.
    static func takenUsernames(among names: [String], besides email: String) -> Self {
        .values(
            """
            SELECT wanted
            FROM unnest(\(names)) AS wanted
            WHERE EXISTS (SELECT FROM users WHERE username = wanted)
                OR EXISTS (SELECT FROM former_usernames WHERE username = wanted)
                OR EXISTS (
                    SELECT FROM sign_ups
                    WHERE username = wanted AND expires_at > now() AND lower(email) <> \(email))
            LIMIT 20
            """)
    }
}

/// A sign-up that this browser made for the same address already.
struct EarlierSignUp: Sendable {
    let id: SignUp.ID
    /// Whether it was for the same username, some seconds ago: then it is the same click.
    let isSameClick: Bool
}

extension Query where Output == EarlierSignUp? {
    static func earlierSignUp(_ form: SignUpForm.Checked, in browser: [UInt8]) -> Self {
        .first(
            """
            SELECT id, username = \(form.username.text) AND created_at > now() - interval '10 seconds'
            FROM sign_ups
            WHERE lower(email) = \(form.email.canonical) AND browser_hash = \(browser) AND expires_at > now()
                AND password_hash <> \(SignUp.spentPassword)
            ORDER BY created_at DESC
            LIMIT 1
            FOR UPDATE
            """, as: EarlierSignUp.init)
    }
}

extension Query where Output == Int {
    static func insertSignUp(
        _ id: SignUp.ID, _ form: SignUpForm.Checked, password: String, browser: [UInt8]
    ) -> Self {
        .execute(
            """
            INSERT INTO sign_ups (id, email, username, name, profile_type, university_id, password_hash, browser_hash,
                expires_at)
            VALUES (\(id), \(form.email.text), \(form.username.text), \(form.name.text), \(form.type.rawValue),
                \(form.university), \(password), \(browser), now() + \(SignUp.lifetime))
            """)
    }

    static func changeSignUp(_ id: SignUp.ID, _ form: SignUpForm.Checked, password: String) -> Self {
        .execute(
            """
            UPDATE sign_ups
            SET username = \(form.username.text), name = \(form.name.text), profile_type = \(form.type.rawValue),
                password_hash = \(password), expires_at = now() + \(SignUp.lifetime)
            WHERE id = \(id)
            """)
    }
}

extension Query where Output == String? {
    /// The address of a sign-up that was made in this browser and still waits.
    static func address(of signUp: SignUp.ID, in browser: [UInt8]) -> Self {
        .first(
            """
            SELECT email
            FROM sign_ups
            WHERE id = \(signUp) AND browser_hash = \(browser) AND expires_at > now()
            LIMIT 1
            """
        ) { (email: String) in email }
    }
}
