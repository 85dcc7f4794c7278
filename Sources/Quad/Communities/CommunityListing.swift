/// What a community's page is made from.
struct CommunityListing {
    let community: Community
    let spaces: [Space]
    let selection: PostSelection
    let pinned: [ListedPost]
    /// One more than a page shows when the list goes on.
    let listed: [ListedPost]
    let unanswered: [ListedPost]
    let responsible: [Responsible]
    /// What a member follows and mutes of it.
    var attention = SubjectAttention()
    /// What the viewer saw of these posts before.
    var seen = SeenRows.none

    /// The space the list is of; `nil` for all of them, or when there is none of that address.
    var space: Space? { spaces.first { $0.slug == selection.space } }

    /// The list's own address, without order and place.
    var path: String {
        selection.space.map { CommunityPaths.space($0, of: community.slug) } ?? CommunityPaths.community(community.slug)
    }

    var address: FeedAddress { FeedAddress(path: path, usual: .hot) }

    var shown: [ListedPost] { Array(listed.prefix(CommunityHandlers.pageSize)) }

    var pagination: Pagination {
        let goesOn = listed.count > CommunityHandlers.pageSize
        let order = selection.order
        return Pagination(
            back: "Start of the list",
            newerPath: selection.after == nil ? nil : address.path(order),
            olderPath: goesOn
                ? shown.last.map { address.path(order, after: $0.cursor(in: order.order).description) } : nil,
            reason: order.reason + ([.hot, .new].contains(order.order) ? " Pinned posts come before all." : ""),
            end: goesOn || shown.isEmpty ? nil : order.end(of: "every post"))
    }
}

extension CommunityPage {
    init(_ listing: CommunityListing, viewer: Viewer, around: Surroundings, wording: Wording) {
        let community = listing.community
        let space = listing.space
        let order = listing.selection.order
        let isFirst = listing.selection.after == nil
        // Pages further down are for following links from, not for finding.
        let isIndexable =
            isFirst && order.order == .hot && community.isIndexable && (space.map { $0.postCount > 0 } ?? true)
        self.init(
            frame: Frame(
                around: around, title: space.map { "\($0.name) · \(community.name)" } ?? community.name,
                description: space?.description.nonEmpty ?? community.pageDescription(on: around.site),
                canonicalPath: isFirst ? listing.path : nil, indexable: isIndexable, current: .communities,
                matter: community.matter(
                    place: space.map { ($0.name, listing.path) }, isIndexable: isIndexable, around: around)),
            head: CommunityHead(
                community, spaces: listing.spaces, current: space.map { .space($0.slug) } ?? .posts, viewer: viewer,
                attention: AttentionButtons(listing.attention, to: .community(community.slug), back: listing.path)),
            heading: space?.name ?? "Posts", note: space?.description.nonEmpty,
            chips: FeedChips(order, at: listing.address),
            posts: (listing.pinned + listing.shown).map { $0.row(wording, seen: listing.seen) },
            pagination: listing.pagination,
            empty: EmptyState(
                "The posts of \(space?.name ?? community.name) will stand here.",
                why: isFirst ? order.silence : "There is nothing older than what you saw.",
                action: space == nil && isFirst
                    ? Choice("Other communities", path: CommunityPaths.all)
                    : Choice("All posts", path: CommunityPaths.community(community.slug))),
            side: CommunitySide(
                community, unanswered: listing.unanswered, responsible: listing.responsible, wording: wording))
    }
}

extension CommunityHead {
    enum Tab: Equatable {
        case posts, about, members
        case space(String)
    }

    /// - Parameter attention: follow and mute; `nil` where the page does not offer them.
    init(
        _ community: Community, spaces: [Space], current: Tab, viewer: Viewer, attention: AttentionButtons? = nil
    ) {
        let path = CommunityPaths.community(community.slug)
        self.init(
            community: community.link, description: community.description,
            facts: community.facts,
            tabs: [Choice("Posts", path: path, isCurrent: current == .posts)]
                + spaces.map { space in
                    Choice(
                        space.name, path: CommunityPaths.space(space.slug, of: community.slug),
                        isCurrent: current == .space(space.slug),
                        count: space.postCount > 0 ? Wording.count(space.postCount) : nil)
                } + [Choice("About", path: CommunityPaths.about(community.slug), isCurrent: current == .about)]
                + (community.role?.takesPart == true || viewer.member?.role.moderates == true
                    ? [Choice("Members", path: MembershipPaths.members(community.slug), isCurrent: current == .members)]
                    : []),
            actions: viewer.member.map { Actions(of: $0, in: community) },
            attention: viewer.member == nil ? nil : attention, management: Management(of: community))
    }
}

extension CommunityHead.Actions {
    init(of member: Member, in community: Community) {
        let mayWrite = community.role?.takesPart == true && member.standing == .active && !community.isArchived
        let mayJoin = community.role == nil && !community.isArchived && community.visibility != .members
        let mayLeave = community.role == .member || community.role == .moderator
        self.init(
            writePath: mayWrite ? WritingPaths.newPost(in: community.slug) : nil,
            join: mayJoin ? JoinButton(path: MembershipPaths.join(community.slug)) : nil,
            leavePath: mayLeave ? MembershipPaths.leave(community.slug) : nil,
            leaveWords: community.visibility == .members ? "Leave; you come back by invitation" : "Leave",
            words: community.role == .banned ? "Its moderators sent you out: you can read, not write." : nil)
    }
}

extension CommunitySide {
    /// - Parameter rules: `nil` for the community's.
    init(
        _ community: Community, rules: [String]? = nil, unanswered: [ListedPost], responsible: [Responsible],
        wording: Wording
    ) {
        self.init(
            slug: community.slug,
            waiting: unanswered.map {
                Question(title: $0.post.title, path: $0.path, waiting: wording.ago($0.post.publishedAt).words)
            },
            rules: rules ?? community.rules,
            moderators: responsible.map {
                Moderator(person: $0.author.person, role: $0.isOwner ? "Owner" : "Moderator")
            })
    }
}

extension Community {
    /// The line under its name.
    var facts: [String] {
        var facts = [
            Wording.counted(memberCount, "member", "members"), visibility.words(university: universityName),
        ]
        if let universityName, visibility != .university { facts.append(universityName) }
        if isArchived { facts.append("closed for new posts") }
        return facts
    }
}

extension Community {
    /// Whether crawlers may keep its pages. One without posts has nothing to find yet.
    var isIndexable: Bool { visibility == .everyone && indexing != .closed && postCount > 0 }
}

extension Community.Visibility {
    /// Who can read, for a line of facts.
    ///
    /// - Parameter university: `nil` for a community of all universities.
    func words(university: String?) -> String {
        switch self {
        case .everyone: "anyone can read"
        case .university: university.map { "everyone at \($0) can read" } ?? "everyone with an account can read"
        case .members: "members only"
        }
    }
}

extension String {
    /// `nil` instead of an empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}
