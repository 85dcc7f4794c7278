extension [Route] {
    static let home: [Route] = [
        .get("/home", for: .member, HomeHandlers.home)
    ]
}

enum HomePaths {
    static let home = "/home"
    /// What one follows, instead of what is new where one takes part.
    static let following = "/home?feed=following"

    /// Where what one follows goes on.
    static func following(after cursor: FeedCursor) -> String { "\(following)&after=\(cursor)" }
}
