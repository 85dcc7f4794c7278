import HTML

/// A person's profile as others see it; shown by Templates/members/profile.html.
struct ProfilePage: Page {
    struct Role: Sendable {
        let community: CommunityLink
        /// "Owner", "Moderator".
        let words: String
    }

    /// Who may open the page, and what they see of it.
    struct Readers: Sendable {
        let heading: String
        let words: String
    }

    let frame: Frame
    /// Told to its owner, who looks at it as others do.
    var preview: ProfilePreview?
    let person: Person
    let username: String
    let headline: String?
    /// "Student, confirmed", "Alder Bay University".
    let badges: [Badge]
    /// "since September 2025".
    let joined: String
    /// `nil` for visitors, and where there is nothing in common.
    var share: ProfileShare?
    /// The whole week, where the reader may see it and it isn't drawn beside their own.
    let week: ProfileWeek?
    let firstName: String
    let bio: SafeHTML?
    let skills: [SkillRow]
    /// What is said below the skills: how to confirm one.
    let skillsNote: String?
    let interests: [String]
    let details: [FactsPanel]
    let links: [ProfileLink]
    let roles: [Role]
    /// "17 posts you can read".
    let figures: String
    /// Newest first; their `place` is the community, which takes the author's place.
    let posts: [PostRow]
    let pagination: Pagination
    let readers: Readers
    /// Follow and mute; `nil` for visitors and on one's own.
    var attention: AttentionButtons?
    /// What is between the reader and this person; `nil` for visitors and on one's own.
    var tie: ConnectionState?

    /// What stands in place of the posts while there are none.
    var silence: EmptyState {
        frame.viewer == nil
            ? EmptyState("Nothing public yet", why: "Posts in communities anyone can read appear here.")
            : EmptyState("Nothing yet", why: "Posts in communities you can read appear here.")
    }

    var asideLabel: String { "About " + person.name }
}

/// A line over one's own profile while it is shown as others see it.
struct ProfilePreview: Sendable {
    /// "This is what a visitor sees."
    let words: String
    let back: String
}

/// What a member and the person they look at have in common.
struct ProfileShare: Sendable {
    /// The hours both are free: "Mon 16–18", highlighted.
    let times: [String]
    /// What follows the times: "and you both like it quiet".
    let alike: String?
    let week: WeekPicture?
    /// All hours of the other, where the reader sees them: the picture's as a list.
    let days: [HoursOfDay]
    /// Whose clock the hours are in, where two clocks differ.
    let note: String?
    /// "Courses, where you both show it": "CS 161, MATH 221".
    let facts: [Fact]
    let firstName: String

    var hasReason: Bool { !times.isEmpty || alike != nil }
    /// Both said their hours, and none is the same.
    var isApart: Bool { times.isEmpty && week != nil }
}

/// A line of a list of facts.
struct Fact: Sendable {
    let label: String
    let value: String
}

struct FactsPanel: Sendable {
    let heading: String
    let facts: [Fact]
}

/// A skill with its level, and who confirms it.
struct SkillRow: Sendable {
    /// A button that says one has seen it, or takes that back.
    struct Confirmation: Sendable {
        let path: String
        let isGiven: Bool
    }

    let name: String
    let level: Int
    /// "Bo Li, Anneke de Wit and three others say so".
    let line: String
    var confirmation: Confirmation?

    var squares: [Bool] { (1...5).map { $0 <= level } }
    var levelWords: String { "\(level) of 5" }
}

/// One's own profile, every part with who sees it and where it is changed; shown by
/// Templates/members/profile-own.html.
struct OwnProfilePage: Page {
    /// The one box that says what would help most.
    struct Next: Sendable {
        let title: String
        let words: String
        let action: Choice
        let step: String
    }

    struct Part: Sendable {
        let id: String
        let title: String
        let readers: Badge
        let editPath: String
        /// What is said while there is nothing, or besides it.
        var words: String?
        var bio: SafeHTML?
        var skills: [SkillRow] = []
        var facts: [Fact] = []
        var week: ProfileWeek?
    }

    struct View: Sendable {
        let label: String
        let path: String
        /// "name and studies".
        let note: String
    }

    let frame: Frame
    /// Who else sees the page.
    let note: String
    let person: Person
    let username: String
    let headline: String?
    let badges: [Badge]
    let joined: String
    /// 0 to 100.
    let percent: Int
    let next: Next?
    let parts: [Part]
    let figures: String
    let posts: [PostRow]
    let pagination: Pagination
    let views: [View]
    let roles: [ProfilePage.Role]
    let isHeld: Bool
    /// Whether a document would confirm something that isn't confirmed.
    let mayProve: Bool
    /// Only its owner sees these.
    let ownFigures: [Fact]

    var silence: EmptyState {
        EmptyState("Nothing written yet", why: "What you post in communities stands here, for who can read it there.")
    }
}
