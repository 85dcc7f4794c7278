import FoundationEssentials
import HTTPServer

/// Who a route is for: what admits a request, and what admission hands to the handler.
///
/// A route names its audience, there is no default, so none is open by accident. A visitor is led to sign in; a
/// member who is not admitted is told the same as for an address that does not exist.
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

extension Audience<Member> {
    /// Who is signed in.
    static var member: Self { Audience(name: "member") { try $0.signedIn() } }
}

extension Audience<Writer> {
    /// Who is signed in and not silenced.
    static var writer: Self {
        Audience(name: "writer") { context in
            let member = try context.signedIn()
            if case .silenced(let until) = member.standing {
                throw Silenced(until: until.map { context.wording.exact($0).words })
            }
            return Writer(member: member)
        }
    }
}

extension Audience<Moderator> {
    static var moderator: Self {
        Audience(name: "moderator") { context in
            let member = try context.signedIn()
            guard member.role.moderates else { throw NotFound() }
            return Moderator(member: member)
        }
    }
}

extension Audience<Admin> {
    static var admin: Self {
        Audience(name: "admin") { context in
            let member = try context.signedIn()
            guard member.role == .admin else { throw NotFound() }
            return Admin(member: member)
        }
    }
}

extension Context {
    fileprivate func signedIn() throws -> Member {
        guard let member = viewer.member else { throw NotSignedIn() }
        return member
    }
}

/// The page is for members, and nobody is signed in here (any more).
struct NotSignedIn: ResponseError {
    var status: HTTPStatus { .forbidden }
    var message: String? { "You’re not signed in here any more" }
    var advice: String? { "Sign in and go on. Nothing was changed yet." }
    var remedy: Choice? { Choice("Sign in", path: AccountPaths.signIn) }
}

/// A moderator decided that someone may read but not write for a while.
struct Silenced: ResponseError {
    /// "Sun 18 Oct, 14:31"; `nil`: until a moderator ends it.
    let until: String?

    var status: HTTPStatus { .forbidden }
    var message: String? { "You can read, but not write at the moment" }
    var advice: String? {
        until.map { "A moderator silenced your account until \($0)." } ?? "A moderator silenced your account."
    }
}
