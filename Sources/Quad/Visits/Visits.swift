import FoundationEssentials
import Redis

/// A page whose viewer's visits are remembered.
enum VisitedPage: Sendable {
    case home, following
    case community(String, space: String?)
    case tag(String)
    case post(Int, community: String)

    /// Its name in the member's hash.
    var field: String {
        switch self {
        case .home: "home"
        case .following: "following"
        case .community(let slug, nil): "c " + slug
        case .community(let slug, let space?): "s \(slug)/\(space)"
        case .tag(let slug): "t " + slug
        case .post(let number, let community): "p \(community)/\(number)"
        }
    }
}

/// What a member saw of a list's posts before this visit; nothing is new to visitors, nor while Redis is away.
struct SeenRows: Sendable {
    /// When the visit before this one ended; nothing is new to who was never here.
    let since: Date?
    /// How many comments a post had when its reader last looked at it.
    let comments: [String: Int]
    /// Whose own posts are no news.
    let username: String

    static let none = SeenRows(since: nil, comments: [:], username: "")

    func isNew(_ post: ListedPost) -> Bool {
        guard let since else { return false }
        return post.post.publishedAt > since && post.author.username != username
    }

    /// - Returns: `nil` when there are none, or the post was never read.
    func newComments(of post: ListedPost) -> Int? {
        guard let read = comments[post.visitField], post.post.commentCount > read else { return nil }
        return post.post.commentCount - read
    }
}

extension ListedPost {
    fileprivate var visitField: String {
        VisitedPage.post(post.number, community: place.communitySlug).field
    }
}

extension Context {
    /// Notes that the viewer looks at a list now, and finds what they saw of it before.
    func visit(to page: VisitedPage, showing posts: [ListedPost]) -> SeenRows {
        guard let member = viewer.member else { return .none }
        let fields = posts.map(\.visitField)
        guard let notes = note(page, of: member, "", asking: fields) else { return .none }
        var comments: [String: Int] = [:]
        for (field, text) in zip(fields, notes.others) {
            guard let count = text?.split(separator: " ").dropFirst(2).first.flatMap({ Int($0) }) else { continue }
            comments[field] = count
        }
        return SeenRows(since: notes.since, comments: comments, username: member.username)
    }

    /// Notes that the viewer reads a post now.
    ///
    /// - Returns: when they last left it before; `nil` when never, for visitors, and while Redis is away.
    func visit(toPost number: Int, in community: String, commentCount: Int) -> Date? {
        guard let member = viewer.member else { return nil }
        return note(.post(number, community: community), of: member, " \(commentCount)", asking: [])?.since
    }

    private func note(
        _ page: VisitedPage, of member: Member, _ remark: String, asking others: [String]
    ) -> (since: Date, others: [String?])? {
        do {
            let reply = try redis.fetch(
                VisitScript.note(
                    page.field, remark, of: member.id, now: Int(now.timeIntervalSince1970), asking: others))
            guard let elements = reply.elements, let first = elements.first?.integer else { return nil }
            return (Date(timeIntervalSince1970: Double(first)), elements.dropFirst().map(\.text))
        } catch {
            // Away: the page is as good without marks.
            return nil
        }
    }
}
