import HTTPServer

extension [Route] {
    static let about: [Route] = [
        .get("/about", for: .anyone, kept: .forVisitors(query: []), AboutHandlers.about),
        .get("/rules", for: .anyone, kept: .forVisitors(query: []), AboutHandlers.rules),
        .get("/privacy", for: .anyone, kept: .forVisitors(query: []), AboutHandlers.privacy),
    ]
}

enum AboutHandlers {
    static func about(_ context: Context) -> Response {
        context.page(
            AboutPage(
                frame: Frame(
                    site: context.site, title: "About", description: "What Quad is, and who runs it here.",
                    canonicalPath: "/about")))
    }

    static func rules(_ context: Context) -> Response {
        context.page(
            RulesPage(
                frame: Frame(
                    site: context.site, title: "House rules", description: "The few rules of every community here.",
                    canonicalPath: "/rules")))
    }

    static func privacy(_ context: Context) -> Response {
        context.page(
            PrivacyPage(
                frame: Frame(
                    site: context.site, title: "Privacy", description: "What is kept about you, and for how long.",
                    canonicalPath: "/privacy")))
    }
}
