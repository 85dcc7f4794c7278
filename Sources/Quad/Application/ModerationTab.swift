/// The tabs over the pages of those who run the site.
enum ModerationTab: CaseIterable {
    case documents, courses, university, matching, jobs

    /// All for admins, to moderators theirs.
    static func choices(current: ModerationTab, for viewer: Surroundings.Face?) -> [Choice] {
        allCases.filter { viewer?.role == .admin || !$0.isForAdmins }.map { tab in
            Choice(tab.label, path: tab.path, isCurrent: tab == current)
        }
    }

    private var isForAdmins: Bool {
        switch self {
        case .documents, .courses: false
        case .university, .matching, .jobs: true
        }
    }

    private var label: String {
        switch self {
        case .documents: "Documents"
        case .courses: "Courses"
        case .university: "University"
        case .matching: "Matching"
        case .jobs: "Background work"
        }
    }

    private var path: String {
        switch self {
        case .documents: VerificationPaths.queue
        case .courses: CoursePaths.queue
        case .university: SetUpPaths.university
        case .matching: MatchPaths.figures
        case .jobs: JobPaths.all
        }
    }
}
