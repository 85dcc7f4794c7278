import HTTPServer
import Postgres

enum HomeHandlers {
    /// How many of a member's communities stand beside the list.
    private static let mostCommunities = 30
    /// How many requests to connect stand above it.
    private static let mostRequests = 5

    static func home(_ context: Context, member: Member) throws -> Response {
        switch context.request.query["feed"] {
        case nil: return try news(context, member)
        case "following": return try following(context, member)
        default: throw NotFound()
        }
    }

    private static func news(_ context: Context, _ member: Member) throws -> Response {
        let order = try context.feedOrder(usual: .new)
        let after = try context.cursor { FeedCursor($0, order: order.order) }
        let selection = FeedSelection(order: order, after: after)
        return after == nil ? try today(context, member, selection) : try older(context, member, selection)
    }

    /// The first page, with all that is about the day and the reader.
    private static func today(_ context: Context, _ member: Member, _ selection: FeedSelection) throws -> Response {
        let (joined, found, places, requests, groups, newcomer, own, courses, zones, others, meeting, figures) =
            try context.database.fetch(
                .joined(by: member, limit: mostCommunities), .news(for: member, selection),
                .placesWaiting(for: .member(member)), .requests(to: member, limit: mostRequests),
                .groupInvitations(of: member, limit: mostRequests), .newcomer(member.id), .ownHabits(member.id),
                .matchCourses(of: member.id), .matchZones(of: member.id), .zones(ofThoseWhoKnow: member.id),
                .studyGroups(of: member.id), .ownFigures(of: member.id))
        let matter = HomeDayMatter(own: own, courses: courses, zones: zones + others, groups: meeting)
        let day = try context.homeDay(of: member, matter)
        let waiting = WaitingPlaces(
            places, requests: requests.map { WaitingRequest($0, context.wording) } + groups.map(WaitingRequest.init))
        let welcome = newcomer.flatMap(WelcomeBox.init)
        guard !joined.isEmpty else { return try firstVisit(context, member, day, waiting, welcome) }
        var page = page(member, joined, found, selection, waiting, context)
        page.welcome = welcome
        page.day = day
        page.figures = figures.flatMap { OwnFiguresPanel($0, context.wording) }
        return context.page(page)
    }

    /// A page further down: the list alone.
    private static func older(_ context: Context, _ member: Member, _ selection: FeedSelection) throws -> Response {
        let (joined, found) = try context.database.fetch(
            .joined(by: member, limit: mostCommunities), .news(for: member, selection))
        guard !joined.isEmpty else { return try today(context, member, selection) }
        return context.page(page(member, joined, found, selection, WaitingPlaces(), context))
    }

    private static func page(
        _ member: Member, _ joined: [JoinedCommunity], _ found: [FeedPost], _ selection: FeedSelection,
        _ waiting: WaitingPlaces, _ context: Context
    ) -> HomePage {
        let news = HomeNews(found, selection, yesterday: context.wording.startOfYesterday)
        let seen = context.visit(to: .home, showing: news.posts.map(\.listed))
        return HomePage(
            member, joined: joined, news, selection, waiting: waiting, seen: seen, around: context.around,
            wording: context.wording)
    }

    private static func following(_ context: Context, _ member: Member) throws -> Response {
        let after = try context.cursor { FeedCursor($0, order: .new) }
        let (joined, found) = try context.database.fetch(
            .joined(by: member, limit: mostCommunities), .followed(by: member, after: after))
        let shown = Array(found.prefix(FeedPost.pageSize))
        let seen = context.visit(to: .following, showing: shown.map(\.post.listed))
        return context.page(
            HomePage(
                member, joined: joined, followed: shown, isFirst: after == nil, goesOn: found.count > shown.count,
                seen: seen, around: context.around, wording: context.wording))
    }

    private static func firstVisit(
        _ context: Context, _ member: Member, _ day: HomeDay, _ waiting: WaitingPlaces, _ welcome: WelcomeBox?
    ) throws -> Response {
        let people = Query<[Suggestion]>.suggestions(for: member, limit: 3)
        let (communities, stored) = try context.database.fetch(
            .communities(after: nil, limit: 8, for: .member(member)), people)
        let suggestions =
            try stored.isEmpty ? SuggestionMaking.first(for: member, in: context.database, people) : stored
        var page = FirstHomePage(
            member, communities: communities, waiting: waiting, suggestions: suggestions, around: context.around,
            wording: context.wording)
        page.day = day
        page.welcome = welcome
        return context.page(page)
    }
}
