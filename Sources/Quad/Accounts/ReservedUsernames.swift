/// Usernames that would pass for the site itself, for everyone, or for nobody.
enum ReservedUsernames {
    /// Whether `username` is reserved, also with signs in it or digits behind it ("ad.min", "moderator2").
    ///
    /// - Parameter username: in lower case.
    static func contains(_ username: String) -> Bool {
        let letters = username.filter { character in !"._-".contains(character) }
        let end = letters.lastIndex { character in !character.isNumber }
        let plain = end.map { end in String(letters[...end]) } ?? ""
        return username.hasPrefix("deleted-") || words.contains(letters) || words.contains(plain)
    }

    private static let words: Set<String> = [
        // Who speaks for the site.
        "admin", "admins", "administrator", "administrators", "administration", "mod", "mods", "moderator",
        "moderators", "moderation", "owner", "root", "sysadmin", "superuser", "system", "operator", "official",
        "quad", "quadteam", "quadadmin", "quadsupport", "team", "staff", "support", "help", "helpdesk", "service",
        "security", "trust", "safety", "privacy", "legal", "contact", "university", "campus", "faculty", "registrar",
        // Mailboxes that belong to whoever runs a domain (RFC 2142).
        "abuse", "postmaster", "hostmaster", "webmaster", "noc", "info", "mail", "mailer", "mailerdaemon", "noreply",
        "donotreply", "notifications",
        // Everyone, nobody, and those who are no more.
        "all", "everyone", "everybody", "here", "channel", "me", "you", "us", "self", "nobody", "noone", "anonymous",
        "anon", "guest", "visitor", "member", "members", "user", "users", "deleted", "removed", "unknown", "null",
        "nil", "none", "undefined", "nan", "true", "false",
        // Words of addresses.
        "settings", "account", "accounts", "signin", "signup", "signout", "login", "logout", "register", "password",
        "about", "api", "www", "new", "edit", "search", "home", "inbox", "messages", "matches", "mentors", "feed",
    ]
}
