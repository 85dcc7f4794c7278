import HTML

extension ProfilePage {
    init(_ profile: PublicProfile, roles: [Responsibility], posts: [ListedPost], around: Surroundings, wording: Wording)
    {
        let path = MemberPaths.profile(profile.username)
        self.init(
            frame: Frame(
                around: around, title: profile.name,
                description: profile.headline.nonEmpty ?? "\(profile.name) at \(profile.universityName)",
                canonicalPath: path),
            person: Person(
                name: profile.name, path: path, avatar: Avatar(name: profile.name, username: profile.username)),
            username: profile.username, headline: profile.headline.nonEmpty,
            badges: [Badge(profile.type.words), Badge(profile.universityName)],
            joined: "since \(wording.month(profile.joinedAt))",
            bio: profile.bio.bytes.isEmpty ? nil : profile.bio,
            roles: roles.map { role in
                Role(
                    community: CommunityLink(
                        name: role.communityName, path: CommunityPaths.community(role.communitySlug)),
                    words: role.isOwner ? "Owner" : "Moderator")
            },
            figures: Wording.counted(profile.postCount, "post", "posts") + " anyone can read",
            posts: posts.map { $0.rowOnProfile(wording) },
            pagination: Pagination(reason: "The newest post comes first; only posts that anyone can read."))
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
