extension [Route] {
    static let communities: [Route] = [
        .get(
            "/communities", for: .anyone, kept: .forVisitors(query: ["order", "after"]), CommunityHandlers.communities),
        .get(
            "/c/:community", for: .anyone, kept: .forVisitors(query: ["order", "after"]), CommunityHandlers.community),
        .get(
            "/c/:community/s/:space", for: .anyone, kept: .forVisitors(query: ["order", "after"]),
            CommunityHandlers.space),
        .get("/c/:community/about", for: .anyone, kept: .forVisitors(query: []), CommunityHandlers.about),
        .get("/c/:community/:number", for: .anyone, PostHandlers.shortAddress),
        .get(
            "/c/:community/:number/:slug", for: .anyone, kept: .forVisitors(query: ["order", "comment", "after"]),
            PostHandlers.post),
    ]
}
