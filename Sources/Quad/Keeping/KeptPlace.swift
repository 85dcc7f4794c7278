import HTTPServer
import Postgres

/// What somebody may decide about a community.
enum Charge: String, Column, SQLBindable {
    case none
    /// Its words, spaces and members.
    case moderator
    /// Also who reads it, where it stands, and whose it is.
    case owner
}

/// A community as someone finds it who keeps it.
struct KeptPlace: Sendable {
    let id: Community.ID
    let slug: String
    let name: String
    let description: String
    let rules: [String]
    let visibility: Community.Visibility
    let takesAsks: Bool
    let indexing: Community.Indexing
    let commentWait: Int
    let language: Language
    /// The community's picture.
    let iconID: Attachment.ID?
    let revision: Int
    /// `nil`: of all universities.
    let universityName: String?
    let isArchived: Bool
    let charge: Charge
    /// Posts to look at and people who ask in, counted up to a hundred; `nil` for who has no charge.
    let reviewCount: Int?
    let askCount: Int?

    var path: String { CommunityPaths.community(slug) }
    var link: CommunityLink {
        CommunityLink(name: name, path: path, icon: iconID.map(AttachmentPaths.icon))
    }

    /// - Throws: 403 for who may read it but not decide about it.
    func check(_ needed: Charge = .moderator) throws(KeepingRefusal) {
        switch (charge, needed) {
        case (_, .none), (.owner, _), (.moderator, .moderator): return
        case (_, .owner): throw .forItsOwner(path: path)
        case (.none, .moderator): throw .forItsModerators(path: path)
        }
    }
}

/// Why somebody may not decide about a community that they may read.
enum KeepingRefusal: ResponseError, Equatable {
    case forItsModerators(path: String)
    case forItsOwner(path: String)
    case notOffered(path: String)

    var status: HTTPStatus { .forbidden }

    var message: String? {
        switch self {
        case .forItsModerators: "This is for the community’s moderators"
        case .forItsOwner: "This is for the community’s owner"
        case .notOffered: "Nobody offers you this community now"
        }
    }

    var advice: String? {
        switch self {
        case .forItsModerators: "Its about page says who they are. You can write to them there."
        case .forItsOwner: "Ask its owner; the about page says who that is."
        case .notOffered: "The offer was taken back, or the community has changed hands."
        }
    }

    var remedy: Choice? {
        switch self {
        case .forItsModerators(let path), .forItsOwner(let path), .notOffered(let path):
            Choice("Back to the community", path: path)
        }
    }
}

extension SQL {
    /// Whether a member decides about the words, spaces and members of `communities c`: its owner and moderators, and
    /// who moderates the whole site.
    static func keeps(_ member: Member) -> SQL {
        if member.role.moderates { return "true" }
        return """
            EXISTS (
                SELECT FROM memberships g
                WHERE g.community_id = c.id AND g.user_id = \(member.id) AND g.role IN ('owner', 'moderator'))
            """
    }

    /// Whether a member decides about `communities c` as a whole: its owner, and admins.
    static func owns(_ member: Member) -> SQL {
        if member.role == .admin { return "true" }
        return """
            EXISTS (
                SELECT FROM memberships g
                WHERE g.community_id = c.id AND g.user_id = \(member.id) AND g.role = 'owner')
            """
    }

    /// What waits for those who keep `communities c`, up to a hundred: posts to look at, and people who ask in. NULL
    /// for everyone else.
    static func waitingColumns(for viewer: Viewer) -> SQL {
        guard let member = viewer.member else { return "NULL::bigint, NULL::bigint" }
        return """
            CASE WHEN \(keeps(member)) THEN (
                SELECT count(*) FROM (
                    SELECT FROM posts w WHERE w.community_id = c.id AND w.state = 'in_review' LIMIT 100) w) END,
            CASE WHEN \(keeps(member)) THEN (
                SELECT count(*) FROM (
                    SELECT FROM join_asks w WHERE w.community_id = c.id AND w.state = 'waiting' LIMIT 100) w) END
            """
    }
}

extension Query where Output == KeptPlace? {
    static func keptPlace(_ community: String, for member: Member) -> Self {
        .first(
            """
            SELECT c.id, c.slug, c.name, c.description, c.rules, c.visibility, c.takes_asks, c.indexing,
                c.comment_wait, c.language, c.icon_id, c.revision, n.name, c.state = 'archived',
                CASE WHEN \(SQL.owns(member)) THEN 'owner' WHEN \(SQL.keeps(member)) THEN 'moderator' ELSE 'none' END,
                \(SQL.waitingColumns(for: .member(member)))
            FROM communities c LEFT JOIN universities n ON n.id = c.university_id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member)))
            LIMIT 1
            """, as: KeptPlace.init)
    }
}

extension Context {
    /// The community of the address, as somebody in charge finds it.
    ///
    /// - Throws: `NotFound` for who may not know of it, `KeepingRefusal` for who has no such charge.
    func keptPlace(for member: Member, _ charge: Charge = .moderator) throws -> KeptPlace {
        let place = try database.fetch(.keptPlace(parameter("community"), for: member))
        return try kept(place, charge)
    }

    /// The same of what a statement found.
    func kept(_ place: KeptPlace?, _ charge: Charge = .moderator) throws -> KeptPlace {
        guard let place else { throw NotFound() }
        try place.check(charge)
        return place
    }
}
