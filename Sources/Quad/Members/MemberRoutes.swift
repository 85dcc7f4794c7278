extension [Route] {
    static let members: [Route] = [
        .get("/u/:username", for: .anyone, kept: .forVisitors(query: []), MemberHandlers.profile)
    ]
}
