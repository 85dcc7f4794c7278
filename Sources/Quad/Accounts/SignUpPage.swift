import HTML

/// Where people sign up; shown by Templates/accounts/sign-up.html.
struct SignUpPage: Page {
    struct Kind: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    let frame: Frame
    let mistakes: FormMistakes
    /// Why nothing more can be taken just now.
    let refusal: Flash?
    let name: TextField
    let email: TextField
    let username: TextField
    let password: TextField
    let kinds: [Kind]
    let acceptsRules: Bool
    /// The overlap picture: an example, the same for everybody.
    let week = WeekPicture.example

    init(
        around: Surroundings, form: SignUpForm, mistakes: FormMistakes = FormMistakes(), refusal: TooMany? = nil
    ) {
        frame = Frame(
            around: around, title: "Join Quad",
            description: "Join Quad, the community of \(around.site.universityName).",
            canonicalPath: AccountPaths.signUp)
        self.mistakes = mistakes
        self.refusal = refusal.map { error in
            Flash(kind: .bad, words: [error.message, error.advice].compactMap(\.self).joined(separator: ". "))
        }
        name = TextField(
            name: "name", label: "Your name", autocomplete: "name", value: form.name,
            hint: "As friends and lecturers know you.", error: mistakes["name"])
        email = TextField(
            name: "email", label: "University email", type: "email", autocomplete: "email", value: form.email,
            error: mistakes["email"])
        username = TextField(
            name: "username", label: "Username", autocomplete: "username", value: form.username,
            error: mistakes["username"])
        password = TextField(
            name: "password", label: "Password", type: "password", autocomplete: "new-password",
            hint: "At least 12 characters. Four unrelated words are good and easy to remember.",
            error: mistakes["password"])
        kinds = SignUpForm.types.map { type in
            Kind(value: type.rawValue, label: type.label, isChosen: type.rawValue == form.type)
        }
        acceptsRules = form.acceptsRules
    }
}

extension ProfileType {
    fileprivate var label: String {
        switch self {
        case .alumni: "Alumni"
        case .staff: "Staff"
        default: "Student"
        }
    }
}
