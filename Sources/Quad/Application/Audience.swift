import HTTPServer

/// Who a route is for: what admits a request, and what admission hands to the handler.
///
/// A route names its audience, there is no default, so none is open by accident. Who is not admitted
/// is told the same as for an address that does not exist.
struct Audience<Value>: Sendable {
    let name: String
    let admit: @Sendable (Context) throws -> Value
}

extension Audience<Void> {
    /// Everyone on the internet, crawlers included.
    static var anyone: Self { Audience(name: "anyone") { _ in } }

    /// Machines of the operator's own network, as health checks and metrics collectors are.
    static var privateNetwork: Self {
        Audience(name: "private network") { context in
            guard context.request.client.isPrivate || context.request.client.isLoopback else { throw NotFound() }
        }
    }

    /// Everyone, in a demonstration campus; nobody elsewhere.
    static var demonstration: Self {
        Audience(name: "demonstration") { context in
            guard context.campus.isDemonstration else { throw NotFound() }
        }
    }
}
