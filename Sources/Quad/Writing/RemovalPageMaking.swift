extension RemovalPage {
    init(of post: PostPlace, around: Surroundings) {
        self.init(
            frame: Frame(around: around, title: "Delete your post?", indexable: false, current: .communities),
            question: "Delete your post?",
            consequences: [
                "“\(post.title)” is gone for everyone, and so is the conversation below it.",
                "Its address says that you deleted it.",
                "You can’t bring it back.",
            ],
            action: WritingPaths.removal(of: post.id), button: "Delete it", keep: Choice("Keep it", path: post.path))
    }

    init(of comment: EditableComment, around: Surroundings) {
        self.init(
            frame: Frame(around: around, title: "Delete your comment?", indexable: false, current: .communities),
            question: "Delete your comment?",
            consequences: [
                "Your words are gone for everyone.",
                "Replies stay, below a line that says you deleted it.",
                "You can’t bring it back.",
            ],
            action: WritingPaths.removal(of: comment.id), button: "Delete it",
            keep: Choice("Keep it", path: comment.place.path(toComment: comment.number)))
    }
}
