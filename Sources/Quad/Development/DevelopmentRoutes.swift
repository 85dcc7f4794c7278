import HTTPServer

extension [Route] {
    /// For those who build Quad; a demonstration campus shows them, no other.
    static let development: [Route] = [
        .get("/dev/components", for: .demonstration, DevelopmentHandlers.components)
    ]
}

enum DevelopmentHandlers {
    static func components(_ context: Context) -> Response {
        context.page(
            ComponentsPage(
                frame: Frame(around: context.around, title: "Components", canonicalPath: nil, indexable: false)))
    }
}
