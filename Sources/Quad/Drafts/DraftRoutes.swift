extension [Route] {
    static let drafts: [Route] = [
        .get("/drafts", for: .member, DraftHandlers.list),
        .get("/drafts/:draft", for: .member, DraftHandlers.draft),
        .post("/drafts/:draft", for: .writer, keepsForm: true, DraftHandlers.save),
        .get("/drafts/:draft/removal", for: .member, DraftHandlers.confirmRemoval),
        .post("/drafts/:draft/removal", for: .member, DraftHandlers.remove),
    ]
}

/// Where drafts are kept.
enum DraftPaths {
    static let all = "/drafts"
    static func draft(_ id: Post.ID) -> String { "/drafts/\(id.text)" }
    static func removal(of id: Post.ID) -> String { "/drafts/\(id.text)/removal" }
    /// The form of the post it will be.
    static func writing(_ id: Post.ID, in community: String) -> String {
        "\(WritingPaths.newPost(in: community))?draft=\(id.text)"
    }
}
