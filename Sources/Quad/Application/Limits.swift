import FoundationEssentials
import HTTPServer
import Postgres
import Redis

/// How often things may happen, as the operator decided. 0 anywhere means no limit.
package struct LimitSettings: Sendable {
    package var visitorPagesPerMinute = 120
    package var memberPagesPerMinute = 300
    /// Attempts at one account in 5 minutes, and from one address.
    package var signInsPerAccount = 10
    package var signInsPerAddress = 20
    /// An hour from one address.
    package var signUpsPerAddress = 5
    /// Mails an hour to one address.
    package var mailsPerAccount = 3
    package var postsPerMinute = 6
    package var postsPerHour = 60
    package var votesPerMinute = 60
    package var previewsPerMinute = 60
    /// Communities made, and addresses changed, by one member in a day.
    package var communitiesPerDay = 3
    /// Courses taken by one member in a day: nobody looks through who takes what by taking everything.
    package var coursesPerDay = 40
    /// Looks for study groups of one member.
    package var groupSearchesPerMinute = 20
    /// Changes of one's own week, its clock and its readers among them.
    package var weekChangesPerMinute = 60
    /// On an account's first day.
    package var newcomerPosts = 3
    package var newcomerComments = 10
    package var newcomerLinks = 2
    package var newcomerImages = 1
    /// Files of one member: in an hour, and megabytes of all that are kept.
    package var uploadsPerHour = 60
    package var uploadMegabytes = 100
    /// Tries in 5 minutes from one address to set up a new installation.
    package var setUpTries = 10
    /// Time zones chosen by one member in a day: each moves their hours on every course mate's page.
    package var zonesPerDay = 20
}

/// The limits of an installation: all that a request needs are asked in one round trip to Redis. While that is away
/// a stricter table in this process decides.
struct Limits: Sendable {
    let settings: LimitSettings
    private let campusNetworks: [IPNetwork]
    let standIn = LocalRateLimiter()
    /// A whole campus can share one address.
    private static let campusFactor = 10
    /// A page can have many pictures in it.
    private static let partsOfPage = 10

    init(_ settings: LimitSettings, generous networks: [IPNetwork]) {
        self.settings = settings
        campusNetworks = networks
    }

    /// - Throws: `TooMany` when one of the demands is refused; then none of them is counted.
    func check(_ demands: [RateLimiter.Demand], redis: Client) throws(TooMany) {
        guard !demands.isEmpty else { return }
        let verdict: RateVerdict
        do {
            verdict = try redis.fetch(RateLimiter.check(demands))
        } catch {
            verdict = standIn.check(demands)
        }
        try Self.accept(verdict)
    }

    static func accept(_ verdict: RateVerdict) throws(TooMany) {
        if case .refused(let scope, let retryAfter) = verdict { throw TooMany(scope: scope, retryAfter: retryAfter) }
    }
}

/// What each thing costs whom.
extension Limits {
    func visitorPages(_ client: IPAddress) -> [RateLimiter.Demand] {
        demand("pages", settings.visitorPagesPerMinute, .seconds(60), from: client)
    }

    /// - Parameter session: whatever names the session: its Redis key.
    func memberPages(_ session: String) -> [RateLimiter.Demand] {
        demand("member_pages", settings.memberPagesPerMinute, .seconds(60), by: session)
    }

    /// Pictures and files, which are parts of pages.
    func visitorParts(_ client: IPAddress) -> [RateLimiter.Demand] {
        demand("parts", settings.visitorPagesPerMinute * Self.partsOfPage, .seconds(60), from: client)
    }

    func memberParts(_ session: String) -> [RateLimiter.Demand] {
        demand("member_parts", settings.memberPagesPerMinute * Self.partsOfPage, .seconds(60), by: session)
    }

    func uploads(_ writer: Writer) -> [RateLimiter.Demand] {
        demand("uploads", settings.uploadsPerHour, .seconds(3_600), by: writer.id.text)
    }

    func zones(_ member: Member) -> [RateLimiter.Demand] {
        demand("zones", settings.zonesPerDay, .seconds(86_400), by: member.id.text)
    }

    /// Bytes of files that one member may have; `nil` for no limit.
    var uploadShare: Int? { settings.uploadMegabytes == 0 ? nil : settings.uploadMegabytes << 20 }

    /// Sessions that Redis does not know, asked of Postgres.
    func lostSessions(_ client: IPAddress) -> [RateLimiter.Demand] {
        demand("lost_sessions", settings.visitorPagesPerMinute, .seconds(60), from: client)
    }

    func signUps(_ client: IPAddress) -> [RateLimiter.Demand] {
        demand("sign_ups", settings.signUpsPerAddress, .seconds(3_600), from: client)
    }

    func signIns(_ client: IPAddress) -> [RateLimiter.Demand] {
        demand("sign_ins", settings.signInsPerAddress, .seconds(300), from: client)
    }

    func setUpTries(_ client: IPAddress) -> [RateLimiter.Demand] {
        demand("set_up", settings.setUpTries, .seconds(300), from: client)
    }

    /// - Parameters:
    ///   - address: a mail address; upper and lower case count as one.
    ///   - kind: counted apart, so that asking for one kind of mail in somebody's name keeps no other from them.
    func mails(to address: String, as kind: String = "mails") -> [RateLimiter.Demand] {
        demand(kind, settings.mailsPerAccount, .seconds(3_600), by: address.lowercased())
    }

