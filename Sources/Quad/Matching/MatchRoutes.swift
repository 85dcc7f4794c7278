import FoundationEssentials

extension [Route] {
    static let matching: [Route] = [
        .get("/matches", for: .member, MatchHandlers.all),
        .get("/matches/:course", for: .member, MatchHandlers.ofCourse),
        .post("/hidden-people", for: .member, MatchHandlers.hide),
        .post("/hidden-people/end", for: .member, MatchHandlers.showAgain),
    ]
}

enum MatchPaths {
    static let all = "/matches"
    static let hide = "/hidden-people"
    static let showAgain = "/hidden-people/end"

    static func matches(_ course: MatchCourse.ID?) -> String { course.map { "/matches/\($0.text)" } ?? all }
    /// The form that asks somebody to study together.
    static func ask(_ username: String, course: MatchCourse.ID?) -> String {
        "/connections/new?to=\(username)&from=match" + (course.map { "&course=\($0.text)" } ?? "")
    }
    static func takeBack(_ connection: UUID) -> String {
        "/connections/\(connection.uuidString.lowercased())/cancellation"
    }
    static let requests = "/connections/requests"
    static let week = "/settings/availability"
    static let habits = "/settings/study-habits"
    static let courses = "/courses"
    static let ownCourses = "/settings/courses"
}
