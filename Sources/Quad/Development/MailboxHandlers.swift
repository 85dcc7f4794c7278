import HTTPServer
import Postgres

/// The mails of a demonstration campus, for whoever tries it out.
enum MailboxHandlers {
    static func list(_ context: Context) throws -> Response {
        let mails = try context.database.fetch(.newestMails)
        return context.page(MailboxPage(mails, around: context.around, wording: context.wording))
    }

    static func mail(_ context: Context) throws -> Response {
        context.page(MailPage(try context.mail(), around: context.around, wording: context.wording))
    }

    /// The HTML part alone, as a mail program shows it.
    static func html(_ context: Context) throws -> Response {
        var response = Response.html(Array(try context.mail().html.utf8))
        // Mail programs load no stylesheets, so a mail's styles stand in its markup; here alone that is allowed.
        // Scripts, pictures and forms are not: the letter's template has none, and nothing else gets in.
        response.set(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
        )
        return response
    }
}

enum MailboxPaths {
    static let list = "/dev/mail"

    static func mail(_ id: DemonstrationMail.ID) -> String { "\(list)/\(id.text)" }
    static func html(_ id: DemonstrationMail.ID) -> String { "\(mail(id))/html" }
}

extension Context {
    fileprivate func mail() throws -> DemonstrationMail {
        let id = try parameter("mail", as: DemonstrationMail.ID.self)
        guard let mail = try database.fetch(.mail(id)) else { throw NotFound() }
        return mail
    }
}
