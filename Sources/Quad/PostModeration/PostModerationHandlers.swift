import HTTPServer
import Postgres

/// What moderators do with a post.
enum PostModerationHandlers {
    static func page(_ context: Context, writer: Writer) throws -> Response {
        try show(try context.postID(), context, writer, typed: nil)
    }

    static func pin(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.postID()
        let (_, _, changes, post) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .pin(id, by: writer.member), .governedPost(id, for: writer.member))
        let open = try arranged(post)
        guard open.isPinned else { throw ModerationRefusal.tooManyPinned(path: open.place.communityPath) }
        return tell(open, changes, .pinned, context, writer)
    }

    static func unpin(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.postID()
        let (_, _, changes, post) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .unpin(id, by: writer.member), .governedPost(id, for: writer.member))
        return tell(try arranged(post), changes, .unpinned, context, writer)
    }

    static func lock(_ context: Context, writer: Writer) throws -> Response {
        try lock(true, context, writer)
    }

    static func unlock(_ context: Context, writer: Writer) throws -> Response {
        try lock(false, context, writer)
    }

    private static func lock(_ isLocked: Bool, _ context: Context, _ writer: Writer) throws -> Response {
        let id = try context.postID()
        let (_, _, changes, post) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .lock(id, isLocked, by: writer.member),
            .governedPost(id, for: writer.member))
        return tell(try arranged(post), changes, isLocked ? .postLocked : .postUnlocked, context, writer)
    }

    static func move(_ context: Context, writer: Writer) throws -> Response {
        let (id, space) = (try context.postID(), context.request.form["space"] ?? "")
        let (_, _, changes, post) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .move(id, to: space, by: writer.member),
            .governedPost(id, for: writer.member))
        let open = try arranged(post)
        guard open.space == space else {
            throw ModerationRefusal.noSuchSpace(path: ModerationPaths.moderation(of: id))
        }
        return tell(open, changes, .postMoved, context, writer)
    }

    static func takeDown(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.postID()
        let typed = TypedReason(context.request.form)
        guard let found = try context.database.fetch(.governedPost(id, for: writer.member)) else { throw NotFound() }
        try found.check()
        guard let reason = typed.reason(in: found.place.rules) else {
            return try show(id, context, writer, typed: typed)
        }
        let (_, _, changes, post) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .takeDown(id, because: reason, by: writer.member),
            .governedPost(id, for: writer.member))
        guard let post else { throw NotFound() }
        context.changed(post.place, changes, by: writer)
        return context.redirect(to: ModerationPaths.moderation(of: id), flash: changes > 0 ? .postTakenDown : nil)
    }

    static func restore(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.postID()
        let (_, _, changes, post) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .restore(id, by: writer.member),
            .governedPost(id, for: writer.member))
        guard let post else { throw NotFound() }
        try post.check()
        context.changed(post.place, changes, by: writer)
        return context.redirect(to: post.shownPath, flash: changes > 0 ? .postRestored : nil)
    }
}

extension PostModerationHandlers {
    /// - Throws: why nothing was done.
    private static func arranged(_ post: GovernedPost?) throws -> GovernedPost {
        guard let post else { throw NotFound() }
        try post.check()
        if post.place.isClosed { throw ModerationRefusal.isClosed(path: post.place.postPath) }
        guard post.state == .published || post.state == .inReview else {
            throw ModerationRefusal.notPublished(path: ModerationPaths.moderation(of: post.id))
        }
        return post
    }

    private static func tell(
        _ post: GovernedPost, _ changes: Int, _ flash: FlashCode, _ context: Context, _ writer: Writer
    ) -> Response {
        context.changed(post.place, changes, by: writer)
        return context.redirect(to: post.shownPath, flash: changes > 0 ? flash : nil)
    }

    private static func show(
        _ id: Post.ID, _ context: Context, _ writer: Writer, typed: TypedReason?
    ) throws -> Response {
        let (post, spaces) = try context.database.fetch(
            .governedPost(id, for: writer.member), .spacesBeside(id, for: writer.member))
        guard let post else { throw NotFound() }
        try post.check()
        let page = ModerationPage(post, spaces: spaces, typed: typed, around: context.around, wording: context.wording)
        return context.page(page, status: typed == nil ? .ok : .unprocessableContent)
    }
}

extension GovernedPost {
    /// - Throws: that it was removed or withdrawn, or why this member may not moderate it.
    fileprivate func check() throws {
        guard place.isModerator else {
            if let removal { throw PostRemoved(reason: removal.reason, community: place.community) }
            throw ModerationRefusal.notAModerator(path: place.postPath)
        }
        if let removal, removal.isWithdrawn {
            throw PostRemoved(reason: removal.reason, community: place.community)
        }
    }

    /// Its page, where there is one for a moderator.
    fileprivate var shownPath: String {
        state == .published || state == .archived ? place.postPath : ModerationPaths.moderation(of: id)
    }
}

extension Context {
    /// Tells of a moderator's act wherever its post is listed.
    func changed(_ place: GovernedPlace, _ changes: Int, by writer: Writer) {
        guard changes > 0 else { return }
        changed(post: place.number, in: place.community, tags: place.tags, by: writer.member)
        changed(.member(place.author))
    }
}
