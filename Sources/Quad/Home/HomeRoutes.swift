extension [Route] {
    static let home: [Route] = [
        .get("/home", for: .member, HomeHandlers.home)
    ]
}

enum HomePaths {
    static let home = "/home"

    /// Where the list goes on.
    static func home(after cursor: NewestCursor) -> String { "\(home)?after=\(cursor)" }
}
