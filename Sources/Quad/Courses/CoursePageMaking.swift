extension CataloguePage {
    /// - Parameters:
    ///   - found: one more than a page shows when the list goes on.
    ///   - alike: courses that resemble what was typed, where none holds it.
    ///   - waiting: suggestions that wait; 0 for who doesn't look at them.
    init(
        _ catalogue: Catalogue, _ selection: CourseSelection, found: [Course], alike: [Course], waiting: Int,
        mayWrite: Bool, around: Surroundings
    ) {
        let shown = alike.isEmpty ? Array(found.prefix(CourseSelection.pageSize)) : alike
        let next = found.count > CourseSelection.pageSize ? shown.last : nil
        let showsTerm = selection.isMine || selection.term == .all
        self.init(
            frame: Frame(around: around, title: "Courses", indexable: false),
            summary: "\(catalogue.universityName). It’s \(catalogue.currentTerm).",
            tabs: [
                Choice("All courses", path: CoursePaths.all, isCurrent: !selection.isMine),
                Choice("Yours", path: CoursePaths.mine, isCurrent: selection.isMine),
            ],
            isMine: selection.isMine, terms: Term.list(catalogue, selection.term), typed: selection.typed,
            rows: shown.map { Row($0, showsTerm: showsTerm) },
            remark: alike.isEmpty ? nil : "No course has these words. These are alike:",
            pagination: Pagination(
                onward: "More courses", back: "Start of the list",
                newerPath: selection.after == nil ? nil : selection.path(),
                olderPath: next.map { selection.path(after: $0.id) },
                reason: selection.isMine ? "This term’s come first, each term by code." : "By code, from A to Z.",
                end: next == nil && !shown.isEmpty ? "That’s every one." : nil),
            empty: selection.isMine
                ? selection.typed.isEmpty
                    ? EmptyState(
                        "Your courses will stand here", why: "You’ve said of none yet that you take it.",
                        action: Choice("Find your courses", path: CoursePaths.all))
                    : EmptyState("None of yours has these words", why: "Courses are found by code, title and teacher.")
                : EmptyState(
                    selection.typed.isEmpty ? "No courses here yet" : "No course has these words",
                    why: selection.typed.isEmpty
                        ? "Nobody has written down the courses of this term."
                        : "Courses are found by code, title and teacher, one term at a time.",
                    action: mayWrite ? Choice("Suggest a course", path: CoursePaths.suggestion) : nil),
            suggestionPath: mayWrite ? CoursePaths.suggestion : nil,
            queue: waiting == 0
                ? nil
                : Choice(
                    waiting == 1 ? "1 suggested course waits" : "\(Wording.count(waiting)) suggested courses wait",
                    path: CoursePaths.queue))
    }
}

extension CataloguePage.Term {
    fileprivate static func list(_ catalogue: Catalogue, _ chosen: CourseSelection.Term) -> [Self] {
        var terms = catalogue.terms.filter { $0 != catalogue.currentTerm }
        // Of a link that somebody kept.
        if case .named(let name) = chosen, name != catalogue.currentTerm, !terms.contains(name) { terms.append(name) }
        let isCurrent = chosen == .current || chosen == .named(catalogue.currentTerm)
        return [Self(value: "", label: "\(catalogue.currentTerm), now", isChosen: isCurrent)]
            + terms.map { Self(value: $0, label: $0, isChosen: chosen == .named($0)) }
            + [Self(value: CourseSelection.allTerms, label: "All terms", isChosen: chosen == .all)]
    }
}

extension CataloguePage.Row {
    fileprivate init(_ course: Course, showsTerm: Bool) {
        self.init(
            path: CoursePaths.course(course.id), title: course.name.title, facts: course.facts(showsTerm: showsTerm),
            isTaken: course.enrolment != nil)
    }
}

