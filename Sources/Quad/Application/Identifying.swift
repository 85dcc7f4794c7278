import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres

/// Who asks: found from the cookie, counted by the session or, for visitors, by the address.
extension Application {
    /// - Returns: who asks, and the session's token when its cookie is to be given anew, as it is once an hour: in the
    ///   browser, too, a session lives on while it is used.
    /// - Throws: `TooMany`.
    func identify(_ request: Request, _ route: Route?, on worker: Worker) throws -> (viewer: Viewer, renewed: Token?) {
        if let token = request.cookie(cookies.session).flatMap(Token.init), route?.isUnlimited != true {
            let (copy, verdict) = try sessions.find(
                token, redis: worker.redis, database: worker.database,
                asking: route?.isPart == true
                    ? limits.memberParts(Session.key(of: token)) : limits.memberPages(Session.key(of: token)),
                of: limits.standIn,
                mayAsk: { try limits.check(limits.lostSessions(request.client), redis: worker.redis) })
            if let copy {
                try Limits.accept(verdict)
                let isNoted = noteUse(of: copy, token, on: worker)
                return (admit(copy, on: worker), isNoted ? token : nil)
            }
        }
        if route?.isUnlimited != true, route?.audience != "private network" {
            let demands =
                route?.isPart == true ? limits.visitorParts(request.client) : limits.visitorPages(request.client)
            try limits.check(demands, redis: worker.redis)
        }
        return (.visitor, nil)
    }

    /// As Postgres says now: after it refused what a copy said.
    func identifyAnew(_ request: Request, on worker: Worker) throws -> Viewer {
        worker.database.prologue = nil
        guard let token = request.cookie(cookies.session).flatMap(Token.init),
            let copy = try sessions.reread(token, redis: worker.redis, database: worker.database)
        else { return .visitor }
        return admit(copy, on: worker)
    }

    private func admit(_ copy: SessionCopy, on worker: Worker) -> Viewer {
        worker.database.prologue = .requireSession(of: copy.member)
        return .member(copy.member)
    }

    /// Writes down, once an hour, that a session is in use: so that it lives on should Redis lose it.
    ///
    /// - Returns: whether it did so now.
    private func noteUse(of copy: SessionCopy, _ token: Token, on worker: Worker) -> Bool {
        let hour = SessionCopy.hour(of: .now)
        guard copy.seenHour != hour else { return false }
        do {
            _ = try worker.database.fetch(.noteUse(of: copy.member.session))
            sessions.keep(SessionCopy(member: copy.member, seenHour: hour), of: token, redis: worker.redis)
            return true
        } catch {
            // The next request tries again.
            return false
        }
    }

    /// What stands around a page that answers a request.
    func around(_ request: Request, _ viewer: Viewer?, flash: Flash? = nil) -> Surroundings {
        Surroundings(
            site: campus.site, viewer: viewer?.member.map { Surroundings.Face($0) }, flash: flash,
            path: request.method == .post ? "/" : request.target)
    }
}
