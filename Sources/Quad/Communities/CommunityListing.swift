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

    /// The space the list is of; `nil` for all of them, or when there is none of that address.
    var space: Space? { spaces.first { $0.slug == selection.space } }

    /// The list's own address, without order and place.
    var path: String {
        selection.space.map { CommunityPaths.space($0, of: community.slug) } ?? CommunityPaths.community(community.slug)
    }

    func path(order: PostOrder, after cursor: PostCursor? = nil) -> String {
        var query: [String] = []
        if order != .hot { query.append("order=\(order.rawValue)") }
        if let cursor { query.append("after=\(cursor)") }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }

    var shown: [ListedPost] { Array(listed.prefix(CommunityHandlers.pageSize)) }

    var pagination: Pagination {
        let goesOn = listed.count > CommunityHandlers.pageSize
        return Pagination(
            back: "Start of the list",
            newerPath: selection.after == nil ? nil : path(order: selection.order),
            olderPath: goesOn
                ? shown.last.map { path(order: selection.order, after: $0.cursor(in: selection.order)) } : nil,
            reason: selection.order.reason, end: goesOn || shown.isEmpty ? nil : "That’s every post.")
    }
}

extension CommunityPage {
    init(_ listing: CommunityListing, viewer: Viewer, around: Surroundings, wording: Wording) {
        let community = listing.community
        let space = listing.space
        let order = listing.selection.order
        let isFirst = listing.selection.after == nil
        self.init(
            frame: Frame(
                around: around, title: space.map { "\($0.name) · \(community.name)" } ?? community.name,
                description: space?.description.nonEmpty ?? community.description.nonEmpty,
                canonicalPath: isFirst ? listing.path : nil,
                // Pages further down are for following links from, not for finding.
                indexable: isFirst && order == .hot && community.isIndexable, current: .communities),
            head: CommunityHead(
                community, spaces: listing.spaces, current: space.map { .space($0.slug) } ?? .posts, viewer: viewer),
            heading: space?.name ?? "Posts", note: space?.description.nonEmpty,
            orders: [PostOrder.hot, .new].map {
                Choice($0.label, path: listing.path(order: $0), isCurrent: $0 == order)
            },
            posts: (listing.pinned + listing.shown).map { $0.row(wording) }, pagination: listing.pagination,
            empty: EmptyState(
                "The posts of \(space?.name ?? community.name) will stand here.",
                why: isFirst ? "Nobody has written one yet." : "There is nothing older than what you saw.",
                action: space == nil && isFirst
                    ? Choice("Other communities", path: CommunityPaths.all)
                    : Choice("All posts", path: CommunityPaths.community(community.slug))),
            side: CommunitySide(
                community, unanswered: listing.unanswered, responsible: listing.responsible, wording: wording))
    }
}

extension CommunityHead {
    enum Tab: Equatable {
        case posts, about
        case space(String)
    }

    init(_ community: Community, spaces: [Space], current: Tab, viewer: Viewer) {
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
                } + [Choice("About", path: CommunityPaths.about(community.slug), isCurrent: current == .about)],
            actions: viewer.member.map { Actions(of: $0, in: community) })
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
    init(_ community: Community, unanswered: [ListedPost], responsible: [Responsible], wording: Wording) {
        self.init(
            waiting: unanswered.map {
                Question(title: $0.post.title, path: $0.path, waiting: wording.ago($0.post.publishedAt).words)
            },
            rules: community.rules,
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
    /// Whether crawlers may keep its pages.
    var isIndexable: Bool { visibility == .everyone && indexing != .closed }
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
