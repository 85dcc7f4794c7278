import HTML

/// Where an installation is set up; shown by Templates/set-up/set-up.html.
struct SetUpPage: Page {
    let frame: Frame
    let mistakes: FormMistakes
    let code: TextField
    let university: [TextField]
    let place: CampusFields
    let term: TextField
    let admin: [TextField]

    init(around: Surroundings, form: SetUpForm, zones: TimeZones, mistakes: FormMistakes = FormMistakes()) {
        frame = Frame(around: around, title: "Set up Quad", indexable: false)
        self.mistakes = mistakes
        func field(
            _ name: String, _ label: String, _ value: String, type: String = "text", autocomplete: String = "off",
            hint: String? = nil
        ) -> TextField {
            TextField(
                name: name, label: label, type: type, autocomplete: autocomplete, value: value, hint: hint,
                error: mistakes[name])
        }
        code = field(
            "code", "Set-up code", form.code, hint: "quad serve printed it when it started: K7QM-2XWD-9RTP, say.")
        university = [
            field("university", "Name", form.university, autocomplete: "organization"),
            field("short-name", "Short name", form.shortName, hint: "What people call it in a sentence."),
        ]
        place = CampusFields(domains: form.domains, timeZone: form.timeZone, zones: zones, mistakes: mistakes)
        term = field("term", "Current term", form.term, hint: "“Fall 2026”, for example.")
        admin = [
            field("name", "Your name", form.name, autocomplete: "name"),
            field(
                "email", "Your email", form.email, type: "email", autocomplete: "email", hint: "You sign in with it."),
            field("username", "Username", form.username, autocomplete: "username"),
            field(
                "password", "Password", "", type: "password", autocomplete: "new-password",
                hint: "At least 12 characters. Four unrelated words are good and easy to remember."),
        ]
    }
}
