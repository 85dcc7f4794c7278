enum StudyGroupPaths {
    static let all = "/groups"

    static func proposals(_ course: MatchCourse.ID) -> String { "/groups/proposals?course=\(course.text)" }
}
