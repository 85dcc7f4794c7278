import Cryptography
import HTTPServer
import Postgres

/// The way back for an owner who reads of a sign-in that was somebody else's.
enum NotMeHandlers {
    static func page(_ context: Context) throws -> Response {
        try context.withNotMeLink { token, link in
            context.guarded(NotMePage(around: context.around, link, token: token))
        }
    }

    /// Ends every session and the password's use, and starts the choice of a new one.
    static func lockOut(_ context: Context) throws -> Response {
        try context.withNotMeLink { token, link in
            let (device, network) = context.browser
            // The link speaks for its owner, whoever is signed in here.
            context.database.prologue = nil
            let ended = try context.database.transaction { database -> [[UInt8]]? in
                guard try database.fetch(.useOwnerToken(token, for: .notMe, of: link.user)) == 1 else { return nil }
                let (_, _, _, ended, _, _, addresses) = try database.fetch(
                    .voidPassword(of: link.user), .voidOwnerTokens(for: .passwordReset, of: link.user),
                    .removeNewPersonalEmail(of: link.user, token), .endSessions(of: link.user, except: nil),
                    .forgetDevices(of: link.user),
                    .noteSecurityEvent(.notMe, of: link.user, device: device, network: network),
                    .addresses(of: link.user))
                for address in addresses {
                    _ = try database.fetch(.enqueue(PasswordResetMail(email: address)))
                }
                return ended
            }
            guard let ended else { return context.guarded(NoticePage.usedLink(context.around), status: .gone) }
            context.application.sessions.forget(ended, redis: context.redis)
            return context.guarded(NoticePage.lockedOut(Surroundings(site: context.site)))
        }
    }
}

extension Context {
    fileprivate func withNotMeLink(_ answer: (Token, OwnerLink) throws -> Response) throws -> Response {
        guard let token = linkToken, let link = try database.fetch(.ownerLink(token, for: .notMe)) else {
            return guarded(NoticePage.unknownLink(around), status: .notFound)
        }
        switch link.state {
        case .good: return try answer(token, link)
        case .used: return guarded(NoticePage.usedLink(around), status: .gone)
        case .expired: return guarded(NoticePage.expiredNotMe(around), status: .gone)
        }
    }
}
