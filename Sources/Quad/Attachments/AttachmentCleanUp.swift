import Postgres

/// Removes uploads that no text names, a day after they came, and bytes that no attachment has any more.
///
/// A post or comment that is taken down keeps its files as it keeps its words, unseen: both come back with it. They
/// are unclaimed, and go, once the row itself is deleted.
struct AttachmentCleanUp: Job {
    static let kind = "attachment_clean_up"
    /// The next round is soon enough.
    static let mostAttempts = 3
    /// Rows a statement removes, and files a round deletes: a store far away takes some milliseconds for each.
    static let batch = 100
    static let mostFiles = 2_000

    func run(_ context: JobContext) throws {
        let database = context.database
        while !context.isStopping(), try database.fetch(.removeUnclaimedAttachments(limit: Self.batch)) == Self.batch {}
        let storage = context.settings.attachments.storage
        try storage.tidy()
        for hash in try database.fetch(.unusedFiles(limit: Self.mostFiles)) where !context.isStopping() {
            // In the row's own transaction: who brings the same bytes meanwhile waits, and then puts them again.
            try database.transaction { database in
                guard try database.fetch(.removeUnusedFile(hash)) == 1 else { return }
                try storage.delete(ContentHash(bytes: hash))
            }
        }
    }
}

extension Query where Output == Int {
    /// - Returns: how many were removed, `limit` at most.
    fileprivate static func removeUnclaimedAttachments(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM attachments a
            WHERE \(SQL.isUnclaimed) AND a.id IN (
                SELECT a.id FROM attachments a
                WHERE \(SQL.isUnclaimed) AND a.created_at < now() - \(Attachment.grace)::interval
                    AND NOT EXISTS (
                        SELECT FROM drafts d
                        WHERE d.author_id = a.uploader_id AND position(a.id::text IN lower(d.body)) > 0)
                ORDER BY a.created_at
                LIMIT \(limit)
                FOR UPDATE SKIP LOCKED)
            """)
    }
}

extension SQL {
    /// Whether the bytes of `stored_files f` belong to no attachment and to no document, and to none that is just being made.
    fileprivate static let isUnused: SQL = """
        f.touched_at < now() - interval '1 hour'
            AND NOT EXISTS (SELECT FROM attachments a WHERE a.file_hash = f.hash)
            AND NOT EXISTS (SELECT FROM attachments a WHERE a.small_hash = f.hash)
            AND NOT EXISTS (SELECT FROM verifications v WHERE v.file_hash = f.hash)
        """
}

extension Query where Output == [[UInt8]] {
    /// - Complexity: a look at every file's row; once an hour, beside everything else.
    fileprivate static func unusedFiles(limit: Int) -> Self {
        .values("SELECT f.hash FROM stored_files f WHERE \(SQL.isUnused) LIMIT \(limit)")
    }
}

extension Query where Output == Int {
    /// Forgets a file, if nothing needs it still.
    fileprivate static func removeUnusedFile(_ hash: [UInt8]) -> Self {
        .execute("DELETE FROM stored_files f WHERE f.hash = \(hash) AND \(SQL.isUnused)")
    }
}
