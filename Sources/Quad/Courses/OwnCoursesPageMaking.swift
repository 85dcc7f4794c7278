extension OwnCoursesPage {
    init(
        _ catalogue: Catalogue, own: [Course], isFirst: Bool, _ selection: CourseSelection, found: [Course],
        suggestions: [OwnSuggestion], mayWrite: Bool, step: FirstStep?, around: Surroundings, wording: Wording
    ) {
        let shown = own.prefix(CourseSelection.pageSize)
        let next = own.count > CourseSelection.pageSize ? shown.last : nil
        func inStep(_ path: String) -> String { step?.kept(in: path) ?? path }
        let start = inStep(CoursePaths.own)
        let back = inStep(selection.path(at: CoursePaths.own))
        // What is taken stands above already.
        let others = found.filter { $0.enrolment == nil }
        self.init(
            frame: Frame(settings: around, title: "Your courses"),
            step: step, stepLine: step.map { StepLine($0, isDone: !own.isEmpty || !isFirst) },
            tabs: SettingsTab.choices(current: .courses),
            items: shown.map { Item($0, back: start) },
            pagination: Pagination(
                onward: "More courses", back: "Start of the list", newerPath: isFirst ? nil : start,
                olderPath: next.map { inStep("\(CoursePaths.own)?after=\($0.id.text)") }),
            empty: EmptyState(
                "Your courses will stand here", why: "Find them below and say which ones you take."),
            term: catalogue.currentTerm, typed: selection.typed,
            found: selection.words.isEmpty ? nil : others.prefix(10).map { Item($0, back: back) },
            nothing: found.isEmpty
                ? EmptyState(
                    "No course of \(catalogue.currentTerm) is like that",
                    why: "Courses are found by code, title and teacher.",
                    action: mayWrite ? Choice("Suggest a course", path: inStep(CoursePaths.suggestion)) : nil)
                : EmptyState("You take it already", why: "What’s like that stands above, among what you take."),
            suggestions: suggestions.map { Suggestion($0, wording) },
            suggestionPath: mayWrite ? inStep(CoursePaths.suggestion) : nil)
    }
}

extension OwnCoursesPage.Item {
    fileprivate init(_ course: Course, back: String) {
        let origin = course.enrolment?.isImported == true ? "from the registrar" : ""
        self.init(
            title: course.name.title, path: CoursePaths.course(course.id),
            line: (course.facts(showsTerm: true) + [origin]).filter { !$0.isEmpty }.joined(separator: " · "),
            forms: course.forms(back: back))
    }
}

extension OwnCoursesPage.Suggestion {
    fileprivate init(_ suggestion: OwnSuggestion, _ wording: Wording) {
        let line: String
        switch suggestion.state {
        case .waiting: line = "Waits for a moderator since \(wording.exact(suggestion.at).words)"
        case .confirmed: line = "It’s in the catalogue now, and you take it"
        case .merged: line = "It was there already, and you take it"
        case .declined: line = "Not added: \(suggestion.reason)"
        case .withdrawn: line = "Taken back"
        }
        self.init(
            title: "\(suggestion.name.code) \(suggestion.name.title)", line: line,
            coursePath: suggestion.course.map { CoursePaths.course($0) },
            endPath: suggestion.state == .waiting ? CoursePaths.suggestionEnd(suggestion.id) : nil)
    }
}
