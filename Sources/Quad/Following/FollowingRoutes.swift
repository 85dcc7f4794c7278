extension [Route] {
    static let following: [Route] = [
        .get("/bookmarks", for: .member, BookmarkHandlers.list),
        .post("/bookmarks/:bookmark/end", for: .member, BookmarkHandlers.end),
        .post("/posts/:post/bookmarks", for: .member, BookmarkHandlers.keepPost),
        .post("/comments/:comment/bookmarks", for: .member, BookmarkHandlers.keepComment),
        .post("/posts/:post/follows", for: .member, AttentionHandlers.followPost),
        .post("/posts/:post/mutes", for: .member, AttentionHandlers.mutePost),
        .post("/tags/:tag/follows", for: .member, AttentionHandlers.followTag),
        .post("/tags/:tag/mutes", for: .member, AttentionHandlers.muteTag),
        .post("/u/:username/follows", for: .member, AttentionHandlers.followPerson),
        .post("/u/:username/mutes", for: .member, AttentionHandlers.mutePerson),
        .post("/c/:community/follows", for: .member, AttentionHandlers.followCommunity),
        .post("/c/:community/mutes", for: .member, AttentionHandlers.muteCommunity),
        .get("/settings/following", for: .member, AttentionListHandlers.follows),
        .post("/settings/following/:follow/end", for: .member, AttentionListHandlers.endFollow),
        .get("/settings/muted", for: .member, AttentionListHandlers.mutes),
        .post("/settings/muted/:mute/end", for: .member, AttentionListHandlers.endMute),
    ]
}
