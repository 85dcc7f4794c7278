import FoundationEssentials
import Postgres

/// Someone who is signed in, as every request knows them.
///
/// A copy taken when the session was read. The database checks with whatever the request asks that it is the newest
/// (`require_session`), so what stands here is true where it matters.
package struct Member: Equatable, Sendable {
    package typealias ID = Quad.ID<Member>

    package let id: ID
    let session: Session.ID
    /// Goes up with every change of what stands here.
    let version: Int
    let username: String
    let name: String
    let role: SiteRole
    let standing: Standing
    let universityID: University.ID
    let joinedAt: Date
    var photo: Attachment.ID?

    /// What the account's state lets a member do; those that let nobody sign in are not here.
    enum Standing: Equatable, Sendable {
        case active
        /// May read, not write. `nil`: until a moderator ends it.
        case silenced(until: Date?)
    }
}

/// What someone may do on the whole site.
package enum SiteRole: String, Column, SQLBindable, CaseIterable {
    case member, moderator, admin

    /// Whether someone of this role moderates every community.
    var moderates: Bool { self != .member }
}

/// What an account is in.
package enum AccountState: String, Column, SQLBindable, CaseIterable {
    case unverified, active, silenced, suspended, deactivated, deleted
}

package enum University {
    package typealias ID = Quad.ID<University>
}

/// A member who may write: not silenced. Only `Audience.writer` makes one.
struct Writer: Sendable {
    let member: Member

    var id: Member.ID { member.id }
}

/// Someone who moderates the whole site. Only `Audience.moderator` makes one.
struct Moderator: Sendable {
    let member: Member

    var id: Member.ID { member.id }
}

/// Someone who runs the installation. Only `Audience.admin` makes one.
struct Admin: Sendable {
    let member: Member

    var id: Member.ID { member.id }
}

/// Who looks at a page.
enum Viewer: Equatable, Sendable {
    /// Anyone on the internet.
    case visitor
    case member(Member)

    var member: Member? { if case .member(let member) = self { member } else { nil } }
    var id: Member.ID? { member?.id }
}
