import HTTPServer
import Postgres

/// Name, headline and what somebody is, as typed.
struct ProfileForm: Sendable {
    var name = ""
    var headline = ""
    var type = ""
    var further: Set<String> = []

    init(_ form: FormFields) {
        (name, headline, type) = (form["name"] ?? "", form["headline"] ?? "", form["type"] ?? "")
        further = Set(form.all("further"))
    }

    init(_ member: Member, _ own: OwnProfile) {
        (name, headline, type) = (member.name, own.headline, own.type.rawValue)
        further = Set(own.furtherTypes.map(\.rawValue))
    }

    struct Checked: Sendable {
        let name: PersonName
        let headline: String
        let type: ProfileType
        let further: [ProfileType]
    }

    func check() -> (checked: Checked?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        let name = mistakes.check("name") { () throws(PersonNameError) in try PersonName(self.name) }
        let headline = mistakes.check("headline") { () throws(ProfileFault) in
            self.headline.trimmed.isEmpty ? "" : try ProfileLine.checked(self.headline, "Headline", 120)
        }
        let type = ProfileType(rawValue: self.type)
        if type == nil {
            mistakes.add(
                ProfileFault(message: "Choose what you mostly are here.", summary: "Choose what you are"), to: "type")
        }
        let further = ProfileType.allCases.filter { self.further.contains($0.rawValue) && $0 != type }
        guard mistakes.isEmpty, let name, let headline, let type else { return (nil, mistakes) }
        return (Checked(name: name, headline: headline, type: type, further: further), mistakes)
    }

    func groups(_ mistakes: FormMistakes) -> [ProfileFormPage.Group] {
        let types = ProfileType.allCases
        return [
            .init(fields: [
                .line("name", "Name", name, hint: "What people call you.", mistakes),
                .line(
                    "headline", "Headline", headline,
                    hint: "One line under your name: “Second-year maths. Asks before page two.”", mistakes),
            ]),
            .init(
                heading: "What you are here",
                fields: [
                    ProfileFieldView(
                        select: OptionField(
                            name: "type", label: "Mostly", error: mistakes["type"],
                            options: types.map {
                                .init(value: $0.rawValue, label: $0.words, note: nil, isChosen: $0.rawValue == type)
                            })),
                    ProfileFieldView(
                        checks: .init(
                            legend: "And also",
                            hint:
                                "Each has lines of its own on your profile. Taking one away deletes what you said there.",
                            field: OptionField(
                                name: "further", label: "And also",
                                options: types.map {
                                    .init(
                                        value: $0.rawValue, label: $0.words, note: nil,
                                        isChosen: further.contains($0.rawValue))
                                }))),
                ]),
        ]
    }
}
