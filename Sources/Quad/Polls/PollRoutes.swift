extension [Route] {
    static let polls: [Route] = [.post("/posts/:post/ballots", for: .writer, PollHandlers.vote)]
}

/// Where votes in polls go.
enum PollPaths {
    static func ballots(in post: Post.ID) -> String { "/posts/\(post.text)/ballots" }
}
