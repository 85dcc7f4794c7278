import Cryptography
import HTTPServer

/// What is typed to set an installation up.
struct SetUpForm: Sendable {
    var code = ""
    var university = ""
    var shortName = ""
    var domains = ""
    var timeZone = ""
    var term = ""
    var name = ""
    var email = ""
    var username = ""
    /// Never shown again.
    fileprivate var password = ""

    /// An empty form, with the zone this machine is set to.
    init(timeZone: String) {
        self.timeZone = timeZone
    }

    init(_ fields: FormFields) {
        func value(_ name: String) -> String { fields[name] ?? "" }
        (code, university, shortName) = (value("code"), value("university"), value("short-name"))
        (domains, timeZone, term) = (value("domains"), value("time-zone"), value("term"))
        (name, email, username, password) = (value("name"), value("email"), value("username"), value("password"))
    }
}

extension SetUpForm {
    /// What the fields say, checked.
    struct Checked {
        let campus: NewCampus
        let name: PersonName
        let email: EmailAddress
        let username: Username
        let password: NewPassword
        let code: RandomCode
    }

    /// - Parameter isRight: whether a code is the one that was printed.
    /// - Throws: all that is wrong, in the order of the fields.
    func checked(zones: TimeZones, isRight: (RandomCode) throws -> Bool) throws -> Checked {
        var mistakes = FormMistakes()
        let code = RandomCode(code)
        if self.code.isEmpty {
            mistakes.add(SetUpCodeError.empty, to: "code")
        } else if try code.map(isRight) != true {
            mistakes.add(SetUpCodeError.wrong, to: "code")
        }
        let university = mistakes.check("university") { () throws(CampusLineError) in
            try CampusLine(self.university, as: .name)
        }
        let shortName = mistakes.check("short-name") { () throws(CampusLineError) in
            try CampusLine(self.shortName, as: .shortName)
        }
        let domains = mistakes.check("domains") { () throws(EmailDomainError) in try EmailDomain.list(self.domains) }
        if !zones.contains(timeZone) { mistakes.add(TimeZoneError.notChosen, to: "time-zone") }
        let term = mistakes.check("term") { () throws(CampusLineError) in try CampusLine(self.term, as: .term) }
        let name = mistakes.check("name") { () throws(PersonNameError) in try PersonName(self.name) }
        let email = mistakes.check("email") { () throws(EmailAddressError) in try EmailAddress(self.email) }
        let username = mistakes.check("username") { () throws(UsernameError) in try Username(self.username) }
        let hints = PersonHints(
            name: self.name, username: self.username, email: self.email,
            universities: [self.university, self.shortName])
        let password = mistakes.check("password") { () throws(NewPasswordError) in
            try NewPassword(self.password, about: hints)
        }
        guard let code, let university, let shortName, let domains, let term, let name, let email, let username,
            let password, mistakes.isEmpty
        else { throw mistakes }
        let campus = NewCampus(
            name: university, shortName: shortName, domains: domains, timeZone: timeZone, term: term)
        return Checked(
            campus: campus, name: name, email: email, username: username, password: password, code: code)
    }
}

enum TimeZoneError: FieldError, Hashable {
    case notChosen

    var message: String { "Choose the zone whose clocks the university goes by." }
    var summary: String { "Choose a time zone" }
}
