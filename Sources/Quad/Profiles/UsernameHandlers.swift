import HTTPServer
import Postgres

/// Changing what one is called in addresses and mentions.
enum UsernameHandlers {
    static func form(_ context: Context, member: Member) throws -> Response {
        try page(member.username, FormMistakes(), context, member)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        let (typed, old) = (context.request.form["username"] ?? "", writer.member.username)
        var mistakes = FormMistakes()
        let username = mistakes.check("username") { () throws(UsernameError) in try Username(typed) }
        guard let username else { return try page(typed, mistakes, context, writer.member) }
        guard username.text != old else { return context.redirect(to: MemberPaths.profile(old)) }
        do {
            let changed = try context.database.fetch(.changeUsername(of: writer.id, from: old, to: username.text))
            guard changed == 1 else {
                mistakes.add(Self.tooSoon, to: "username")
                return try page(typed, mistakes, context, writer.member)
            }
        } catch PostgresError.constraint(kind: .unique, name: "users_username", table: _) {
            mistakes.add(TakenUsername(username: username, free: nil), to: "username")
            return try page(typed, mistakes, context, writer.member)
        }
        context.changed(.everything)
        return context.redirect(to: MemberPaths.profile(username.text), flash: .usernameChanged)
    }

    private static let tooSoon = ProfileFault(
        message: "You’ve changed it less than 30 days ago. Others have to get used to one first.",
        summary: "Keep this username for a while")

    private static func page(
        _ typed: String, _ mistakes: FormMistakes, _ context: Context, _ member: Member
    ) throws -> Response {
        let own = try context.database.fetch(.ownProfile(member.id))
        let field = ProfileFieldView.line(
            "username", "Username", typed, hint: "Letters from a to z, digits, dots, hyphens and underscores.", mistakes
        )
        let page = ProfileFormPage(
            context.editing(member, own), title: "Username",
            lead:
                "Your address and your mentions change with it, and so does your pattern. Links to @\(member.username) "
                + "keep leading to you, and nobody else gets that name. You can change it once in 30 days.",
            mistakes: mistakes, groups: [.init(fields: [field])], path: ProfilePaths.username)
        return context.page(page, status: mistakes.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Query where Output == Int {
    /// - Returns: 0 when it was changed less than 30 days ago, or in another tab.
    /// - Throws: the unique index's error for a name that somebody has or had.
    static func changeUsername(of id: Member.ID, from old: String, to new: String) -> Self {
        .execute(
            """
            WITH changed AS (
                UPDATE users SET username = \(new)
                WHERE id = \(id) AND username = \(old) AND NOT EXISTS (
                    SELECT FROM former_usernames f
                    WHERE f.user_id = \(id) AND f.changed_at > now() - interval '30 days')
                RETURNING id
            ), taken_back AS (
                DELETE FROM former_usernames WHERE username = \(new) AND user_id IN (SELECT id FROM changed)
            )
            INSERT INTO former_usernames (username, user_id) SELECT \(old), id FROM changed
            """)
    }
}

extension Query where Output == String? {
    /// What somebody is called now who was called so; `nil` where their profile isn't the viewer's to open.
    static func newUsername(of old: String, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT u.username FROM former_usernames f JOIN users u ON u.id = f.user_id
            WHERE f.username = \(old) AND \(SQL.openProfile(for: viewer))
            LIMIT 1
            """
        ) { (username: String) in username }
    }
}
