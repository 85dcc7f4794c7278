import HTTPServer
import Postgres

enum PostHandlers {
    /// `/c/algorithms/12` leads to the address with the title in it.
    static func shortAddress(_ context: Context) throws -> Response {
        let (community, number) = try context.postAddress()
        let view = try context.threadView()
        let opened = try readable(
            try context.database.fetch(.post(number, in: community, for: context.viewer)), in: community)
        return .redirect(to: view.path(on: opened.path(in: community)), status: .movedPermanently)
    }

    static func post(_ context: Context) throws -> Response {
        let (community, number) = try context.postAddress()
        let view = try context.threadView()
        let found = try read(number, of: community, for: context.viewer, on: context.database)
        // What was removed is shown to moderators where they can bring it back.
        if found.opened.post.state == .removed {
            return .redirect(to: ModerationPaths.moderation(of: found.opened.post.id))
        }
        let path = found.opened.path(in: community)
        guard try found.opened.post.slug == context.parameter("slug") else {
            return .redirect(to: view.path(on: path), status: .movedPermanently)
        }
        let thread = try ThreadReading.read(view, of: found, in: community, for: context.viewer, on: context.database)
        if thread.isElsewhere { return .redirect(to: thread.placeOnWholePage(of: path)) }
        var reading = PostReading(
            opened: found.opened, community: community, thread: thread, more: found.more,
            reader: context.viewer.member.flatMap { member in thread.part(of: found).map { (member: member, part: $0) }
            },
            attention: found.attention)
        let post = found.opened.post
        reading.wait = found.part?.coolDown.words(context.wording)
        reading.newSince = context.visit(toPost: number, in: community, commentCount: post.commentCount)
        let page = PostPage(reading, around: context.around, wording: context.wording)
        return context.page(page, showing: .post(number, in: community), .community(community))
    }
}

/// What one round trip reads for a post's page: all of it, unless the thread is too long for one page.
struct FoundPost: Sendable {
    let opened: OpenedPost
    /// None when they are too many for one page.
    let comments: [Comment]
    let more: [ListedPost]
    /// `nil` for visitors.
    let part: PostPart?
    /// What the reader asked of it; `nil` for visitors.
    var attention: PostAttention?
}

extension PostHandlers {
    private static func read(
        _ number: Int, of community: String, for viewer: Viewer, on database: Connection
    ) throws -> FoundPost {
        let post = Query<OpenedPost?>.post(number, in: community, for: viewer)
        let comments = Query<[Comment]>.comments(of: number, in: community, for: viewer)
        let more = Query<[ListedPost]>.otherPosts(than: number, in: community, for: viewer)
        guard let member = viewer.member else {
            let found = try database.fetch(post, comments, more)
            return FoundPost(
                opened: try readable(found.0, in: community), comments: found.1, more: found.2, part: nil)
        }
        let found = try database.fetch(
            post, comments, more, .part(of: member, in: number, of: community),
            .attention(of: member, to: number, in: community))
        let isGoverned = found.3?.isGoverned(by: member) == true && member.standing == .active
        let opened = try readable(found.0, in: community, orRemoved: isGoverned)
        guard let part = found.3 else { throw NotFound() }
        return FoundPost(opened: opened, comments: found.1, more: found.2, part: part, attention: found.4)
    }

    /// - Throws: `PostRemoved` before anything of a removed post, its title in the address included, is told.
    private static func readable(_ found: OpenedPost?, in community: String, orRemoved isGoverned: Bool = false) throws
        -> OpenedPost
    {
        guard let found else { throw NotFound() }
        guard found.post.state != .removed || isGoverned else {
            throw PostRemoved(reason: found.post.removalReason, community: community)
        }
        return found
    }
}

/// A post that was there: its address says so for good.
struct PostRemoved: ResponseError {
    let reason: String?
    let community: String

    var status: HTTPStatus { .gone }
    var message: String? { "This post was removed" }
    var advice: String? { reason.map { "Why: \($0)" } }
    var remedy: Choice? { Choice("Back to the community", path: CommunityPaths.community(community)) }
}

extension Context {
    func postAddress() throws -> (community: String, number: Int) {
        let text = try parameter("number")
        guard let number = Int(text), (1...Int(Int32.max)).contains(number), String(number) == text else {
            throw NotFound()
        }
        return (try parameter("community"), number)
    }
}
