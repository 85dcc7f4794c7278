import FoundationEssentials
import Postgres
import WebClient

/// The mails of one installation; each feature adds the letters it writes.
struct Letters: Sendable {
    /// Scheme and host: "https://quad.alderbay.example".
    let origin: String
    /// "Quad at Alder Bay University".
    let site: String
    let wording: Wording

    /// "Hi Leila,".
    static func greeting(_ name: String) -> String {
        "Hi \(name.split(separator: " ").first ?? "there"),"
    }
}

extension JobContext {
    /// Writes a letter and sends it, as the installation sends its mails now.
    ///
    /// - Throws: `JobError.permanent` when the other side will never take it, anything else when trying again can help.
    func send(_ write: (Letters) -> Letter) throws {
        guard let home = try database.fetch(.home) else { return }
        let site = "Quad at \(home.universityName)"
        let letters = Letters(
            origin: settings.origin, site: site,
            wording: Wording(now: now, zone: try ZoneOffsets(named: home.timeZone)))
        let mailer = settings.mailer(
            under: Letterhead(name: site, address: settings.origin), isDemonstration: home.isDemonstration)
        guard let mailer else { throw NoMailServer() }
        do {
            try mailer.send(write(letters), on: database)
        } catch let error as MailError where error.isPermanent {
            throw JobError.permanent(String(describing: error))
        }
    }
}

/// Nobody has said how mail leaves this installation.
private struct NoMailServer: Error, CustomStringConvertible {
    var description: String { "SMTP_URL is not set, so no mail can be sent" }
}
