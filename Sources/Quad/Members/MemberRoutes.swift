extension [Route] {
    static let members: [Route] = [
        .get("/u/:username", for: .anyone, kept: .forVisitors(query: []), MemberHandlers.profile),
        .get("/u/:username/posts", for: .anyone, kept: .forVisitors(query: ["after"]), MemberHandlers.writing),
    ]
}
