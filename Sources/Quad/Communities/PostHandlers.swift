import HTTPServer
import Postgres

enum PostHandlers {
    /// `/c/algorithms/12` leads to the address with the title in it.
    static func shortAddress(_ context: Context) throws -> Response {
        let (community, number) = try context.postAddress()
        let opened = try readable(
            try context.database.fetch(.post(number, in: community, for: context.viewer)), in: community)
        return .redirect(to: opened.path(in: community), status: .movedPermanently)
    }

    static func post(_ context: Context) throws -> Response {
        let (community, number) = try context.postAddress()
        let block = try context.cursor { ThreadBlock($0) } ?? .first
        let reading = try read(number, of: community, block, for: context.viewer, on: context.database)
        // What was removed is shown to moderators where they can bring it back.
        if reading.opened.post.state == .removed {
            return .redirect(to: ModerationPaths.moderation(of: reading.opened.post.id))
        }
        guard try reading.opened.post.slug == context.parameter("slug") else {
            return .redirect(to: reading.path, status: .movedPermanently)
        }
        guard block == .first || !reading.comments.isEmpty else { throw NotFound() }
        let page = PostPage(reading, around: context.around, wording: context.wording)
        return context.page(page, showing: .post(number, in: community), .community(community))
    }
}

extension PostHandlers {
    private static func read(
        _ number: Int, of community: String, _ block: ThreadBlock, for viewer: Viewer, on database: Connection
    ) throws -> PostReading {
        let post = Query<OpenedPost?>.post(number, in: community, for: viewer)
        let comments = Query<[Comment]>.comments(of: number, in: community, block, for: viewer)
        let more = Query<[ListedPost]>.otherPosts(than: number, in: community, for: viewer)
        guard let member = viewer.member else {
            let found = try database.fetch(post, comments, more)
            return PostReading(
                opened: try readable(found.0, in: community), community: community, comments: found.1, block: block,
                more: found.2, reader: nil)
        }
        let found = try database.fetch(post, comments, more, .part(of: member, in: number, of: community, block))
        let isGoverned = found.3?.isGoverned(by: member) == true && member.standing == .active
        let opened = try readable(found.0, in: community, orRemoved: isGoverned)
        guard let part = found.3 else { throw NotFound() }
        return PostReading(
            opened: opened, community: community, comments: found.1, block: block, more: found.2,
            reader: (member, part))
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
    fileprivate func postAddress() throws -> (community: String, number: Int) {
        let text = try parameter("number")
        guard let number = Int(text), (1...Int(Int32.max)).contains(number), String(number) == text else {
            throw NotFound()
        }
        return (try parameter("community"), number)
    }
}
