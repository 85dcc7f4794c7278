import HTML

/// The courses of a university; shown by Templates/courses/catalogue.html.
struct CataloguePage: Page {
    struct Row: Sendable {
        let path: String
        let title: String
        /// "CS 161, section 2", "Fall 2026", "Ines Albrecht", "Mon, 9:00–10:30".
        let facts: [String]
        let isTaken: Bool
    }

    struct Term: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    let frame: Frame
    let summary: String
    let tabs: [Choice]
    let isMine: Bool
    let terms: [Term]
    let typed: String
    let rows: [Row]
    /// What stands above courses that only resemble what was typed.
    let remark: String?
    let pagination: Pagination
    let empty: EmptyState
    /// `nil` for who may not write.
    let suggestionPath: String?
    /// "2 suggested courses wait"; for moderators alone.
    let queue: Choice?
}

/// One course; shown by Templates/courses/course.html.
struct CoursePage: Page {
    struct Mate: Sendable {
        let person: Person
        let headline: String
    }

    struct Group: Sendable {
        let name: String
        let path: String
        /// "Tue 14–16 · 4 people · you’re in it".
        let line: String
    }

    let frame: Frame
    let title: String
    let line: String
    let facts: [(label: String, value: String)]
    /// Where it is talked about, as far as the viewer may read there.
    let community: CommunityLink?
    let enrolment: EnrolmentForms
    /// `nil` for who doesn't take it.
    let mates: [Mate]?
    let matesHeading: String
    let matesEmpty: EmptyState
    let pagination: Pagination
    let groups: [Group]
    /// `nil` for who doesn't take it, or where it is over.
    let matchesPath: String?
    /// Where groups of course mates are proposed.
    let groupsPath: String?
}

/// Taking a course, dropping it and being shown there; shown by Templates/courses/_enrolment.html.
struct EnrolmentForms: Sendable {
    /// What tells it apart from others on the page, for those who hear it.
    let courseName: String
    let isTaken: Bool
    let isShown: Bool
    let isOver: Bool
    let takePath: String
    let dropPath: String
    let showPath: String
    let hidePath: String
    /// Where the forms lead back to; empty for the course itself.
    let back: String

    /// What course mates see of the viewer there.
    var state: String {
        isShown ? "Course mates see that you take it, and matching may show you." : "Nobody sees that you take it."
    }
}

/// What a member takes, and adding to it; shown by Templates/courses/own-courses.html.
struct OwnCoursesPage: Page {
    struct Item: Sendable {
        let title: String
        let path: String
        let line: String
        let forms: EnrolmentForms
    }

    struct Suggestion: Sendable {
        let title: String
        /// "Waits for a moderator since 2 days".
        let line: String
        let coursePath: String?
        let endPath: String?
    }

    let frame: Frame
    /// Of the first set-up, where it was reached from there.
    let step: FirstStep?
    let stepLine: StepLine?
    let tabs: [Choice]
    let items: [Item]
    let pagination: Pagination
    let empty: EmptyState
    let term: String
    let typed: String
    /// `nil` before somebody looked for anything.
    let found: [Item]?
    let nothing: EmptyState
    let suggestions: [Suggestion]
    let suggestionPath: String?
}
