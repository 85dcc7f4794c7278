import Postgres

/// Whether someone lets search engines keep what they wrote: their own choice, beside the community's.
extension Query where Output == [String] {
    /// Those of some people, by username, who don't want to be found from outside.
    ///
    /// - Complexity: one index that holds nobody else.
    static func unindexed(among usernames: [String]) -> Self {
        .values("SELECT username FROM users WHERE NOT is_indexable AND username = ANY (\(usernames)) LIMIT 1000")
    }
}

extension Query where Output == Bool {
    static func isIndexable(_ id: Member.ID) -> Self {
        .value("SELECT is_indexable FROM users WHERE id = \(id)")
    }
}

extension Query where Output == Int {
    /// Answers 1, or 0 when that was the choice already.
    static func setIndexable(_ isIndexable: Bool, for id: Member.ID) -> Self {
        .execute(
            "UPDATE users SET is_indexable = \(isIndexable) WHERE id = \(id) AND is_indexable <> \(isIndexable)")
    }
}
