import FoundationEssentials

extension [Route] {
    static let matching: [Route] = [
        .get("/matches", for: .member, MatchHandlers.all),
        .get("/matches/:course", for: .member, MatchHandlers.ofCourse),
        .post("/matches/:course/watches", for: .member, MatchHandlers.watch),
        .post("/matches/:course/watches/end", for: .member, MatchHandlers.unwatch),
        .get("/admin/matching", for: .admin, MatchHandlers.figures),
        .post("/hidden-people", for: .member, MatchHandlers.hide),
        .post("/hidden-people/end", for: .member, MatchHandlers.showAgain),
    ]
}

enum MatchPaths {
    static let all = "/matches"
    static let hide = "/hidden-people"
    static let showAgain = "/hidden-people/end"
    static let figures = "/admin/matching"

    static func matches(_ course: MatchCourse.ID?) -> String { course.map { "/matches/\($0.text)" } ?? all }
    static func watch(_ course: MatchCourse.ID) -> String { "/matches/\(course.text)/watches" }
    static func watchEnd(_ course: MatchCourse.ID) -> String { "/matches/\(course.text)/watches/end" }
    /// The form that asks somebody to study together.
    static func ask(_ username: String, course: MatchCourse.ID?) -> String {
        "/connections/new?to=\(username)&from=match" + (course.map { "&course=\($0.text)" } ?? "")
    }
    static func takeBack(_ connection: UUID) -> String {
        "/connections/\(connection.uuidString.lowercased())/cancellation"
    }
}
