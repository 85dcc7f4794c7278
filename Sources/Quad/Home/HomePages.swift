import HTML

/// Where a member begins; shown by Templates/home/home.html.
struct HomePage: Page {
    struct Place: Sendable {
        let community: CommunityLink
        /// When something last happened there: "5 min".
        let news: String
    }

    let frame: Frame
    /// "Hello Leila".
    let greeting: String
    /// "Tuesday 20 October".
    let today: String
    let posts: [PostRow]
    let pagination: Pagination
    let places: [Place]

    var silence: EmptyState {
        EmptyState(
            "What’s new in your communities will stand here.", why: "Nobody has written there yet.",
            action: Choice("More communities", path: CommunityPaths.all))
    }
}

/// The same before one has joined anything; shown by Templates/home/first-home.html.
struct FirstHomePage: Page {
    let frame: Frame
    let greeting: String
    let today: String
    let communities: [CommunityItem]

    var silence: EmptyState {
        EmptyState("No communities yet", why: "They’ll be listed here as soon as the first one opens.")
    }
}

extension HomePage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(
        _ member: Member, joined: [JoinedCommunity], found: [FeedPost], isFirst: Bool, around: Surroundings,
        wording: Wording
    ) {
        let shown = found.prefix(FeedPost.pageSize)
        let next = found.count > FeedPost.pageSize ? shown.last : nil
        self.init(
            frame: Frame(around: around, title: "Home", indexable: false, current: .home),
            greeting: "Hello \(member.firstName)", today: wording.today, posts: shown.map { $0.listed.row(wording) },
            pagination: Pagination(
                back: "Start of the list", newerPath: isFirst ? nil : HomePaths.home,
                olderPath: next.map { HomePaths.home(after: $0.cursor) },
                reason: "The newest post comes first, whatever its votes.",
                end: next == nil && !shown.isEmpty ? "That’s everything in your communities." : nil),
            places: joined.map { place in
                Place(
                    community: CommunityLink(
                        name: place.name, path: CommunityPaths.community(place.slug),
                        icon: place.iconID.map(AttachmentPaths.icon)),
                    news: wording.ago(place.lastActivityAt).words)
            })
    }
}

extension FirstHomePage {
    init(_ member: Member, communities: [Community], around: Surroundings, wording: Wording) {
        self.init(
            frame: Frame(around: around, title: "Home", indexable: false, current: .home),
            greeting: "Hello \(member.firstName)", today: wording.today,
            communities: communities.map { community in
                var item = CommunityItem(community)
                if community.role == nil, community.visibility != .members {
                    item.join = JoinButton(
                        path: MembershipPaths.join(community.slug), name: community.name, back: HomePaths.home)
                }
                return item
            })
    }
}

extension Member {
    /// What a greeting calls them: the first word of the name as they wrote it.
    var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }
}
