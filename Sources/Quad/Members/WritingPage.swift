import FoundationEssentials
import HTML
import HTTPServer
import Postgres

/// All that somebody wrote, as far as the reader may read it; shown by Templates/members/writing.html.
struct WritingPage: Page {
    let frame: Frame
    let person: Person
    /// "17 posts you can read".
    let figures: String
    let posts: [PostRow]
    let pagination: Pagination

    var silence: EmptyState {
        EmptyState("Nothing yet", why: "Posts that you can read appear here.")
    }
}

extension WritingPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(_ profile: Profile, _ found: [FeedPost], isFirst: Bool, around: Surroundings, wording: Wording) {
        let shown = found.prefix(FeedPost.pageSize)
        let next = found.count > FeedPost.pageSize ? shown.last : nil
        let path = MemberPaths.writing(of: profile.username)
        let readers = around.viewer == nil ? "anyone can read" : "you can read"
        self.init(
            frame: Frame(
                around: around, title: "Posts by \(profile.name)",
                description: "What \(profile.name) wrote in communities that \(readers).",
                canonicalPath: isFirst ? path : nil, indexable: isFirst && profile.isIndexable),
            person: profile.person,
            figures: Wording.counted(profile.postCount, "post", "posts") + " \(readers)",
            posts: shown.map { $0.listed.rowOnProfile(wording) },
            pagination: Pagination(
                back: "Start of the list", newerPath: isFirst ? nil : path,
                olderPath: next.map { "\(path)?after=\($0.cursor(in: .new).description)" },
                reason: shown.isEmpty ? nil : "The newest post comes first; only posts that \(readers).",
                end: next == nil && !shown.isEmpty ? "That’s every post by \(profile.firstName) that \(readers)." : nil)
        )
    }
}

extension MemberHandlers {
    static func writing(_ context: Context) throws -> Response {
        let username = try context.parameter("username")
        let after = try context.cursor { FeedCursor($0, order: .new) }
        let (profile, found) = try context.database.fetch(
            .profile(username, for: Onlooker(context.viewer)),
            .writing(of: username, after: after, for: context.viewer))
        guard let profile else {
            guard let now = try context.database.fetch(.newUsername(of: username, for: context.viewer)) else {
                throw NotFound()
            }
            return .redirect(to: MemberPaths.writing(of: now), status: .movedPermanently)
        }
        guard after == nil || !found.isEmpty else { throw NotFound() }
        let page = WritingPage(
            profile, found, isFirst: after == nil, around: context.around, wording: context.wording)
        return context.page(page, showing: .member(username))
    }
}

extension Query where Output == [FeedPost] {
    /// One page of what somebody wrote where the viewer may read it, newest first, and one more when the list goes on;
    /// nothing where the profile isn't the viewer's to open.
    ///
    /// - Complexity: one index scan of 26 rows, and of those it meets on the way that the viewer may not read.
    static func writing(of username: String, after cursor: FeedCursor?, for viewer: Viewer) -> Self {
        let rest: SQL =
            if let cursor, case .time(let time) = cursor.key {
                "AND (p.published_at, p.id) < (\(Date(microseconds: time)), \(cursor.post))"
            } else {
                ""
            }
        return .all(
            """
            SELECT p.id, \(SQL.listColumns(place: "c.name", for: viewer))
            \(SQL.listTables)
            WHERE p.author_id = (SELECT id FROM users WHERE username = \(username)) AND \(SQL.openProfile(for: viewer))
                AND p.state = 'published' AND \(SQL.readable(by: viewer)) \(rest)
            ORDER BY p.published_at DESC, p.id DESC
            LIMIT 26
            """, as: FeedPost.init)
    }
}
