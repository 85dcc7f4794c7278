extension [Route] {
    static let courses: [Route] = [
        .get("/courses", for: .member, CourseHandlers.catalogue),
        .get("/courses/suggestion", for: .writer, CourseSuggestionHandlers.form),
        .post("/courses/suggestions", for: .writer, keepsForm: true, CourseSuggestionHandlers.send),
        .post("/courses/suggestions/:suggestion/end", for: .member, CourseSuggestionHandlers.withdraw),
        .get("/courses/:course", for: .member, CourseHandlers.course),
        .post("/courses/:course/enrolment", for: .member, EnrolmentHandlers.take),
        .post("/courses/:course/enrolment/end", for: .member, EnrolmentHandlers.drop),
        .post("/courses/:course/showing", for: .member, EnrolmentHandlers.show),
        .post("/courses/:course/showing/end", for: .member, EnrolmentHandlers.hide),
        .get("/settings/courses", for: .member, CourseHandlers.own),
        .get("/admin/courses", for: .moderator, CourseReviewHandlers.queue),
        .get("/admin/courses/:suggestion", for: .moderator, CourseReviewHandlers.one),
        .post(
            "/admin/courses/:suggestion/confirmation", for: .moderator, keepsForm: true, CourseReviewHandlers.confirm),
        .post("/admin/courses/:suggestion/merger", for: .moderator, CourseReviewHandlers.merge),
        .post("/admin/courses/:suggestion/refusal", for: .moderator, keepsForm: true, CourseReviewHandlers.decline),
    ]
}

/// Addresses of courses.
enum CoursePaths {
    static let all = "/courses"
    static let mine = "/courses?mine=yes"
    static let own = "/settings/courses"
    static let suggestion = "/courses/suggestion"
    static let suggestions = "/courses/suggestions"
    static let queue = "/admin/courses"
    static func groups(_ course: Course.ID) -> String { "/groups/proposals?course=\(course.text)" }

    static func course(_ course: Course.ID) -> String { "/courses/\(course.text)" }
    static func enrolment(_ course: Course.ID) -> String { "/courses/\(course.text)/enrolment" }
    static func enrolmentEnd(_ course: Course.ID) -> String { "/courses/\(course.text)/enrolment/end" }
    static func showing(_ course: Course.ID) -> String { "/courses/\(course.text)/showing" }
    static func showingEnd(_ course: Course.ID) -> String { "/courses/\(course.text)/showing/end" }
    /// Where matching shows who could study with the viewer.
    static func matches(_ course: Course.ID) -> String { "/matches/\(course.text)" }
    static func group(_ group: ID<CourseGroup>) -> String { "/groups/\(group.text)" }
    static func suggestionEnd(_ suggestion: CourseSuggestion.ID) -> String {
        "/courses/suggestions/\(suggestion.text)/end"
    }
    static func review(_ suggestion: CourseSuggestion.ID) -> String { "/admin/courses/\(suggestion.text)" }
    static func confirmation(_ suggestion: CourseSuggestion.ID) -> String {
        "/admin/courses/\(suggestion.text)/confirmation"
    }
    static func merger(_ suggestion: CourseSuggestion.ID) -> String { "/admin/courses/\(suggestion.text)/merger" }
    static func refusal(_ suggestion: CourseSuggestion.ID) -> String { "/admin/courses/\(suggestion.text)/refusal" }
}
