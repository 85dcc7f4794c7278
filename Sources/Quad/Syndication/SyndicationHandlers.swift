import FoundationEssentials
import HTML
import HTTPServer
import Markdown
import Postgres

enum SyndicationHandlers {
    static func site(_ context: Context) throws -> Response {
        let posts = try context.database.fetch(.newestPosts(.everywhere))
        return context.feed(
            AtomFeed(
                title: "New at \(context.site.name)", subtitle: "The newest posts of every public community.",
                path: FeedPaths.all, pagePath: "/", began: Date(timeIntervalSince1970: 0),
                entries: posts.map(AtomFeed.Entry.init)), showing: .front)
    }

    static func community(_ context: Context) throws -> Response {
        let slug = try context.parameter("community")
        let (community, posts) = try context.database.fetch(
            .community(slug, for: .visitor), .newestPosts(.community(slug)))
        guard let community else { throw NotFound() }
        return context.feed(
            AtomFeed(
                title: community.name, subtitle: community.description.nonEmpty, path: FeedPaths.community(slug),
                pagePath: CommunityPaths.community(slug), began: Date(timeIntervalSince1970: 0),
                entries: posts.map(AtomFeed.Entry.init)), showing: .community(slug))
    }

    static func tag(_ context: Context) throws -> Response {
        let name = try context.parameter("tag")
        guard let slug = TagSlug.from(name) else { throw NotFound() }
        guard name.utf8.elementsEqual(slug.utf8) else {
            return .redirect(to: FeedPaths.tag(slug), status: .movedPermanently)
        }
        let posts = try context.database.fetch(.newestPosts(.tag(slug)))
        guard let oldest = posts.last else { throw NotFound() }
        return context.feed(
            AtomFeed(
                title: "#\(slug) at \(context.site.name)", subtitle: nil, path: FeedPaths.tag(slug),
                pagePath: TagPaths.tag(slug), began: oldest.published, entries: posts.map(AtomFeed.Entry.init)),
            showing: .tag(slug))
    }

    static func member(_ context: Context) throws -> Response {
        let username = try context.parameter("username")
        let (profile, posts) = try context.database.fetch(
            .profile(username, for: .anyone), .newestPosts(.member(username)))
        guard let profile else { throw NotFound() }
        return context.feed(
            AtomFeed(
                title: "Posts by \(profile.name)", subtitle: profile.headline.nonEmpty,
                path: FeedPaths.member(username), pagePath: MemberPaths.profile(username), began: profile.joinedAt,
                entries: posts.map(AtomFeed.Entry.init)), showing: .member(username))
    }

    static func post(_ context: Context) throws -> Response {
        let (community, number) = try context.postAddress()
        let (found, comments) = try context.database.fetch(
            .post(number, in: community, for: .visitor), .newestComments(on: number, in: community))
        guard let opened = found else { throw NotFound() }
        guard opened.post.state != .removed else {
            throw PostRemoved(reason: opened.post.removalReason, community: community)
        }
        let path = opened.path(in: community)
        return context.feed(
            AtomFeed(
                title: "Comments on “\(opened.post.title)”", subtitle: opened.communityName,
                path: FeedPaths.post(number, in: community), pagePath: path, began: opened.post.publishedAt,
                entries: comments.map { AtomFeed.Entry($0, on: path, last: opened.post.lastCommentNumber) }),
            showing: .post(number, in: community))
    }
}

extension Context {
    fileprivate func feed(_ feed: AtomFeed, showing tag: PageTag) -> Response {
        show(tag)
        return AtomWriter(feed, site: site).response()
    }
}

extension AtomFeed.Entry {
    init(_ post: SyndicatedPost) {
        self.init(
            id: post.id.rawValue, title: post.title,
            path: CommunityPaths.post(post.number, post.slug, in: post.communitySlug), author: post.author.person,
            published: post.published, edited: post.edited,
            content: post.body.bytes.isEmpty ? .excerpt(post.excerpt) : .whole(post.body), tags: post.tags)
    }

    /// - Parameters:
    ///   - path: of the post.
    ///   - last: the highest number a comment of it was ever given.
    init(_ comment: SyndicatedComment, on path: String, last: Int) {
        let author = comment.author.person
        self.init(
            id: comment.id.rawValue, title: "Comment by \(author.name)",
            path: CommunityPaths.comment(comment.number, on: path, last: last), author: author,
            published: comment.published, edited: comment.edited, content: .whole(comment.body))
    }
}
