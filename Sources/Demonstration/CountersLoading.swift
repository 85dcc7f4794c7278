import FoundationEssentials
internal import Postgres

extension CampusLoading {
    /// Stores what was counted: with people, communities and spaces.
    func loadCounters(_ counts: Tallies, _ connection: Connection) throws {
        _ = try connection.fetch(.storeAccounts)
        let persons = Set(counts.postsOfPerson.keys).union(counts.commentsOfPerson.keys).sorted()
        for start in stride(from: 0, to: persons.count, by: 5000) {
            let some = persons[start..<min(start + 5000, persons.count)]
            _ = try connection.fetch(
                .storeCounts(
                    of: some.map { world.personID($0) }, posts: some.map { counts.postsOfPerson[$0] ?? 0 },
                    comments: some.map { counts.commentsOfPerson[$0] ?? 0 }))
        }
        for (community, text) in world.corpus.communities.enumerated() {
            let spaces = counts.postsOfSpace[community] ?? []
            for (space, count) in spaces.enumerated() where space < text.spaces.count {
                _ = try connection.fetch(.storePosts(Int(count), in: world.spaceID(community, space)))
            }
            let founded = world.roster.communities[community].founded
            _ = try connection.fetch(
                .storeCounts(
                    of: world.communityID(community), posts: spaces.reduce(0) { $0 + Int($1) },
                    lastNumber: Int(counts.lastNumber[community] ?? 0),
                    lastActivity: Date(seconds: counts.lastActivity[community] ?? founded)))
        }
    }
}

extension Query where Output == Int {
    fileprivate static var storeAccounts: Self {
        .execute(
            """
            UPDATE universities
            SET user_count = (SELECT count(*) FROM users
                              WHERE university_id = universities.id AND state NOT IN ('unverified', 'deactivated', 'deleted'))
            """)
    }

    fileprivate static func storeCounts(of persons: [UUID], posts: [Int32], comments: [Int32]) -> Self {
        .execute(
            """
            UPDATE users
            SET post_count = counted.posts, comment_count = counted.comments
            FROM unnest(\(persons), \(posts), \(comments)) AS counted (id, posts, comments)
            WHERE users.id = counted.id
            """)
    }

    fileprivate static func storePosts(_ count: Int, in space: UUID) -> Self {
        .execute("UPDATE spaces SET post_count = \(count) WHERE id = \(space)")
    }

    fileprivate static func storeCounts(
        of community: UUID, posts: Int, lastNumber: Int, lastActivity: Date
    ) -> Self {
        .execute(
            """
            UPDATE communities
            SET post_count = \(posts), last_post_number = \(lastNumber), last_activity_at = \(lastActivity)
            WHERE id = \(community)
            """)
    }
}
