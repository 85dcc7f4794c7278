import FoundationEssentials
import HTML
import Postgres

/// A profile that its viewer may open.
struct Profile: Sendable {
    let name: String
    let username: String
    let headline: String
    let type: ProfileType
    let universityName: String
    let bio: SafeHTML
    /// Of posts that the viewer may read; how many there are elsewhere is nobody's business here.
    let postCount: Int
    let joinedAt: Date
    let visibility: Visibility
    let isHeld: Bool
    /// Whether its owner does not want to be found from outside.
    let isUnindexed: Bool

    /// Who may open it.
    enum Visibility: String, Column {
        case everyone = "public"
        case university, connections
        case owner = "only_me"
    }
}

enum ProfileType: String, Column {
    case student, alumni, mentor, faculty, staff
    case organizationPartner = "organization_partner"
    case investor, innovator
    case serviceProvider = "service_provider"
    case governmentOfficial = "government_official"
    case communityMember = "community_member"
}

/// A community someone answers for.
struct Responsibility: Sendable {
    let communityName: String
    let communitySlug: String
    let isOwner: Bool
    /// The community's picture.
    let iconID: Attachment.ID?
}

extension Query where Output == Profile? {
    static func profile(_ username: String, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT u.name, u.username, u.headline, u.profile_type, n.name, u.bio_html,
                (SELECT count(*) FROM posts p JOIN communities c ON c.id = p.community_id
                 WHERE p.author_id = u.id AND p.state = 'published' AND \(SQL.readable(by: viewer))),
                u.created_at, u.visibility, u.is_held, NOT u.is_indexable
            FROM users u JOIN universities n ON n.id = u.university_id
            WHERE u.username = \(username) AND \(SQL.openProfile(for: viewer))
            LIMIT 1
            """, as: Profile.init)
    }
}

extension Query where Output == [Responsibility] {
    /// The communities that someone answers for, as far as the viewer may read them.
    static func responsibilities(of username: String, for viewer: Viewer) -> Self {
        .all(
            """
            SELECT c.name, c.slug, m.role = 'owner', c.icon_id
            FROM memberships m JOIN communities c ON c.id = m.community_id
            WHERE m.user_id = (SELECT id FROM users WHERE username = \(username))
                AND m.role IN ('owner', 'moderator') AND \(SQL.readable(by: viewer)) AND c.state = 'active'
            ORDER BY c.member_count DESC, c.slug
            LIMIT 10
            """, as: Responsibility.init)
    }
}

extension Query where Output == Int {
    /// Everyone with an account in use.
    static var peopleCount: Self {
        .value("SELECT coalesce(sum(user_count), 0)::bigint FROM universities WHERE state = 'active'")
    }
}
