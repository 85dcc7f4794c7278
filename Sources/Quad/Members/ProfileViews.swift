import Postgres
import Redis

/// Who looked at whose profile, for a count that its owner may ask for. A page only drops a word into a set in Redis,
/// which may be lost without harm; a job writes the set into the record of what members do, once a pair and day.
/// Visitors and crawlers are not counted.
///
/// Only days that are over are told, and from a handful on: a number that moves while somebody looks would say who.
enum ProfileViews {
    private static let lifetime = Duration.seconds(86_400)

    /// The lowest number that is told: a smaller one could tell who it was.
    private static let fewest = 5

    /// "under 5", "12". Nobody is "under 5", too: the first of them would else be noticed.
    static func words(_ count: Int) -> String { count < fewest ? "under \(fewest)" : Wording.count(count) }

    /// The set of those whose viewers are of a university: "viewer viewed", once a pair.
    fileprivate static func key(_ university: University.ID) -> String { "profile_views:\(university.text)" }

    fileprivate static func note(_ viewer: Member, _ viewed: Member.ID, in redis: Client) throws(RedisError) {
        let key = key(viewer.universityID)
        try redis.fetch(.setAdd(key, ["\(viewer.id.text) \(viewed.text)"]), .expire(key, after: lifetime))
    }
}

extension Context {
    /// Notes that the viewer looks at somebody's profile.
    func noteView(of profile: Profile, by member: Member) {
        guard profile.id != member.id else { return }
        do { try ProfileViews.note(member, profile.id, in: redis) } catch {
            // Away: the page is as good without being counted.
        }
    }
}

/// Writes down which profiles were looked at since the last round.
struct ProfileViewRound: Job {
    static let kind = "profile_view_round"
    private static let batch = 500

    func run(_ context: JobContext) throws {
        for university in try context.database.fetch(.universitiesHere) {
            try write(ProfileViews.key(university), context)
        }
    }

    private func write(_ key: String, _ context: JobContext) throws {
        while !context.isStopping() {
            let reply = try context.redis.fetch(Command<Reply>.words("SPOP", key, Self.batch))
            let words = (reply.elements ?? []).compactMap(\.text)
            let pairs = words.compactMap { word -> (Member.ID, Member.ID)? in
                let ids = word.split(separator: " ").compactMap { Member.ID(text: String($0)) }
                return ids.count == 2 ? (ids[0], ids[1]) : nil
            }
            if !pairs.isEmpty { _ = try context.database.fetch(.noteViews(pairs)) }
            if words.count < Self.batch { return }
        }
    }
}

extension Query where Output == [University.ID] {
    fileprivate static var universitiesHere: Self { .values("SELECT id FROM universities ORDER BY id LIMIT 1000") }
}

extension Query where Output == Int {
    fileprivate static func noteViews(_ pairs: [(viewer: Member.ID, viewed: Member.ID)]) -> Self {
        .execute(
            """
            INSERT INTO activity (user_id, kind, subject_id)
            SELECT v.viewer, 'viewed', v.viewed
            FROM unnest(\(pairs.map(\.viewer.text))::uuid[], \(pairs.map(\.viewed.text))::uuid[]) v (viewer, viewed)
            WHERE NOT EXISTS (
                SELECT FROM activity a
                WHERE a.user_id = v.viewer AND a.kind = 'viewed' AND a.subject_id = v.viewed
                    AND a.happened_at > now() - interval '1 day')
            """)
    }

    /// Whether the owner wants to know how many look: answers 1, or 0 when that was the choice already.
    static func countViews(_ isOn: Bool, of id: Member.ID) -> Self {
        .execute("UPDATE users SET counts_views = \(isOn) WHERE id = \(id) AND counts_views <> \(isOn)")
    }
}

extension Query where Output == Bool {
    static func countsViews(_ id: Member.ID) -> Self {
        .value("SELECT counts_views FROM users WHERE id = \(id)")
    }
}

extension Query where Output == Int? {
    /// How many people looked at one's own profile in the 30 days until yesterday, by the university's clock; `nil`
    /// where one doesn't want to know.
    static func profileViews(of id: Member.ID) -> Self {
        .first(
            """
            SELECT (
                SELECT count(DISTINCT a.user_id) FROM activity a
                WHERE a.kind = 'viewed' AND a.subject_id = u.id AND a.happened_at < t.today
                    AND a.happened_at >= t.today - interval '30 days')
            FROM users u
            JOIN universities n ON n.id = u.university_id
            CROSS JOIN LATERAL (SELECT date_trunc('day', now(), n.time_zone) AS today) t
            WHERE u.id = \(id) AND u.counts_views
            LIMIT 1
            """
        ) { (count: Int) in count }
    }
}
