import FoundationEssentials
import Postgres

extension SQL {
    /// Types that `users u` are for sure: those a document was approved for, and a student with an address at the
    /// university.
    static let provenTypes: SQL = """
        ARRAY(
            SELECT v.profile_type FROM verifications v
            WHERE v.user_id = u.id AND v.state = 'approved' AND (v.profile_type = u.profile_type OR EXISTS (
                SELECT FROM profile_details d WHERE d.user_id = u.id AND d.profile_type = v.profile_type))
            UNION
            SELECT 'student' WHERE u.profile_type = 'student' AND EXISTS (
                SELECT FROM university_domains d
                WHERE d.domain = split_part(lower(u.email), '@', 2) AND d.university_id = u.university_id)
            ORDER BY 1)
        """
}

extension Query where Output == [ProfileType] {
    static func provenTypes(of id: Member.ID) -> Self {
        .value("SELECT \(SQL.provenTypes) FROM users u WHERE u.id = \(id)")
    }
}

extension Query where Output == [Verification] {
    /// One's own, the newest first.
    static func verifications(of id: Member.ID) -> Self {
        .all(
            """
            SELECT id, profile_type, document, state, reason, file_hash IS NOT NULL, created_at, decided_at
            FROM verifications
            WHERE user_id = \(id)
            ORDER BY created_at DESC, id DESC
            LIMIT 20
            """, as: Verification.init)
    }
}

extension Query where Output == Int {
    /// - Returns: 0 when nothing was written: one waits already, the role is proven or isn't the member's, or a row of
    ///   this identity is there.
    static func submit(
        _ file: ReceivedDocument, as id: Verification.ID, _ kind: DocumentKind, for type: ProfileType, by member: Member
    ) -> Self {
        Query<Int>.execute(
            """
            INSERT INTO verifications (id, user_id, profile_type, document, file_hash, media_type, byte_size)
            SELECT \(id), u.id, \(type), \(kind), \(file.piece.hash.bytes), \(file.mediaType),
                \(file.piece.bytes.count)::integer
            FROM users u
            WHERE u.id = \(member.id) AND \(type) <> ALL (\(SQL.provenTypes))
                AND (u.profile_type = \(type) OR EXISTS (
                    SELECT FROM profile_details d WHERE d.user_id = u.id AND d.profile_type = \(type)))
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }

    /// Takes one back that waits; its file is let go at once.
    static func withdraw(_ id: Verification.ID, by member: Member) -> Self {
        .execute(
            """
            UPDATE verifications SET state = 'withdrawn', decided_at = now(), file_hash = NULL
            WHERE id = \(id) AND user_id = \(member.id) AND state = 'pending'
            """)
    }

    /// Lets the files go of what was decided long enough ago.
    static func forgetDocuments(limit: Int) -> Self {
        .execute(
            """
            UPDATE verifications SET file_hash = NULL
            WHERE id IN (
                SELECT id FROM verifications
                WHERE file_hash IS NOT NULL AND state <> 'pending'
                    AND decided_at < now() - \(Verification.keepsFile)::interval
                ORDER BY decided_at
                LIMIT \(limit)
                FOR UPDATE SKIP LOCKED)
            """)
    }
}

/// A document that waits for a moderator.
struct WaitingVerification: Sendable {
    let id: Verification.ID
    let author: Author
    let university: String
    let type: ProfileType
    let document: DocumentKind
    let mediaType: String
    let byteSize: Int
    let createdAt: Date
    let isOwn: Bool
}

extension Query where Output == [WaitingVerification] {
    /// What waits, the oldest first.
    ///
    /// - Parameter after: the last of the page before, decided meanwhile or not.
    static func waitingVerifications(after: Verification.ID?, limit: Int, for moderator: Moderator) -> Self {
        let rest: SQL =
            after.map {
                "AND (v.created_at, v.id) > (SELECT w.created_at, w.id FROM verifications w WHERE w.id = \($0))"
            } ?? ""
        return .all(
            """
            SELECT v.id, u.name, u.username, n.name, v.profile_type, v.document, v.media_type, v.byte_size, v.created_at,
                u.id = \(moderator.id)
            FROM verifications v
            JOIN users u ON u.id = v.user_id
            JOIN universities n ON n.id = u.university_id
            WHERE v.state = 'pending' AND u.state <> 'deleted' \(rest)
            ORDER BY v.created_at, v.id
            LIMIT \(limit)
            """
        ) {
            (
                id: Verification.ID, name: String, username: String, university: String, type: ProfileType,
                document: DocumentKind, mediaType: String, byteSize: Int, createdAt: Date, isOwn: Bool
            ) in
            WaitingVerification(
                id: id, author: Author(name: name, username: username, isOpen: true, face: .pattern),
                university: university, type: type, document: document, mediaType: mediaType, byteSize: byteSize,
                createdAt: createdAt, isOwn: isOwn)
        }
    }
}

/// Whose it was that was decided about.
struct DecidedVerification: Sendable {
    let user: Member.ID
    let username: String
}

extension Query where Output == DecidedVerification? {
    /// Decides about what waits. No row when another was faster, there is no such thing, or it is the moderator's own.
    static func decide(
        _ id: Verification.ID, _ state: Verification.State, because reason: String, by moderator: Moderator
    ) -> Self {
        .first(
            """
            UPDATE verifications v
            SET state = \(state), reason = \(reason), decided_by = \(moderator.id), decided_at = now()
            FROM users u
            WHERE v.id = \(id) AND v.state = 'pending' AND v.user_id <> \(moderator.id) AND u.id = v.user_id
            RETURNING u.id, u.username
            """, as: DecidedVerification.init)
    }
}

extension Query where Output == Verification.State? {
    /// - Returns: `nil` also for one's own.
    static func verificationState(_ id: Verification.ID, besides moderator: Moderator) -> Self {
        .first("SELECT state FROM verifications WHERE id = \(id) AND user_id <> \(moderator.id) LIMIT 1") {
            (state: Verification.State) in state
        }
    }
}

/// A document on its way to who may see it.
struct ServedDocument: Sendable {
    let hash: ContentHash
    let byteSize: Int
    let mediaType: String
}

extension Query where Output == ServedDocument? {
    /// Its owner's as long as it is there; moderators see what waits for them, and nothing later.
    static func document(_ id: Verification.ID, for member: Member) -> Self {
        let waits: SQL = member.role.moderates ? "OR v.state = 'pending'" : ""
        return .first(
            """
            SELECT f.hash, f.byte_size, v.media_type
            FROM verifications v JOIN stored_files f ON f.hash = v.file_hash
            WHERE v.id = \(id) AND (v.user_id = \(member.id) \(waits))
            LIMIT 1
            """
        ) { (hash: [UInt8], size: Int, mediaType: String) in
            ServedDocument(hash: ContentHash(bytes: hash), byteSize: size, mediaType: mediaType)
        }
    }
}
