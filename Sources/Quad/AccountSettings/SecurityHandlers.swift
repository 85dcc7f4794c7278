import HTTPServer
import Postgres

enum SecurityHandlers {
    static func security(_ context: Context, member: Member) throws -> Response {
        let (sessions, events) = try context.database.fetch(
            .ownSessions(of: member.id), .securityEvents(of: member.id, limit: 30))
        return context.page(
            SecurityPage(
                around: context.around, sessions: sessions, current: member.session, events: events,
                now: context.now, wording: context.wording))
    }

    /// Signs one device out; the one that asks is led to the front page.
    static func end(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("id", as: Session.ID.self)
        guard id != member.session else {
            try context.note(.signedOut, of: member)
            try context.endSession()
            return context.redirect(to: "/", flash: .signedOut)
        }
        let (ended, _) = try context.database.fetch(
            .endSession(id, of: member.id), .forgetDevice(of: id, of: member.id))
        // A second click finds it ended already, which is what was wanted.
        if !ended.isEmpty { try context.note(.signedOutDevice, of: member) }
        context.application.sessions.forget(ended, redis: context.redis)
        return context.redirect(to: AccountPaths.security, flash: .deviceSignedOut)
    }

    static func endOthers(_ context: Context, member: Member) throws -> Response {
        try context.endOtherSessions(of: member)
        _ = try context.database.fetch(.forgetDevices(of: member.id, exceptOf: member.session))
        try context.note(.signedOutEverywhere, of: member)
        return context.redirect(to: AccountPaths.security, flash: .otherDevicesSignedOut)
    }
}

extension Context {
    fileprivate func note(_ event: SecurityEvent, of member: Member) throws {
        let (device, network) = browser
        _ = try database.fetch(.noteSecurityEvent(event, of: member.id, device: device, network: network))
    }
}
