import HTML

/// A form about oneself; shown by Templates/profiles/profile-form.html.
struct ProfileFormPage: Page {
    /// Some fields under a heading of their own.
    struct Group: Sendable {
        var heading: String?
        var note: String?
        let fields: [ProfileFieldView]
    }

    let frame: Frame
    let tabs: [Choice]
    let title: String
    /// What it is for.
    let lead: String
    let mistakes: FormMistakes
    let groups: [Group]
    /// Of the first set-up, where it is part of that.
    let step: FirstStep?
    let stepLine: StepLine?
    let path: String
    let back: Choice
    /// The other parts of a profile.
    let others: [Choice]
    var button = "Save"

    init(
        _ editing: ProfileEditing, title: String, lead: String, mistakes: FormMistakes, groups: [Group], path: String
    ) {
        frame = Frame(settings: editing.around, title: title)
        tabs = SettingsTab.choices(current: path == ProfilePaths.visibility ? .visibility : .profile)
        (self.title, self.lead, self.mistakes, self.groups, self.path) = (title, lead, mistakes, groups, path)
        (step, stepLine) = (editing.step, editing.stepLine)
        back = Choice("Leave it as it is", path: editing.back)
        others = path == ProfilePaths.visibility ? [] : editing.parts(current: path)
    }
}

/// What every form about oneself needs to know.
struct ProfileEditing: Sendable {
    let around: Surroundings
    let profilePath: String
    let types: [ProfileType]
    /// Of the first set-up, where the form was reached from there.
    let step: FirstStep?

    var back: String { step?.path ?? profilePath }

    var stepLine: StepLine? {
        step.map { types.contains(.student) ? StepLine($0) : StepLine(alone: $0) }
    }

    func parts(current: String) -> [Choice] {
        let all =
            [
                ("Name and headline", ProfilePaths.profile), ("Username", ProfilePaths.username),
                ("Picture", ProfilePaths.photo),
                ("About you", ProfilePaths.about), ("Skills and interests", ProfilePaths.skills),
                ("Links", ProfilePaths.links),
            ] + types.map { ($0.heading, ProfilePaths.details($0)) }
        return all.map { Choice($0.0, path: step?.kept(in: $0.1) ?? $0.1, isCurrent: $0.1 == current) }
    }
}

/// One field of such a form: exactly one of these is there.
struct ProfileFieldView: Sendable {
    struct Amount: Sendable {
        let legend: String
        let hint: String?
        let error: String?
        let name: String
        let from: String
        let to: String
        let currencies: OptionField
    }

    struct Checks: Sendable {
        let legend: String
        let hint: String?
        let field: OptionField
    }

    /// Several small fields that say one thing: a skill with its level and place, a link's label and address.
    struct Row: Sendable {
        let legend: String
        let error: String?
        let name: String
        var fields: [TextField] = []
        var level: OptionField?
    }

    var line: TextField?
    var area: TextField?
    var rows = 4
    var select: OptionField?
    var radios: OptionField?
    var checks: Checks?
    var amount: Amount?
    var row: Row?
}

extension ProfileFieldView {
    static func line(
        _ name: String, _ label: String, _ value: String, hint: String? = nil, _ mistakes: FormMistakes
    ) -> Self {
        Self(line: TextField(name: name, label: label, value: value, hint: hint, error: mistakes[name]))
    }

    static func area(
        _ name: String, _ label: String, _ value: String, rows: Int, hint: String? = nil, _ mistakes: FormMistakes
    ) -> Self {
        Self(
            area: TextField(name: name, label: label, value: value, hint: hint, error: mistakes[name]), rows: rows)
    }

    /// The fields of a profile type, as its definitions say.
    init(_ field: DetailField, _ typed: TypedFields, _ mistakes: FormMistakes) {
        let (name, error) = (field.name, mistakes[field.name])
        switch field.kind {
        case .line, .number, .year: self = .line(name, field.label, typed[name], hint: field.hint, mistakes)
        case .lines(let most, _):
            self = .area(name, field.label, typed[name], rows: most > 5 ? 4 : 3, hint: field.hint, mistakes)
        case .choice(let options):
            let none = OptionField.Option(value: "", label: "Not said", note: nil, isChosen: typed[name].isEmpty)
            self.init(
                select: OptionField(
                    name: name, label: field.label, hint: field.hint, error: error,
                    options: [none]
                        + options.map {
                            .init(value: $0.value, label: $0.label, note: nil, isChosen: $0.value == typed[name])
                        }))
        case .amount:
            let chosen = typed[name + "-currency"]
            let none = OptionField.Option(value: "", label: "Currency", note: nil, isChosen: chosen.isEmpty)
            self.init(
                amount: Amount(
                    legend: field.label, hint: field.hint, error: error, name: name, from: typed[name + "-from"],
                    to: typed[name + "-to"],
                    currencies: OptionField(
                        name: name + "-currency", label: "Currency",
                        options: [none]
                            + DetailValue.currencies.map {
                                .init(value: $0, label: $0, note: nil, isChosen: $0 == chosen)
                            })))
        }
    }
}
