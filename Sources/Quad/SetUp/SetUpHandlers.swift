import Cryptography
import HTTPServer
import Postgres

enum SetUpHandlers {
    static func form(_ context: Context) -> Response {
        let form = SetUpForm(timeZone: TimeZones.ofThisMachine())
        return context.page(SetUpPage(around: context.around, form: form, zones: TimeZones()))
    }

    static func setUp(_ context: Context) throws -> Response {
        let limits = context.application.limits
        try limits.check(limits.setUpTries(context.request.client), redis: context.redis)
        let form = SetUpForm(context.request.form)
        let zones = TimeZones()
        do {
            let checked = try form.checked(zones: zones) { code in
                try context.database.fetch(.isSetUpCode(code.storedForm))
            }
            return try setUp(checked, context)
        } catch let mistakes as FormMistakes {
            let page = SetUpPage(around: context.around, form: form, zones: zones, mistakes: mistakes)
            return context.page(page, status: .unprocessableContent)
        }
    }

    /// - Throws: `AlreadySetUp` for the second of two at once.
    private static func setUp(_ checked: SetUpForm.Checked, _ context: Context) throws -> Response {
        let admin = FirstAdmin(
            name: checked.name, email: checked.email, username: checked.username,
            password: try PasswordHash.make(checked.password.text, cost: context.application.passwordCost))
        let (university, id) = (University.ID(), Member.ID())
        let (device, network) = context.browser
        try context.database.transaction { database in
            guard try database.fetch(.useSetUpCode(checked.code.storedForm)) == 1 else {
                throw try whyUsed(database)
            }
            _ = try database.fetch(
                .insertUniversity(university, checked.campus), .insertDomains(checked.campus.domains, of: university),
                .insertFirstAdmin(id, admin, at: university), .insertSite(of: university),
                .noteSecurityEvent(.signedUp, of: id, device: device, network: network))
        }
        try context.application.readCampus(context.database)
        _ = try context.enter(AccountOwner(id: id, state: .active, hearsOfNewDevice: false))
        return context.redirect(to: AccountPaths.home, flash: .setUp)
    }

    /// Why a code that was right a moment ago is not any more.
    private static func whyUsed(_ database: Connection) throws -> any Error {
        guard try database.fetch(.home) == nil else { return AlreadySetUp() }
        // The program was started anew meanwhile, and printed another.
        var mistakes = FormMistakes()
        mistakes.add(SetUpCodeError.wrong, to: "code")
        return mistakes
    }
}
