import FoundationEssentials
import Postgres

/// An invitation by name, as those in charge see it: the name as it was typed, whether or not somebody has it.
struct Invitation: Sendable {
    typealias ID = Quad.ID<Invitation>

    let id: ID
    let username: String
    let createdAt: Date
}

/// A link that lets in who has it.
struct InvitationLink: Sendable {
    typealias ID = Quad.ID<InvitationLink>

    let id: ID
    let by: Author
    let expiresAt: Date
    let mostUses: Int?
    let useCount: Int

    /// How many people a link may be made for; `nil` for no limit.
    static let limits: [Int?] = [nil, 1, 5, 25, 100]
}

/// A community as who has a link to it finds it.
struct LinkedPlace: Sendable {
    let slug: String
    let name: String
    let description: String
    let rules: [String]
    let visibility: Community.Visibility
    let universityName: String?
    let memberCount: Int
    let role: CommunityRole?
    /// Whether the link is good, the community open, and this member may be in it.
    let isUsable: Bool
}

/// Something of a community that waits for a member: an invitation, or an offer to take it over.
struct PlaceWaiting: Sendable {
    enum Kind: String, Column {
        case invitation, ownership
    }

    let kind: Kind
    /// The invitation's; for an offer the community's.
    let id: Invitation.ID
    let name: String
    let slug: String
    let description: String
    let by: Author
}

/// How somebody stands who is to be invited.
struct Invitee: Sendable {
    let role: CommunityRole?
}
