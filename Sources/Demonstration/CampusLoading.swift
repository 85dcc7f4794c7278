import FoundationEssentials
internal import Markdown
internal import Postgres

/// Writes a world into a database, in the order in which rows need each other.
struct CampusLoading {
    let world: Demonstration.World
    let renderer: MarkdownRenderer
    private let keep: ((_ bytes: [UInt8]) throws -> [UInt8])?

    init(world: Demonstration.World, siteOrigin: String, keep: ((_ bytes: [UInt8]) throws -> [UInt8])?) {
        self.world = world
        self.keep = keep
        renderer = MarkdownRenderer(siteOrigin: siteOrigin)
    }

    func load(
        _ connection: Connection, _ opening: (@Sendable () -> Connection)?,
        _ progress: (Demonstration.Progress) -> Void
    ) throws {
        try Shelf.takeOff(connection)
        progress(Demonstration.Progress(step: "People", done: 0, total: world.people.persons.count))
        try loadUniversities(connection)
        try loadPeople(connection)
        progress(Demonstration.Progress(step: "Communities", done: 0, total: world.corpus.communities.count))
        try loadCommunities(connection)
        let tally = Tally()
        let posts = PostsLoading(world: world, renderer: renderer, tally: tally)
        let comments = CommentsLoading(world: world, renderer: renderer)
        let votes = VotesLoading(world: world)
        let studies = StudiesLoading(world: world)
        let lanes = LoadingLanes(
            steps: [
                LoadingStep(name: "Posts", total: world.schedule.entries.count, load: posts.load),
                LoadingStep(name: "Comments", total: world.schedule.entries.count, load: comments.load),
                LoadingStep(name: "Votes", total: 2 * world.schedule.entries.count, load: votes.load),
                LoadingStep(name: "Courses and profiles", total: StudiesLoading.stepCount, load: studies.load),
            ])
        try lanes.run(connection, opening, progress)
        try PollsLoading(world: world).load(connection)
        try loadCounters(tally.counts, connection)
        progress(Demonstration.Progress(step: "Tags", done: 0, total: 1))
        _ = try connection.fetch(.listTags)
        try loadAttention(connection)
        progress(Demonstration.Progress(step: "Tags", done: 1, total: 1))
        try LoadingLanes(
            steps: [
                LoadingStep(name: "Words of posts", total: 1) { connection, _ in
                    try connection.script("SET statement_timeout = 0; SELECT list_posts_in_search()")
                },
                LoadingStep(name: "Words of comments", total: 1) { connection, _ in
                    try connection.script("SET statement_timeout = 0; SELECT list_comments_in_search()")
                },
            ]
        ).run(connection, opening, progress)
        try Shelf.putBack(connection) { done, total in
            progress(Demonstration.Progress(step: "Indexes", done: done, total: total))
        }
        try connection.script("SELECT count_search_vocabulary()")
        try fillMatchPool(connection, progress)
        if let keep {
            try DocumentsLoading(world: world, keep: keep).load(connection)
            try PhotosLoading(world: world, keep: keep).load(connection)
        }
        try settle(connection, progress)
    }

    /// Makes what matching reads, once all that it is made of is there.
    private func fillMatchPool(_ connection: Connection, _ progress: (Demonstration.Progress) -> Void) throws {
        progress(Demonstration.Progress(step: "Matches", done: 0, total: 1))
        // Rows loaded side by side have named zones in whichever order; anew, the same seed gives them the same numbers.
        try connection.script("TRUNCATE match_pool, match_zones RESTART IDENTITY; SELECT fill_match_pool()")
        progress(Demonstration.Progress(step: "Matches", done: 1, total: 1))
    }

    /// Counts what autovacuum has not counted yet, and declares the campus complete.
    private func settle(_ connection: Connection, _ progress: (Demonstration.Progress) -> Void) throws {
        let tables = [
            "users", "communities", "spaces", "memberships", "courses", "posts", "post_tags", "tags", "comments",
            "post_votes", "comment_votes", "polls", "poll_choices", "poll_votes", "post_search", "comment_search",
            "search_vocabulary", "enrolments", "study_habits", "match_pool", "match_zones", "match_changes",
            "connections", "acquaintances", "blocks", "profile_sections", "profile_details", "skills", "user_skills",
            "user_interests", "endorsements", "study_groups", "study_group_members", "course_suggestions",
        ]
        for (place, table) in tables.enumerated() {
            progress(Demonstration.Progress(step: "Statistics", done: place, total: tables.count))
            try connection.script("VACUUM (ANALYZE) \(table)")
        }
        _ = try connection.fetch(
            .execute(
                """
                INSERT INTO site (home_university_id, is_demonstration, created_at)
                VALUES (\(world.universityID(0)), true, \(Date(seconds: world.beginning)))
                """))
        progress(Demonstration.Progress(step: "Statistics", done: tables.count, total: tables.count))
    }
}

extension Query where Output == Int {
    /// Lists all posts under their tags, as the triggers that are off while posts are loaded would have done.
    ///
    /// In the order of the key, so that its index is written once from left to right.
    fileprivate static var listTags: Self {
        .execute(
            """
            INSERT INTO post_tags (tag, published_at, post_id, score, is_unanswered)
            SELECT DISTINCT unnest(p.tags) AS tag, p.published_at, p.id, least(p.score, 100),
                p.kind = 'question' AND p.answered_at IS NULL
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE p.state = 'published' AND c.visibility = 'public'
            ORDER BY tag, p.published_at, p.id
            """)
    }
}
