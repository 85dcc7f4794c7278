import HTML

extension ProfilePage {
    init(
        _ profile: Profile, roles: [Responsibility], posts: [ListedPost], isOwn: Bool, around: Surroundings,
        wording: Wording
    ) {
        let who = around.viewer == nil ? "anyone can read" : isOwn ? "written here" : "you can read"
        let path = MemberPaths.profile(profile.username)
        self.init(
            frame: Frame(
                around: around, title: profile.name,
                description: profile.headline.nonEmpty ?? "\(profile.name) at \(profile.universityName)",
                canonicalPath: path, indexable: profile.isIndexable, current: isOwn ? .you : nil,
                matter: profile.matter(around: around)),
            ownNote: isOwn ? profile.ownNote : nil,
            person: Person(
                name: profile.name, path: path, avatar: Avatar(name: profile.name, username: profile.username)),
            username: profile.username, headline: profile.headline.nonEmpty,
            badges: [Badge(profile.type.words), Badge(profile.universityName)],
            joined: "since \(wording.month(profile.joinedAt))",
            bio: profile.bio.bytes.isEmpty ? nil : profile.bio,
            roles: roles.map { role in
                Role(
                    community: CommunityLink(
                        name: role.communityName, path: CommunityPaths.community(role.communitySlug),
                        icon: role.iconID.map(AttachmentPaths.icon)),
                    words: role.isOwner ? "Owner" : "Moderator")
            },
            figures: Wording.counted(profile.postCount, "post", "posts") + " \(who)",
            posts: posts.map { $0.rowOnProfile(wording) },
            pagination: Pagination(
                reason: around.viewer == nil
                    ? "The newest post comes first; only posts that anyone can read."
                    : "The newest post comes first; only posts that you can read."),
            readers: profile.readers)
    }
}

extension Profile {
    /// What its owner is told about who else sees it.
    fileprivate var ownNote: String {
        if isHeld { return "Your profile is on hold: nobody but you can open it, and your name isn’t shown." }
        switch visibility {
        case .everyone: return "This is how you look to anyone, also without an account."
        case .university: return "This is how you look to everyone at \(universityName)."
        case .connections: return "This is how you look to your connections."
        case .owner: return "Nobody but you can open this page."
        }
    }

    /// Who sees it, and what of it.
    fileprivate var readers: ProfilePage.Readers {
        switch visibility {
        case .everyone:
            ProfilePage.Readers(
                heading: "What’s public here",
                words: "The name, what stands beside it, and what was written in communities anyone can read. "
                    + "Courses and free hours are never public.")
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
