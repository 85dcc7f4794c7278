import Postgres

extension Query where Output == [DemonstrationMail.Summary] {
    static var newestMails: Self {
        .all(
            """
            SELECT id, recipient, subject, created_at
            FROM demonstration_mails
            ORDER BY created_at DESC, id DESC
            LIMIT 50
            """, as: DemonstrationMail.Summary.init)
    }
}

extension Query where Output == DemonstrationMail? {
    static func mail(_ id: DemonstrationMail.ID) -> Self {
        .first(
            """
            SELECT id, recipient, subject, created_at, text_part, html_part
            FROM demonstration_mails
            WHERE id = \(id)
            """, as: DemonstrationMail.init)
    }
}

extension Query where Output == Int {
    static func keep(
        _ id: DemonstrationMail.ID, to recipient: String, subject: String, text: String, html: String
    ) -> Self {
        .execute(
            """
            INSERT INTO demonstration_mails (id, recipient, subject, text_part, html_part)
            VALUES (\(id), \(recipient), \(subject), \(text), \(html))
            ON CONFLICT (id) DO NOTHING
            """
        ).idempotent
    }
}
