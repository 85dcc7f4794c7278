import Cryptography
import FoundationEssentials
import HTTPServer

/// A browser in which someone is signed in.
///
/// The row in Postgres is the truth; Redis keeps a copy, so that reading it costs no query.
package enum Session {
    package typealias ID = Quad.ID<Session>

    /// How long a session lives without being used.
    static let lifetime = Duration.seconds(30 * 86_400)

    /// Where Redis keeps the copy.
    static func key(of token: Token) -> String { "session:" + Hexadecimal.encode(token.storedForm) }
    static func key(ofHash hash: [UInt8]) -> String { "session:" + Hexadecimal.encode(hash) }
}

/// A member with what the session's copy says besides.
struct SessionCopy: Equatable, Sendable {
    let member: Member
    /// When use of the session was last written to Postgres, in hours since 1970.
    let seenHour: Int

    static func hour(of moment: Date) -> Int { Int(moment.timeIntervalSince1970) / 3_600 }
}

/// The copy as text for Redis. Who reads one that another version of Quad wrote takes none.
extension SessionCopy {
    private static let format = "2"
    private static let separator = Unicode.Scalar(0x1F as UInt8)

    var text: String {
        let (state, until) =
            switch member.standing {
            case .active: ("active", "")
            case .silenced(let until): ("silenced", until.map { String($0.timeIntervalSince1970) } ?? "")
            }
        return [
            Self.format, member.id.text, member.session.text, String(member.version), member.username, member.name,
            member.role.rawValue, state, until, member.universityID.text,
            String(member.joinedAt.timeIntervalSince1970), String(seenHour),
            member.photo?.text ?? "",
        ].joined(separator: String(Self.separator))
    }

    init?(text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: Self.separator), omittingEmptySubsequences: false).map {
            String($0) ?? ""
        }
        guard parts.count == 13, parts[0] == Self.format, let id = Member.ID(text: parts[1]),
            let session = Session.ID(text: parts[2]), let version = Int(parts[3]),
            let role = SiteRole(rawValue: parts[6]),
            let university = University.ID(text: parts[9]), let joined = Double(parts[10]), let hour = Int(parts[11])
        else { return nil }
        let until = Double(parts[8]).map { Date(timeIntervalSince1970: $0) }
        self.init(
            member: Member(
                id: id, session: session, version: version, username: parts[4], name: parts[5], role: role,
                standing: parts[7] == "silenced" ? .silenced(until: until) : .active, universityID: university,
                joinedAt: Date(timeIntervalSince1970: joined), photo: Attachment.ID(text: parts[12])),
            seenHour: hour)
    }
}