extension Course {
    /// What tells a course from others, most telling first.
    func facts(showsTerm: Bool) -> [String] {
        [name.codeAndSection, showsTerm ? name.term : "", instructor, schedule].filter { !$0.isEmpty }
    }

    func forms(back: String = "") -> EnrolmentForms {
        EnrolmentForms(
            courseName: name.codeAndSection, isTaken: enrolment != nil, isShown: enrolment?.isShown ?? false,
            isOver: isClosed, takePath: CoursePaths.enrolment(id), dropPath: CoursePaths.enrolmentEnd(id),
            showPath: CoursePaths.showing(id), hidePath: CoursePaths.showingEnd(id), back: back)
    }
}

extension CoursePage {
    /// - Parameters:
    ///   - mates: one more than a page shows when the list goes on.
    ///   - count: of all course mates the viewer sees, as far as they are counted.
    init(
        _ course: Course, place: CommunityLink?, mates: [CourseMate], count: Int, groups: [CourseGroup],
        isFirst: Bool, around: Surroundings
    ) {
        let shown = mates.prefix(CourseMate.pageSize)
        let next = mates.count > CourseMate.pageSize ? shown.last : nil
        let path = CoursePaths.course(course.id)
        let isTaken = course.enrolment != nil
        let facts = [("Taught by", course.instructor), ("When", course.schedule), ("Term", course.name.term)]
        self.init(
            frame: Frame(
                around: around, title: "\(course.name.code) \(course.name.title)", indexable: false),
            title: course.name.title, line: "\(course.name.codeAndSection) · \(course.name.term)",
            facts: facts.filter { !$0.1.isEmpty }.map { (label: $0.0, value: $0.1) }, community: place,
            enrolment: course.forms(),
            mates: isTaken ? shown.map { Mate(person: $0.author.person, headline: $0.headline) } : nil,
            matesHeading: Self.heading(count),
            matesEmpty: EmptyState(
                isFirst ? "Course mates will stand here" : "That’s everyone",
                why: isFirst
                    ? "Nobody else who takes it has chosen to be shown yet."
                    : "Nobody comes after those you saw."),
            pagination: Pagination(
                onward: "More course mates", back: "Start of the list", newerPath: isFirst ? nil : path,
                olderPath: next.map { "\(path)?after=\($0.id.text)" },
                reason: isTaken && !shown.isEmpty
                    ? "Who has been on Quad longest comes first. You see those who chose to be shown here." : nil,
                end: nil),
            groups: groups.map { Group($0) },
            matchesPath: isTaken && !course.isClosed ? CoursePaths.matches(course.id) : nil,
            groupsPath: isTaken && !course.isClosed ? CoursePaths.groups(course.id) : nil)
    }

    private static func heading(_ count: Int) -> String {
        switch count {
        case 0: "Course mates"
        case 1: "1 course mate shows up here"
        case ...CourseMate.mostCounted: "\(Wording.count(count)) course mates show up here"
        default: "More than \(CourseMate.mostCounted) course mates show up here"
        }
    }
}

extension CoursePage.Group {
    fileprivate init(_ group: CourseGroup) {
        let facts = [
            WeeklySpan(startsAtQuarter: group.startsAtQuarter, quarterCount: group.quarterCount).words,
            Wording.counted(group.seenCount, "person", "people"), group.isMember ? "you’re in it" : "you’re invited",
        ]
        self.init(
            name: group.name, path: CoursePaths.group(group.id),
            line: facts.filter { !$0.isEmpty }.joined(separator: " · "))
    }
}

/// A span of a week in wall time.
struct WeeklySpan {
    let startsAtQuarter: Int
    let quarterCount: Int

    /// "Tue 14–16", "Sat 23:30–1".
    var words: String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        return days[startsAtQuarter / 96 % 7] + " " + Week.Words.clock(startsAtQuarter % 96) + "–"
            + Week.Words.clock((startsAtQuarter + quarterCount) % 96)
    }
}
