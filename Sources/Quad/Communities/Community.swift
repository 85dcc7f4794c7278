import Postgres

/// A place where people talk, found at `/c/{slug}`.
struct Community: Sendable {
    typealias ID = Quad.ID<Community>

    let id: ID
    let slug: String
    let name: String
    let description: String
    let rules: [String]
    let visibility: Visibility
    let indexing: Indexing
    let isArchived: Bool
    let memberCount: Int
    let postCount: Int
    /// `nil`: of all universities.
    let universityName: String?
    /// What the viewer is here; `nil` for who has not joined, and for visitors.
    let role: CommunityRole?
    /// Posts to look at and people who ask in, up to a hundred, for those who keep it; `nil` for everyone else.
    let reviewCount: Int?
    let askCount: Int?
    let iconID: Attachment.ID?
    let language: Language

    /// As pages name it.
    var link: CommunityLink {
        CommunityLink(name: name, path: CommunityPaths.community(slug), icon: iconID.map(AttachmentPaths.icon))
    }

    /// Who may read a community.
    enum Visibility: String, Column {
        /// Anyone on the internet.
        case everyone = "public"
        /// Members of its university, or of all when it has none.
        case university
        /// Its own members.
        case members = "private"
    }

    /// Who may take copies of a public community's pages.
    enum Indexing: String, Column {
        /// Everyone.
        case open
        /// Search engines, but nobody who trains on what they read.
        case search
        /// No crawler.
        case closed
    }
}

/// What someone is in a community.
enum CommunityRole: String, Column, SQLBindable, CaseIterable {
    case owner, moderator, member
    /// Sent out: reads what others may read, and does nothing more.
    case banned

    var takesPart: Bool { self != .banned }
}

/// A section of a community, found at `/c/{community}/s/{slug}`.
struct Space: Sendable {
    typealias ID = Quad.ID<Space>

    let id: ID
    let slug: String
    let name: String
    let description: String
    let onlyModeratorsPost: Bool
    let postCount: Int
}

/// One who answers for a community.
struct Responsible: Sendable {
    let author: Author
    let isOwner: Bool
}
