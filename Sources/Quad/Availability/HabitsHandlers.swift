import HTTPServer
import Postgres

/// How somebody likes to study.
enum HabitsHandlers {
    static func form(_ context: Context, member: Member) throws -> Response {
        let habits = try context.database.fetch(.habits(of: member.id))
        return context.page(HabitsPage(HabitsForm(habits), FormMistakes(), in: context))
    }

    static func save(_ context: Context, member: Member) throws -> Response {
        let form = HabitsForm(context.request.form)
        var mistakes = FormMistakes()
        guard let habits = form.check(&mistakes) else {
            let page = HabitsPage(form, mistakes, in: context)
            return context.page(page, status: .unprocessableContent)
        }
        _ = try context.database.fetch(.saveHabits(habits, of: member.id))
        context.changed(.member(member.username))
        let onward = context.firstStep == .habits ? FirstStep.habits.next.path : AvailabilityPaths.habits
        return context.redirect(to: onward, flash: .habitsSaved)
    }
}

/// The three choices as they stand in the form; `nil` where nothing is chosen.
struct HabitsForm: Sendable {
    var location: StudyHabits.Location?
    var style: StudyHabits.Style?
    var pace: StudyHabits.Pace?

    init(_ habits: StudyHabits?) {
        (location, style, pace) = (habits?.location, habits?.style, habits?.pace)
    }

    init(_ form: FormFields) {
        location = form["location"].flatMap(StudyHabits.Location.init(rawValue:))
        style = form["style"].flatMap(StudyHabits.Style.init(rawValue:))
        pace = form["pace"].flatMap(StudyHabits.Pace.init(rawValue:))
    }

    func check(_ mistakes: inout FormMistakes) -> StudyHabits? {
        if location == nil { mistakes.add(NotChosen("where you like to study"), to: "location") }
        if style == nil { mistakes.add(NotChosen("how you like to study"), to: "style") }
        if pace == nil { mistakes.add(NotChosen("how fast you go"), to: "pace") }
        guard let location, let style, let pace else { return nil }
        return StudyHabits(location: location, style: style, pace: pace)
    }
}

private struct NotChosen: FieldError {
    let what: String

    init(_ what: String) { self.what = what }

    var message: String { "Choose \(what). If it’s all the same to you, the last answer says so." }
    var summary: String { "Choose \(what)" }
}

/// Shown by Templates/availability/habits.html.
struct HabitsPage: Page {
    let frame: Frame
    /// Of the first set-up, where it was reached from there.
    let stepLine: StepLine?
    let tabs = SettingsTab.choices(current: .habits)
    let mistakes: FormMistakes
    let fields: [OptionField]

    let action: String

    init(_ form: HabitsForm, _ mistakes: FormMistakes, in context: Context) {
        frame = Frame(settings: context.around, title: "How do you like to study?")
        stepLine = context.firstStep == .habits ? StepLine(.habits) : nil
        action = context.inStep(AvailabilityPaths.habits)
        self.mistakes = mistakes
        fields = [
            Self.field("location", "Where", StudyHabits.Location.asked, form.location, mistakes),
            Self.field("style", "How", StudyHabits.Style.allCases, form.style, mistakes),
            Self.field("pace", "How fast", StudyHabits.Pace.asked, form.pace, mistakes),
        ]
    }

    private static func field<Value: WordedHabit>(
        _ name: String, _ label: String, _ values: [Value], _ chosen: Value?, _ mistakes: FormMistakes
    ) -> OptionField {
        OptionField(
            name: name, label: label, error: mistakes[name],
            options: values.map { value in
                OptionField.Option(
                    value: value.rawValue, label: value.label, note: value.note, isChosen: value == chosen)
            })
    }
}
