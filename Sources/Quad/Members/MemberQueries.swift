import FoundationEssentials
import HTML
import Postgres

/// A profile that its onlooker may open, and of it what they may see.
struct Profile: Sendable {
    let id: Member.ID
    let name: String
    let username: String
    let headline: String
    let type: ProfileType
    let universityName: String
    let universityShortName: String
    /// Empty where it isn't shown.
    let bio: SafeHTML
    /// Of posts that the viewer may read; how many there are elsewhere is nobody's business here.
    let postCount: Int
    let joinedAt: Date
    let visibility: Visibility
    let isHeld: Bool
    /// Whether its owner does not want to be found from outside.
    let isUnindexed: Bool
    let picture: Picture?
    let photoID: Attachment.ID?
    /// Types that a moderator saw a document for.
    let provenTypes: [ProfileType]
    /// `nil` where it isn't shown, or not said.
    let habits: StudyHabits?
    /// `nil` where it isn't shown, or there are no hours.
    let week: ShownWeek?

    /// Who may open it.
    enum Visibility: String, Column {
        case everyone = "public"
        case university, connections
        case owner = "only_me"
    }

    /// What stands for the face.
    enum Picture: String, Column {
        case pattern, photo
    }
}

enum ProfileType: String, Column, SQLBindable {
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
    static func profile(_ username: String, for onlooker: Onlooker) -> Self {
        .first(
            """
            SELECT u.id, u.name, u.username, u.headline, u.profile_type, n.name, n.short_name,
                CASE WHEN \(SQL.shows(.about, to: onlooker)) THEN u.bio_html ELSE '' END,
                (SELECT count(*) FROM posts p JOIN communities c ON c.id = p.community_id
                 WHERE p.author_id = u.id AND p.state = 'published' AND \(SQL.readable(by: onlooker.viewer))),
                u.created_at, u.visibility, u.is_held, NOT u.is_indexable, u.picture, u.photo_id,
                \(SQL.provenTypes),
                h.location, h.style, h.pace,
                w.availability, coalesce(w.time_zone, n.time_zone), \(SQL.zone(of: onlooker.viewer))
            FROM users u
            JOIN universities n ON n.id = u.university_id
            LEFT JOIN study_habits h ON h.user_id = u.id AND h.has_habits AND \(SQL.shows(.details, to: onlooker))
            LEFT JOIN study_habits w ON w.user_id = u.id AND \(SQL.showsWeek(to: onlooker))
            WHERE u.username = \(username) AND \(SQL.openProfile(for: onlooker))
            LIMIT 1
            """, as: Profile.init)
    }
}

extension Profile {
    /// One row.
    init(
        id: Member.ID, name: String, username: String, headline: String, type: ProfileType, universityName: String,
        universityShortName: String, bio: SafeHTML, postCount: Int, joinedAt: Date, visibility: Visibility,
        isHeld: Bool, isUnindexed: Bool, picture: Picture?, photoID: Attachment.ID?, provenTypes: [ProfileType],
        location: StudyHabits.Location?, style: StudyHabits.Style?, pace: StudyHabits.Pace?, hours: Week?,
        zone: String, readerZone: String
    ) {
        self.init(
            id: id, name: name, username: username, headline: headline, type: type, universityName: universityName,
            universityShortName: universityShortName, bio: bio, postCount: postCount, joinedAt: joinedAt,
            visibility: visibility, isHeld: isHeld, isUnindexed: isUnindexed, picture: picture, photoID: photoID,
            provenTypes: provenTypes, habits: StudyHabits(location, style, pace),
            week: ShownWeek(hours, zone: zone, readerZone: readerZone))
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
    /// Goes before what counts or sums up what one member has, so that two tabs do it one after the other: each statement
    /// behind it sees what was written before.
    static func lockMember(_ id: Member.ID) -> Self {
        Query<Int>.execute("SELECT id FROM users WHERE id = \(id) FOR NO KEY UPDATE").idempotent
    }

    /// Everyone with an account in use.
    static var peopleCount: Self {
        .value("SELECT coalesce(sum(user_count), 0)::bigint FROM universities WHERE state = 'active'")
    }
}