    func votes(_ writer: Writer) -> [RateLimiter.Demand] {
        demand("votes", settings.votesPerMinute, .seconds(60), by: writer.id.text)
    }

    /// Looks at how a text will be, counted apart from what is written.
    func previews(_ writer: Writer) -> [RateLimiter.Demand] {
        demand("previews", settings.previewsPerMinute, .seconds(60), by: writer.id.text)
    }

    /// A new community, or a new address for one.
    func communities(_ writer: Writer) -> [RateLimiter.Demand] {
        demand("communities", settings.communitiesPerDay, .seconds(86_400), by: writer.id.text)
    }

    func enrolments(_ member: Member) -> [RateLimiter.Demand] {
        demand("courses", settings.coursesPerDay, .seconds(86_400), by: member.id.text)
    }

    /// Looks at which groups a course would have: each compares everyone with everyone.
    func groupSearches(_ member: Member) -> [RateLimiter.Demand] {
        demand("group_searches", settings.groupSearchesPerMinute, .seconds(60), by: member.id.text)
    }

    func weekChanges(_ member: Member) -> [RateLimiter.Demand] {
        demand("week_changes", settings.weekChangesPerMinute, .seconds(60), by: member.id.text)
    }

    func posts(_ writer: Writer, now: Date) -> [RateLimiter.Demand] {
        writing(writer) + firstDay(writer, "newcomer_posts", settings.newcomerPosts, now: now)
    }

    func comments(_ writer: Writer, now: Date) -> [RateLimiter.Demand] {
        writing(writer) + firstDay(writer, "newcomer_comments", settings.newcomerComments, now: now)
    }

    /// Posts, comments and their edits together.
    func writing(_ writer: Writer) -> [RateLimiter.Demand] {
        demand("writing_minute", settings.postsPerMinute, .seconds(60), by: writer.id.text)
            + demand("writing_hour", settings.postsPerHour, .seconds(3_600), by: writer.id.text)
    }

    /// Whether a member is on the first day, when links and pictures are counted too.
    func isNewcomer(_ member: Member, now: Date) -> Bool {
        member.role == .member && now.timeIntervalSince(member.joinedAt) < 86_400
    }

    private func firstDay(_ writer: Writer, _ scope: String, _ limit: Int, now: Date) -> [RateLimiter.Demand] {
        isNewcomer(writer.member, now: now) ? demand(scope, limit, .seconds(86_400), by: writer.id.text) : []
    }

    private func demand(_ scope: String, _ limit: Int, _ window: Duration, by id: String) -> [RateLimiter.Demand] {
        limit == 0 ? [] : [RateLimit(scope: scope, limit: limit, window: window).demand(by: id)]
    }

    private func demand(
        _ scope: String, _ limit: Int, _ window: Duration, from client: IPAddress
    ) -> [RateLimiter.Demand] {
        let isCampus = campusNetworks.contains { $0.contains(client) }
        return demand(
            isCampus ? "campus_" + scope : scope, isCampus ? limit * Self.campusFactor : limit, window,
            by: client.network64.description)
    }
}

/// Someone did something too often. Says which, and when to come back.
struct TooMany: ResponseError, Equatable {
    let scope: String
    let retryAfter: Duration

    /// Rounded up, so that who waits that long is let in.
    var retryAfterSeconds: Int { Int(retryAfter.components.seconds) + 1 }
    var status: HTTPStatus { .tooManyRequests }

    var message: String? {
        switch scope {
        case "sign_ins", "campus_sign_ins": "Too many tries to sign in from your network"
        case "sign_in_account": "That was too many wrong passwords"
        case "sign_ups", "campus_sign_ups": "Many accounts were asked for from your network"
        case "set_up", "campus_set_up": "That was too many tries to set up Quad"
        case "mails", "reset_mails": "We’ve just sent mails to that address"
        case "votes": "You’ve voted many times in the last minute"
        case "previews": "You’ve asked for many previews in the last minute"
        case "communities": "That’s as many new communities and addresses as one day allows"
        case "courses": "That’s as many courses as one day allows"
        case "group_searches": "You’ve looked for groups many times in the last minute"
        case "week_changes": "You’ve changed your week many times in the last minute"
        case "writing_minute": "You’ve written several things in the last minute"
        case "writing_hour": "You’ve written a lot in the last hour"
        case "uploads": "You’ve uploaded many files in the last hour"
        case "zones": "You’ve changed your time zone many times today"
        case "newcomer_posts": "That’s as many posts as your first day allows"
        case "newcomer_comments": "That’s as many comments as your first day allows"
        default: "You opened many pages in a short time"
        }
    }

    var advice: String? {
        let wait = retryAfterSeconds
        let words =
            wait < 120
            ? Wording.counted(wait, "second", "seconds")
            : wait < 7_200
                ? Wording.counted((wait + 59) / 60, "minute", "minutes")
                : Wording.counted((wait + 3_599) / 3_600, "hour", "hours")
        let isForAll = [
            "pages", "member_pages", "votes", "previews", "communities", "courses", "group_searches", "week_changes",
            "writing_minute", "writing_hour", "uploads", "zones",
        ].contains(scope)
        return "You can go on in \(words)." + (isForAll ? " Everyone has the same limit." : "")
    }
}
