extension CommunitiesPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(
        found: [Community], count: Int, byName: Bool, isFirst: Bool, waiting: [PlaceWaiting] = [],
        mayMake: Bool = false,
        around: Surroundings
    ) {
        let who = around.viewer == nil ? "anyone can read" : "you can read"
        let shown = found.prefix(CommunityHandlers.pageSize)
        let path = byName ? CommunityPaths.all + "?order=name" : CommunityPaths.all
        let next = found.count > CommunityHandlers.pageSize ? shown.last : nil
        self.init(
            frame: Frame(
                around: around, title: "Communities",
                description: "What people study, make and talk about: every community that anyone can read.",
                canonicalPath: isFirst ? CommunityPaths.all : nil, indexable: isFirst && !byName, current: .communities,
                matter: HeadMatter(feeds: [.everything(of: around.site)])),
            summary: "\(Wording.counted(count, "community", "communities")) \(who).",
            orders: [
                Choice("Largest", path: CommunityPaths.all, isCurrent: !byName),
                Choice("A to Z", path: CommunityPaths.all + "?order=name", isCurrent: byName),
            ],
            items: shown.map { CommunityItem($0) },
            pagination: Pagination(
                onward: "More communities", back: "Start of the list", newerPath: isFirst ? nil : path,
                olderPath: next.map { last in
                    let cursor = CommunityCursor(memberCount: last.memberCount, slug: last.slug)
                    return path + (byName ? "&" : "?") + "after=\(cursor)"
                },
                reason: byName ? "By address, from A to Z." : "The community with the most members comes first.",
                end: next == nil && !shown.isEmpty ? "That’s every community \(who)." : nil),
            waiting: WaitingPlaces(isFirst ? waiting : []), newPath: mayMake ? KeepingPaths.newCommunity : nil)
    }
}

extension CommunityItem {
    init(_ community: Community) {
        self.init(
            community: community.link,
            description: community.description,
            facts: [
                Wording.counted(community.memberCount, "member", "members"),
                Wording.counted(community.postCount, "post", "posts"),
            ], isJoined: community.role?.takesPart == true)
    }
}

extension CommunityAboutPage {
    init(
        community: Community, spaces: [Quad.Space], unanswered: [ListedPost], responsible: [Responsible],
        belonging: Belonging?, viewer: Viewer, around: Surroundings, wording: Wording
    ) {
        let university = community.universityName ?? "All universities"
        self.init(
            frame: Frame(
                around: around, title: "About \(community.name)",
                description: "Who answers for it, and its rules. " + community.pageDescription(on: around.site),
                canonicalPath: CommunityPaths.about(community.slug), indexable: community.isIndexable,
                current: .communities,
                matter: community.matter(
                    place: ("About", CommunityPaths.about(community.slug)), isIndexable: community.isIndexable,
                    around: around)),
            head: CommunityHead(community, spaces: spaces, current: .about, viewer: viewer),
            belonging: belonging?.words(wording),
            facts: [
                Fact(label: "Who can read", value: community.readers),
                Fact(label: "University", value: university),
                Fact(label: "Members", value: Wording.count(community.memberCount)),
                Fact(label: "Posts", value: Wording.count(community.postCount)),
            ]
                + (community.visibility == .everyone
                    ? [Fact(label: "Who may copy it", value: community.indexing.words)] : []),
            rules: community.rules,
            spaces: spaces.map { space in
                Space(
                    name: space.name, path: CommunityPaths.space(space.slug, of: community.slug),
                    description: space.description,
                    posting: space.onlyModeratorsPost ? "Moderators post" : "Every member can post")
            },
            // The rules stand in the page itself.
            side: CommunitySide(
                community, rules: [], unanswered: unanswered, responsible: responsible, wording: wording))
    }
}

extension Community {
    fileprivate var readers: String {
        switch visibility {
        case .everyone: "Anyone, also without an account"
        case .university: universityName.map { "Everyone at \($0)" } ?? "Everyone with an account"
        case .members: "Its members"
        }
    }
}

extension Community.Indexing {
    /// What crawlers are told, in the reader's words.
    var words: String {
        switch self {
        case .open: "Search engines and archives"
        case .search: "Search engines, but nobody who trains machines on it"
        case .closed: "No crawler at all"
        }
    }
}
