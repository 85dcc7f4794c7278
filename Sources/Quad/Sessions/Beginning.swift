import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres

extension Context {
    /// Signs someone in in this browser. The session that came with the request, if any, ends: nobody can have
    /// fixed it beforehand, and what it may do never grows.
    ///
    /// - Parameters:
    ///   - device: a browser the owner has signed in from before, or is registered as one now.
    ///   - name: "Firefox on Android".
    ///   - network: the client's address as people may see it: truncated.
    /// - Returns: `nil` when the account's state lets nobody sign in.
    func beginSession(for user: Member.ID, device: DeviceID?, named name: String, network: String) throws -> Member? {
        try endSession()
        let token = Token()
        let begun = try database.fetch(
            .beginSession(
                Session.ID(), for: user, hash: token.storedForm, device: device, named: name, network: network))
        guard let begun else { return nil }
        application.sessions.keep(begun, of: token, redis: redis)
        give(application.cookies.session, token.text, for: Session.lifetime)
        return begun.member
    }

    /// Signs out in this browser; nothing happens when nobody is signed in.
    func endSession() throws {
        // What follows is asked outside of the session that ends here.
        database.prologue = nil
        guard let member = viewer.member else { return }
        let ended = try database.fetch(.endSession(member.session, of: member.id))
        application.sessions.forget(ended, redis: redis)
        take(application.cookies.session)
    }

    /// Signs a member out everywhere else.
    func endOtherSessions(of member: Member) throws {
        let ended = try database.fetch(.endSessions(of: member.id, except: member.session))
        application.sessions.forget(ended, redis: redis)
    }
}
