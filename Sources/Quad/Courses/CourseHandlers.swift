import HTTPServer
import Postgres

/// The catalogue, one course, and one's own courses.
enum CourseHandlers {
    static func catalogue(_ context: Context, member: Member) throws -> Response {
        let selection = try context.courseSelection()
        let looksForAlike = !selection.isMine && !selection.words.isEmpty && selection.after == nil
        let (catalogue, found, alike, waiting) = try context.database.fetch(
            .catalogue(for: member),
            selection.isMine ? .coursesTaken(selection, by: member) : .courses(selection, for: member),
            looksForAlike ? .coursesAlike(selection, for: member) : .noCourses,
            .suggestionsWaiting(for: member))
        let page = CataloguePage(
            catalogue, selection, found: found, alike: found.isEmpty ? alike : [],
            waiting: waiting, mayWrite: member.standing == .active, around: context.around)
        return context.page(page)
    }

    static func course(_ context: Context, member: Member) throws -> Response {
        let id = try context.courseID()
        let after = try context.cursor { Member.ID(text: $0) }
        let (course, place, mates, count, groups) = try context.database.fetch(
            .course(id, for: member), .place(of: id, for: member), .courseMates(of: id, after: after, for: member),
            .courseMateCount(of: id, for: member), .groups(of: id, for: member))
        guard let course else { throw NotFound() }
        let page = CoursePage(
            course, place: place, mates: mates, count: count, groups: groups, isFirst: after == nil,
            around: context.around)
        return context.page(page)
    }

    static func own(_ context: Context, member: Member) throws -> Response {
        var taken = CourseSelection()
        taken.isMine = true
        taken.after = try context.cursor { Course.ID(text: $0) }
        var selection = try context.courseSelection()
        selection.isMine = false
        selection.after = nil
        let isLooking = !selection.words.isEmpty
        let (catalogue, own, found, alike, suggestions) = try context.database.fetch(
            .catalogue(for: member), .coursesTaken(taken, by: member),
            isLooking ? .courses(selection, for: member) : .noCourses,
            isLooking ? .coursesAlike(selection, for: member) : .noCourses, .ownSuggestions(of: member))
        let page = OwnCoursesPage(
            catalogue, own: own, isFirst: taken.after == nil, selection,
            found: found.isEmpty ? alike : found, suggestions: suggestions, mayWrite: member.standing == .active,
            step: context.firstStep == .courses ? .courses : nil, around: context.around, wording: context.wording)
        return context.page(page)
    }
}

/// Taking a course, dropping it, and being shown there.
enum EnrolmentHandlers {
    static func take(_ context: Context, member: Member) throws -> Response {
        let course = try context.courseID()
        let isShown = context.request.form["shown"] == "yes"
        try context.spend(context.application.limits.enrolments(member))
        let (_, _, after) = try context.database.fetch(
            .lockEnrolments(of: member), .enrol(member, in: course, isShown: isShown), .course(course, for: member))
        guard let after else { throw NotFound() }
        guard let enrolment = after.enrolment else {
            throw after.isClosed ? CourseRefusal.isOver : .tooMany(term: after.name.term)
        }
        return context.redirect(
            to: context.back(from: course), flash: enrolment.isShown ? .courseTakenShown : .courseTaken)
    }

    static func drop(_ context: Context, member: Member) throws -> Response {
        let course = try context.courseID()
        let (before, _, changes, groups) = try context.database.fetch(
            .course(course, for: member), .lockGroups(of: [member.id]), .drop(course, as: member),
            .leaveGroups(of: course, as: member.id))
        guard before != nil else { throw NotFound() }
        // Who leaves a course of another university cannot open its page any more.
        let back = ReturnPath(context.request.form["to"])?.text ?? CoursePaths.own
        return context.redirect(
            to: back, flash: groups > 0 ? .courseAndGroupsDropped : changes > 0 ? .courseDropped : nil)
    }

    static func show(_ context: Context, member: Member) throws -> Response {
        try set(true, context, member)
    }

    static func hide(_ context: Context, member: Member) throws -> Response {
        try set(false, context, member)
    }

    private static func set(_ isShown: Bool, _ context: Context, _ member: Member) throws -> Response {
        let course = try context.courseID()
        let (_, after) = try context.database.fetch(
            .show(member, in: course, isShown), .course(course, for: member))
        guard let after else { throw NotFound() }
        guard after.enrolment != nil else { throw CourseRefusal.notTaken(path: CoursePaths.course(course)) }
        return context.redirect(to: context.back(from: course), flash: isShown ? .shownInCourse : .hiddenInCourse)
    }
}

extension Context {
    func courseID() throws -> Course.ID { try parameter("course", as: Course.ID.self) }

    /// The page that a form names to come back to, or the course's.
    fileprivate func back(from course: Course.ID) -> String {
        ReturnPath(request.form["to"])?.text ?? CoursePaths.course(course)
    }

    fileprivate func courseSelection() throws -> CourseSelection {
        var selection = CourseSelection()
        let typed = (request.query["q"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        selection.typed = TypedText.composed(String(typed.prefix(CourseSelection.typedLimit)))
        selection.isMine = request.query["mine"] == "yes"
        switch request.query["term"] {
        case nil, "": break
        case CourseSelection.allTerms: selection.term = .all
        case .some(let name):
            // No term is longer, and no name holds what Postgres cannot.
            guard name.unicodeScalars.count <= 40, !name.unicodeScalars.contains("\0") else { throw NotFound() }
            selection.term = .named(name)
        }
        selection.after = try cursor { Course.ID(text: $0) }
        return selection
    }
}

extension Query where Output == [Course] {
    /// For a page that looks for none.
    static var noCourses: Self {
        .all("SELECT \(SQL.courseColumns) FROM courses c, enrolments o LIMIT 0", as: Course.init)
    }
}

/// Why a course cannot be taken, or one cannot be shown in it.
enum CourseRefusal: ResponseError, Equatable {
    case isOver
    case tooMany(term: String)
    case notTaken(path: String)

    var status: HTTPStatus { .conflict }

    var message: String? {
        switch self {
        case .isOver: "This course is over"
        case .tooMany(let term): "You take \(Course.most) courses in \(term), the most there can be"
        case .notTaken: "You don’t take this course any more"
        }
    }

    var advice: String? {
        switch self {
        case .isOver: "Nobody begins it any more. Look for the same course in this term."
        case .tooMany: "Drop one that you don’t take, then come back to this."
        case .notTaken: "Take it again first, then choose whether course mates see you."
        }
    }

    var remedy: Choice? {
        switch self {
        case .isOver: Choice("To the catalogue", path: CoursePaths.all)
        case .tooMany: Choice("Your courses", path: CoursePaths.own)
        case .notTaken(let path): Choice("To the course", path: path)
        }
    }
}
