import HTML

/// Suggesting a course; shown by Templates/courses/course-suggestion.html.
struct SuggestionPage: Page {
    struct Alike: Sendable {
        let title: String
        let path: String
        let line: String
    }

    let frame: Frame
    let id: String
    let mistakes: FormMistakes
    let fields: CourseFormFields
    let isShown: Bool
    /// What may be the course that is missing.
    let alike: [Alike]
    /// Whether the next click says that it is none of those.
    let asksAgain: Bool
    let button: String
    /// Of the first set-up, where it was reached from there.
    let step: FirstStep?
    let back: Choice
}

/// The fields of a course; shown by Templates/courses/_course-fields.html.
struct CourseFormFields: Sendable {
    let code, section, term, title, instructor, schedule: TextField

    init(_ form: CourseForm, _ mistakes: FormMistakes) {
        code = TextField(
            name: "code", label: "Code", value: form.code, hint: "As the timetable has it: CS 161.",
            error: mistakes["code"])
        title = TextField(name: "title", label: "Title", value: form.title, error: mistakes["title"])
        section = TextField(
            name: "section", label: "Section", value: form.section,
            hint: "Where it’s taught more than once. You can leave it out.", error: mistakes["section"])
        term = TextField(name: "term", label: "Term", value: form.term, error: mistakes["term"])
        instructor = TextField(
            name: "instructor", label: "Who teaches it", value: form.instructor, hint: "You can leave it out.",
            error: mistakes["instructor"])
        schedule = TextField(
            name: "schedule", label: "When", value: form.schedule,
            hint: "Such as Mon and Wed, 9:00–10:30. You can leave it out.", error: mistakes["schedule"])
    }
}

/// What waits for a moderator; shown by Templates/courses/suggestion-queue.html.
struct SuggestionQueuePage: Page {
    struct Item: Sendable {
        let title: String
        let path: String
        let line: String
        let author: Person
        let at: Moment
    }

    let frame: Frame
    let items: [Item]
    let pagination: Pagination

    var tabs: [Choice] { ModerationTab.choices(current: .courses, for: frame.viewer) }

    var empty: EmptyState {
        EmptyState("No course waits", why: "What students miss in the catalogue stands here until you’ve looked.")
    }
}

/// One suggestion; shown by Templates/courses/suggestion-review.html.
struct CourseReviewPage: Page {
    struct Option: Sendable {
        let value: String
        let title: String
        let line: String
    }

    let frame: Frame
    let universityName: String
    let author: Person
    let at: Moment
    let mistakes: FormMistakes
    let fields: CourseFormFields
    let options: [Option]
    let optionError: String?
    let typed: String
    let reason: TextField
    let path: String
    let confirmationPath: String
    let mergerPath: String
    let refusalPath: String

    var tabs: [Choice] { ModerationTab.choices(current: .courses, for: frame.viewer) }
}

extension SuggestionPage {
    init(_ form: CourseForm, _ mistakes: FormMistakes, alike: [Course], in context: Context) {
        let step: FirstStep? = context.firstStep == .courses ? .courses : nil
        let asksAgain = !alike.isEmpty && mistakes.isEmpty
        self.init(
            frame: Frame(around: context.around, title: "Suggest a course", indexable: false),
            id: (form.id ?? CourseSuggestion.ID()).text, mistakes: mistakes, fields: CourseFormFields(form, mistakes),
            isShown: form.isShown,
            alike: alike.map {
                Alike(
                    title: $0.name.title, path: CoursePaths.course($0.id),
                    line: $0.facts(showsTerm: true).joined(separator: " · "))
            }, asksAgain: asksAgain, button: asksAgain ? "It’s none of these: send it" : "Send it to a moderator",
            step: step, back: Choice("Back to the courses", path: step?.path ?? CoursePaths.all))
    }
}

extension SuggestionQueuePage {
    init(_ found: [WaitingSuggestion], isFirst: Bool, around: Surroundings, wording: Wording) {
        let shown = found.prefix(WaitingSuggestion.pageSize)
        let next = found.count > WaitingSuggestion.pageSize ? shown.last : nil
        self.init(
            frame: Frame(around: around, title: "Suggested courses", indexable: false, current: .moderation),
            items: shown.map { suggestion in
                Item(
                    title: suggestion.fields.title, path: CoursePaths.review(suggestion.id),
                    line: [suggestion.fields.name.codeAndSection, suggestion.fields.term, suggestion.universityName]
                        .joined(separator: " · "),
                    author: suggestion.author.person, at: wording.ago(suggestion.at))
            },
            pagination: Pagination(
                onward: "Newer suggestions", back: "Start of the queue", newerPath: isFirst ? nil : CoursePaths.queue,
                olderPath: next.map { "\(CoursePaths.queue)?after=\(SuggestionCursor($0))" },
                reason: "Who has waited longest comes first.",
                end: next == nil && !shown.isEmpty ? "That’s all that waits." : nil))
    }
}

extension CourseReviewPage {
    init(
        _ suggestion: WaitingSuggestion, _ form: CourseForm, _ mistakes: FormMistakes, reason: String,
        alike: [Course], typed: String, around: Surroundings, wording: Wording
    ) {
        self.init(
            frame: Frame(
                around: around, title: "Suggested: \(suggestion.fields.code)", indexable: false, current: .moderation),
            universityName: suggestion.universityName, author: suggestion.author.person,
            at: wording.exact(suggestion.at), mistakes: mistakes, fields: CourseFormFields(form, mistakes),
            options: alike.map {
                Option(
                    value: $0.id.text, title: $0.name.title, line: $0.facts(showsTerm: true).joined(separator: " · "))
            }, optionError: mistakes["course"], typed: typed,
            reason: TextField(
                name: "reason", label: "Why it isn’t added", value: reason,
                hint: "Who suggested it reads this beside their courses.", error: mistakes["reason"]),
            path: CoursePaths.review(suggestion.id), confirmationPath: CoursePaths.confirmation(suggestion.id),
            mergerPath: CoursePaths.merger(suggestion.id), refusalPath: CoursePaths.refusal(suggestion.id))
    }
}
