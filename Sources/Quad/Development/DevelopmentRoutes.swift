import HTTPServer

extension [Route] {
    /// For those who build Quad; a demonstration campus shows them, no other.
    static let development: [Route] = [
        .get("/dev/components", for: .demonstration, DevelopmentHandlers.components),
        .get(MailboxPaths.list, for: .demonstration, MailboxHandlers.list),
        .get("/dev/mail/:mail", for: .demonstration, MailboxHandlers.mail),
        .get("/dev/mail/:mail/html", for: .demonstration, MailboxHandlers.html),
    ]
}

enum DevelopmentHandlers {
    static func components(_ context: Context) -> Response {
        context.page(
            ComponentsPage(
                frame: Frame(around: context.around, title: "Components", canonicalPath: nil, indexable: false)))
    }
}
