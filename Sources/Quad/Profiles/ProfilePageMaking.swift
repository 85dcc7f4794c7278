import FoundationEssentials
import HTML

/// All that a profile's page is made of.
struct ProfileParts: Sendable {
    let skills: [Skill]
    let interests: [String]
    let details: [TypeDetails]
    let links: [ProfileLink]
    let roles: [Responsibility]
    let posts: [ListedPost]
    /// `nil` for visitors and owners.
    var common: CommonGround?
}

extension ProfilePage {
    /// - Parameters:
    ///   - share: what the viewer has in common with its owner.
    ///   - book: where time zones are looked up.
    ///   - around: what stands around it; of a preview its owner's.
    init(
        _ profile: Profile, _ parts: ProfileParts, for onlooker: Onlooker, share: ProfileShare? = nil,
        book: ZoneBook, around: Surroundings, wording: Wording
    ) {
        let isVisitor = onlooker.viewer.member == nil
        let path = MemberPaths.profile(profile.username)
        let isConnected = parts.common?.isConnected ?? false
        self.init(
            frame: Frame(
                around: around, title: profile.name,
                description: profile.headline.nonEmpty ?? "\(profile.name) at \(profile.universityName)",
                canonicalPath: path, indexable: onlooker.preview == nil && profile.isIndexable,
                matter: onlooker.preview == nil ? profile.matter(parts, around: around) : HeadMatter()),
            person: profile.person, username: profile.username, headline: profile.headline.nonEmpty,
            badges: profile.badges, joined: "since \(wording.month(profile.joinedAt))",
            share: share, week: share?.week == nil ? profile.drawnWeek(book, now: wording.moment) : nil,
            firstName: profile.firstName,
            bio: profile.bio.bytes.isEmpty ? nil : profile.bio,
            skills: parts.skills.map { $0.row(of: profile.username, isConnected: isConnected) },
            skillsNote: parts.common != nil && !isConnected
                ? "Once you’re connected you can confirm skills you’ve seen." : nil,
            interests: parts.interests, details: profile.panels(parts.details), links: parts.links,
            roles: parts.roles.map(Role.init),
            figures: Wording.counted(profile.postCount, "post", "posts")
                + (isVisitor ? " anyone can read" : onlooker.preview == nil ? " you can read" : " they can read"),
            posts: parts.posts.map { $0.rowOnProfile(wording) },
            pagination: Pagination(
                onward: "All by \(profile.firstName)", olderPath: profile.writingPath(beyond: parts.posts.count),
                reason: isVisitor
                    ? "The newest post comes first; only posts that anyone can read."
                    : "The newest post comes first; only posts that you can read."),
            readers: profile.readers)
    }
}

extension ProfilePage.Role {
    init(_ role: Responsibility) {
        self.init(
            community: CommunityLink(
                name: role.communityName, path: CommunityPaths.community(role.communitySlug),
                icon: role.iconID.map(AttachmentPaths.icon)),
            words: role.isOwner ? "Owner" : "Moderator")
    }
}

extension Profile {
    var person: Person {
        Person(
            name: name, path: MemberPaths.profile(username),
            avatar: Avatar(name: name, username: username, photo: photoID))
    }

    var firstName: String { Wording.firstName(of: name) }

    /// Where all of the posts are, when a profile shows only the newest of them.
    func writingPath(beyond shown: Int) -> String? {
        postCount > shown ? MemberPaths.writing(of: username) : nil
    }

    /// The whole week as the reader sees it, in the reader's time.
    func drawnWeek(_ book: ZoneBook, now: Date) -> ProfileWeek? {
        week.map {
            ProfileWeek(
                $0, title: "\(firstName)’s free hours in a normal week", name: firstName, book: book, now: now)
        }
    }

    /// "Student, confirmed", then what else a moderator saw a document for, then the university.
    var badges: [Badge] {
        let proven = provenTypes.filter { $0 != type }
        return [badge(type)] + proven.map(badge) + [Badge(universityName)]
    }

    private func badge(_ type: ProfileType) -> Badge {
        provenTypes.contains(type)
            ? Badge("\(type.words), confirmed", icon: .check, tone: .good) : Badge(type.words)
    }

    /// Beside the profile: what goes with each type, then how somebody likes to study.
    fileprivate func panels(_ details: [TypeDetails]) -> [FactsPanel] {
        var panels = details.compactMap { details -> FactsPanel? in
            let facts = details.facts
            return facts.isEmpty ? nil : FactsPanel(heading: details.type.heading, facts: facts)
        }
        if let habits { panels.append(FactsPanel(heading: "How \(firstName) studies", facts: habits.facts)) }
        return panels
    }

    /// Who sees it, and what of it.
    fileprivate var readers: ProfilePage.Readers {
        switch visibility {
        case .everyone:
            ProfilePage.Readers(
                heading: "What’s public here",
                words: "The name, what stands beside it, what its owner opened to everyone, and what was written in "
                    + "communities anyone can read. Courses and free hours are never public.")
        case .university:
            ProfilePage.Readers(
                heading: "Who sees this",
                words: "Everyone at \(universityName) who is signed in. Visitors and search engines don’t.")
        case .connections:
            ProfilePage.Readers(heading: "Who sees this", words: "Connections. Nobody else can open this page.")
        case .owner: ProfilePage.Readers(heading: "Who sees this", words: "Its owner alone.")
        }
    }
}

extension TypeDetails {
    /// What was said, in the type's order.
    var facts: [Fact] {
        type.fields.compactMap { field in
            details.values[field.key].flatMap(field.words).map { Fact(label: field.label, value: $0) }
        }
    }
}

extension StudyHabits {
    var facts: [Fact] {
        [
            Fact(label: "Where", value: location.label), Fact(label: "How", value: style.label),
            Fact(label: "Pace", value: pace.label),
        ]
    }
}

extension Skill {
    /// - Parameter isConnected: whether the viewer may confirm it.
    func row(of username: String, isConnected: Bool) -> SkillRow {
        SkillRow(
            name: name, level: level, line: line,
            confirmation: isConnected
                ? SkillRow.Confirmation(
                    path: isConfirmedByViewer
                        ? ProfilePaths.withdrawal(of: slug, username) : ProfilePaths.endorsement(of: slug, username),
                    isGiven: isConfirmedByViewer) : nil)
    }

    /// "Bo Li and Anneke de Wit say so", "Bo Li and three others say so", "Two people say so".
    private var line: String {
        guard endorserCount > 0 else { return "Nobody has confirmed this yet" }
        let others = endorserCount - endorsers.count
        guard others > 0 else {
            return Week.Words.list(endorsers) + (endorsers.count == 1 ? " says so" : " say so")
        }
        guard !endorsers.isEmpty else {
            return endorserCount == 1 ? "One person says so" : "\(Self.number(endorserCount)) people say so"
        }
        let rest = others == 1 ? "one other" : "\(Self.number(others).lowercased()) others"
        return Week.Words.list(endorsers + [rest]) + " say so"
    }

    private static func number(_ count: Int) -> String {
        let words = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
        return (2...10).contains(count) ? words[count - 2] : Wording.count(count)
    }
}

extension ProfileType {
    var words: String {
        switch self {
        case .student: "Student"
        case .alumni: "Alumni"
        case .mentor: "Mentor"
        case .faculty: "Faculty"
        case .staff: "Staff"
        case .organizationPartner: "Organization partner"
        case .investor: "Investor"
        case .innovator: "Innovator"
        case .serviceProvider: "Service provider"
        case .governmentOfficial: "Government official"
        case .communityMember: "Community member"
        }
    }
}
