import HTTPServer
import Redis

/// How many pages visitors may have rendered for them in a minute; pages from memory are free.
struct VisitorLimits: Sendable {
    private let pages: RateLimit?
    private let pagesOfCampus: RateLimit
    private let campusNetworks: [IPNetwork]
    private let standIn: LocalRateLimiter
    /// A whole campus can share one address.
    private static let campusFactor = 10

    /// - Parameter pagesPerMinute: an address's share; 0 means no limit.
    init(pagesPerMinute: Int, generous networks: [IPNetwork]) {
        pages = pagesPerMinute == 0 ? nil : RateLimit(scope: "pages", limit: pagesPerMinute, window: .seconds(60))
        pagesOfCampus = RateLimit(
            scope: "campus_pages", limit: max(1, pagesPerMinute * Self.campusFactor), window: .seconds(60))
        campusNetworks = networks
        standIn = LocalRateLimiter()
    }

    /// - Throws: `TooManyPages` above the limit. Without Redis a stricter table in this process decides.
    func check(_ client: IPAddress, redis: Client) throws(TooManyPages) {
        guard let pages else { return }
        let limit = campusNetworks.contains { $0.contains(client) } ? pagesOfCampus : pages
        let demand = limit.demand(by: client.network64.description)
        let verdict: RateVerdict
        do {
            verdict = try redis.fetch(RateLimiter.check([demand]))
        } catch {
            verdict = standIn.check([demand])
        }
        if case .refused(_, let retryAfter) = verdict { throw TooManyPages(retryAfter: retryAfter) }
    }
}

struct TooManyPages: ResponseError {
    let retryAfter: Duration

    /// Rounded up, so that who waits that long is let in.
    var retryAfterSeconds: Int { Int(retryAfter.components.seconds) + 1 }
    var status: HTTPStatus { .tooManyRequests }
    var message: String? { "You opened many pages in a short time" }
    var advice: String? {
        "You can go on in \(Wording.counted(retryAfterSeconds, "second", "seconds")). Everyone has the same limit."
    }
}
