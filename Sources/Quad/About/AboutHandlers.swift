import HTML
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
        let frame = frame(context, "/about", "About", "What Quad is, and who runs it here.")
        return context.page(AboutPage(frame: frame))
    }

    static func rules(_ context: Context) -> Response {
        let frame = frame(context, "/rules", "House rules", "The few rules of every community here.")
        return context.page(RulesPage(frame: frame))
    }

    static func privacy(_ context: Context) -> Response {
        let frame = frame(context, "/privacy", "Privacy", "What is kept about you, and for how long.")
        return context.page(PrivacyPage(frame: frame))
    }

    private static func frame(_ context: Context, _ path: String, _ title: String, _ description: String) -> Frame {
        Frame(around: context.around, title: title, description: description, canonicalPath: path)
    }
}
