extension [Route] {
    static let writing: [Route] = [
        .get("/c/:community/new", for: .writer, PostWritingHandlers.form),
        .post("/c/:community/posts", for: .writer, keepsForm: true, PostWritingHandlers.create),
        .get("/posts/:post/edit", for: .writer, PostEditingHandlers.form),
        .post("/posts/:post/revisions", for: .writer, keepsForm: true, PostEditingHandlers.save),
        .get(
            "/posts/:post/history", for: .anyone, kept: .forVisitors(query: ["after"]), HistoryHandlers.post),
        .get("/posts/:post/removal", for: .member, RemovalHandlers.confirmPost),
        .post("/posts/:post/removal", for: .member, RemovalHandlers.removePost),
        .get("/posts/:post/comments/new", for: .writer, CommentWritingHandlers.form),
        .post("/posts/:post/comments", for: .writer, keepsForm: true, CommentWritingHandlers.create),
        .get("/comments/:comment/edit", for: .writer, CommentEditingHandlers.form),
        .post("/comments/:comment/revisions", for: .writer, keepsForm: true, CommentEditingHandlers.save),
        .get(
            "/comments/:comment/history", for: .anyone, kept: .forVisitors(query: ["after"]), HistoryHandlers.comment),
        .post("/preview", for: .writer, LivePreviewHandlers.render),
        .get("/comments/:comment/removal", for: .member, RemovalHandlers.confirmComment),
        .post("/comments/:comment/removal", for: .member, RemovalHandlers.removeComment),
    ]
}
