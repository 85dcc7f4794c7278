import Cryptography
import HTTPServer
import Postgres

/// What is typed to sign up.
struct SignUpForm: Sendable {
    var name = ""
    var email = ""
    var username = ""
    var type = ProfileType.student.rawValue
    var acceptsRules = false
    /// Never shown again.
    fileprivate var password = ""

    /// An empty form.
    init() {}

    init(_ fields: FormFields) {
        func value(_ name: String) -> String { fields[name] ?? "" }
        (name, email, username, type) = (value("name"), value("email"), value("username"), value("type"))
        (acceptsRules, password) = (fields["rules"] != nil, value("password"))
    }

    static let types: [ProfileType] = [.student, .alumni, .staff]
}

extension SignUpForm {
    /// What the fields say, checked.
    struct Checked: Sendable {
        let name: PersonName
        let email: EmailAddress
        let university: University.ID
        let username: Username
        let password: NewPassword
        let type: ProfileType
    }

    /// Asks nothing of the address but whether it is at a university, so nothing tells whether it has an account.
    ///
    /// - Throws: `FormMistakes`, all that is wrong in the order of the fields.
    func checked(_ database: Connection, at campus: String) throws -> Checked {
        var mistakes = FormMistakes()
        let name = mistakes.check("name") { () throws(PersonNameError) in try PersonName(self.name) }
        let address = Result { () throws(EmailAddressError) in try EmailAddress(self.email) }
        let wish = Result { () throws(UsernameError) in try Username(self.username) }
        let suggestions = Username.suggestions(for: self.name, besides: wish.value)
        let (university, domains, taken) = try database.fetch(
            .university(withDomain: address.value?.domain ?? ""), .signUpDomains,
            .takenUsernames(
                among: ([wish.value].compactMap(\.self) + suggestions).map(\.text),
                besides: address.value?.canonical ?? ""))
        let email = mistakes.check("email", address, unless: university == nil) {
            UnknownDomain(domain: $0.domain, known: domains)
        }
        let free = suggestions.first { !taken.contains($0.text) }
        let username = mistakes.check("username", wish, unless: wish.value.map { taken.contains($0.text) } == true) {
            TakenUsername(username: $0, free: free)
        }
        let hints = PersonHints(
            name: self.name, username: self.username, email: self.email,
            universities: [campus, university?.name, university?.shortName].compactMap(\.self))
        let password = mistakes.check("password") { () throws(NewPasswordError) in
            try NewPassword(self.password, about: hints)
        }
        let type = Self.types.first { $0.rawValue == self.type }
        if type == nil { mistakes.add(SignUpMistake.noType, to: "type") }
        if !acceptsRules { mistakes.add(SignUpMistake.rulesNotRead, to: "rules") }
        guard let name, let email, let university, let username, let password, let type, mistakes.isEmpty else {
            throw mistakes
        }
        return Checked(
            name: name, email: email, university: university.id, username: username, password: password, type: type)
    }
}

extension Result {
    fileprivate var value: Success? { if case .success(let value) = self { value } else { nil } }
}

extension FormMistakes {
    /// The value, or `nil` after noting why there is none: that it is none, or what else is wrong with it.
    fileprivate mutating func check<Value>(
        _ field: String, _ value: Result<Value, some FieldError>, unless isWrong: Bool,
        _ mistake: (Value) -> any FieldError
    ) -> Value? {
        switch value {
        case .failure(let error): add(error, to: field)
        case .success(let value) where isWrong: add(mistake(value), to: field)
        case .success(let value): return value
        }
        return nil
    }
}
