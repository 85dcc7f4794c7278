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
    /// "Your communities", "Following".
    let tabs: [Choice]
    let heading: String
    /// `nil` for what one follows, which has one order.
    let chips: FeedChips?
    let posts: [PostRow]
    let pagination: Pagination
    let places: [Place]
    let silence: EmptyState
    let waiting: WaitingPlaces
    /// What the list says where it ends without having come to its last post.
    var sinceYesterday: String?
    var day = HomeDay()
    var figures: OwnFiguresPanel?
    /// What is left of the first set-up.
    var welcome: WelcomeBox?
}

/// The same before one has joined anything; shown by Templates/home/first-home.html.
struct FirstHomePage: Page {
    let frame: Frame
    let greeting: String
    let today: String
    let communities: [CommunityItem]
    let waiting: WaitingPlaces
    /// A few people they may know.
    let suggestions: [SuggestionItem]
    /// `nil` for who may make no community.
    let newPath: String?
    var day = HomeDay()
    var welcome: WelcomeBox?

    var silence: EmptyState {
        EmptyState("No communities yet", why: "They’ll be listed here as soon as the first one opens.")
    }
}

extension HomePage {
    /// What is new where a member takes part.
    init(
        _ member: Member, joined: [JoinedCommunity], _ news: HomeNews, _ selection: FeedSelection,
        waiting: WaitingPlaces, seen: SeenRows, around: Surroundings, wording: Wording
    ) {
        let (order, posts) = (selection.order, news.posts)
        let address = FeedAddress(path: HomePaths.home, usual: .new)
        self.init(
            member, joined: joined, isFollowing: false, heading: order.headingAtHome,
            chips: FeedChips(order, at: address), posts: posts.map { $0.listed.row(wording, seen: seen) },
            pagination: Pagination(
                back: "Start of the list", newerPath: selection.after == nil ? nil : address.path(order),
                olderPath: news.goesOn
                    ? posts.last.map { address.path(order, after: $0.cursor(in: order.order).description) } : nil,
                reason: order.reason,
                end: news.goesOn || posts.isEmpty || news.endsYesterday
                    ? nil : order.end(of: "everything in your communities")),
            silence: EmptyState(
                "What’s new in your communities will stand here.",
                why: order.order == .new ? "Nobody has written there yet." : order.silence,
                action: Choice("More communities", path: CommunityPaths.all)),
            waiting: waiting, around: around, wording: wording)
        if news.endsYesterday {
            sinceYesterday =
                "That’s everything since yesterday." + (news.goesOn ? " Older posts are one page further." : "")
        }
    }

    /// What is new in what a member follows.
    init(
        _ member: Member, joined: [JoinedCommunity], followed: [FollowedPost], isFirst: Bool, goesOn: Bool,
        seen: SeenRows, around: Surroundings, wording: Wording
    ) {
        self.init(
            member, joined: joined, isFollowing: true, heading: "New in what you follow", chips: nil,
            posts: followed.map { $0.post.listed.row(wording, seen: seen) },
            pagination: Pagination(
                back: "Start of the list", newerPath: isFirst ? nil : HomePaths.following,
                olderPath: goesOn ? followed.last.map { HomePaths.following(after: $0.cursor) } : nil,
                reason: "What was written last comes first; a post you follow goes up with each comment.",
                end: goesOn || followed.isEmpty ? nil : "That’s everything in what you follow."),
            silence: EmptyState(
                "What’s new from people, tags, posts and communities you follow stands here.",
                why: isFirst ? "You follow nothing yet, or nothing has happened there." : "There is nothing older.",
                action: Choice("Tags to follow", path: TagPaths.all)),
            around: around, wording: wording)
    }

    private init(
        _ member: Member, joined: [JoinedCommunity], isFollowing: Bool, heading: String, chips: FeedChips?,
        posts: [PostRow], pagination: Pagination, silence: EmptyState, waiting: WaitingPlaces = WaitingPlaces(),
        around: Surroundings, wording: Wording
    ) {
        self.init(
            frame: Frame(around: around, title: "Home", indexable: false, current: .home),
            greeting: "Hello \(member.firstName)", today: wording.today,
            tabs: [
                Choice("Your communities", path: HomePaths.home, isCurrent: !isFollowing),
                Choice("Following", path: HomePaths.following, isCurrent: isFollowing),
            ],
            heading: heading, chips: chips, posts: posts, pagination: pagination,
            places: joined.map { place in
                Place(
                    community: CommunityLink(
                        name: place.name, path: CommunityPaths.community(place.slug),
                        icon: place.iconID.map(AttachmentPaths.icon)),
                    news: wording.ago(place.lastActivityAt).words)
            }, silence: silence, waiting: waiting)
    }
}

extension FeedOrder {
    fileprivate var headingAtHome: String {
        switch order {
        case .new: "New in your communities"
        case .hot: "Hot in your communities"
        case .top: "Top posts \(period.words)"
        case .unanswered: "Waiting for an answer"
        }
    }
}

extension FirstHomePage {
    init(
        _ member: Member, communities: [Community], waiting: WaitingPlaces, suggestions: [Suggestion],
        around: Surroundings, wording: Wording
    ) {
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
            }, waiting: waiting, suggestions: suggestions.current.map { SuggestionItem($0, back: HomePaths.home) },
            newPath: member.standing == .active ? KeepingPaths.newCommunity : nil)
    }
}

extension Member {
    /// What a greeting calls them: the first word of the name as they wrote it.
    var firstName: String { Wording.firstName(of: name) }
}
