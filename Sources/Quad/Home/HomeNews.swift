import FoundationEssentials

/// One page of what is new where a member takes part. Where it comes to posts from before yesterday it ends, so that
/// reading what is new has an end; they are one page further.
struct HomeNews: Sendable {
    let posts: [FeedPost]
    let goesOn: Bool
    /// Whether the last of what was written since yesterday stands here, and nothing older.
    let endsYesterday: Bool

    /// - Parameters:
    ///   - found: a page of posts, and one more when the list goes on.
    ///   - yesterday: when the day before began.
    init(_ found: [FeedPost], _ selection: FeedSelection, yesterday: Date) {
        let page = Array(found.prefix(FeedPost.pageSize))
        let fresh = selection.order.order == .new ? Array(page.prefix { $0.listed.post.publishedAt >= yesterday }) : []
        endsYesterday = !fresh.isEmpty && (fresh.count < page.count || found.count == page.count)
        posts = endsYesterday ? fresh : page
        goesOn = found.count > posts.count
    }
}
