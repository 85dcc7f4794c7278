import Postgres

/// Whether someone lets search engines keep what they wrote: their own choice, beside the community's.
extension SQL {
    /// Whether `users u` don't want to be found from outside: a column. Only visitors' pages are.
    static func isUnindexed(for viewer: Viewer) -> SQL { viewer.member == nil ? "NOT u.is_indexable" : "false" }
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
