import HTTPServer
import Postgres

enum PostHandlers {
    /// `/c/algorithms/12` leads to the address with the title in it.
    static func shortAddress(_ context: Context) throws -> Response {
        let (community, number) = try context.postAddress()
        let opened = try readable(try context.database.fetch(.post(number, in: community)), in: community)
        return .redirect(to: opened.path(in: community), status: .movedPermanently)
    }

    static func post(_ context: Context) throws -> Response {
        let (community, number) = try context.postAddress()
        let block = try context.cursor { ThreadBlock($0) } ?? .first
        let (found, comments, more) = try context.database.fetch(
            .post(number, in: community), .comments(of: number, in: community, block),
            .otherPosts(than: number, in: community))
        let opened = try readable(found, in: community)
        guard try opened.post.slug == context.parameter("slug") else {
            return .redirect(to: opened.path(in: community), status: .movedPermanently)
        }
        guard block == .first || !comments.isEmpty else { throw NotFound() }
        let page = PostPage(
            opened, in: community, comments: comments, block: block, more: more, around: context.around,
            wording: context.wording)
        return context.page(page, showing: .post(number, in: community), .community(community))
    }
}

extension PostHandlers {
    /// - Throws: `PostRemoved` before anything of a removed post, its title in the address included, is told.
    private static func readable(_ found: OpenedPost?, in community: String) throws -> OpenedPost {
        guard let found else { throw NotFound() }
        guard found.post.state != .removed else {
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
