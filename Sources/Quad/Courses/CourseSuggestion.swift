import FoundationEssentials
import HTTPServer
import Postgres

/// A course that somebody misses, until a moderator has looked at it.
enum CourseSuggestion {
    typealias ID = Quad.ID<CourseSuggestion>

    enum State: String, Column {
        case waiting, confirmed, merged, declined, withdrawn
    }

    /// As many of one member's wait at once.
    static let mostWaiting = 5
    static let reasonLimit = 300
}

/// What somebody suggested, and what became of it.
struct OwnSuggestion: Sendable {
    let id: CourseSuggestion.ID
    let name: Course.Name
    let state: CourseSuggestion.State
    /// Why it was declined.
    let reason: String
    let course: Course.ID?
    /// When it was suggested, or decided.
    let at: Date
}

/// A suggestion as moderators judge it.
struct WaitingSuggestion: Sendable {
    let id: CourseSuggestion.ID
    let universityName: String
    let fields: CourseFields
    let author: Author
    let at: Date

    static let pageSize = 20
}

/// All that is written down of a course, checked.
struct CourseFields: Equatable, Sendable {
    var code: String
    var section: String
    var term: String
    var title: String
    var instructor: String
    var schedule: String

    static let codeLimit = 20
    static let sectionLimit = 20
    static let termLimit = 40
    static let titleLimit = 200
    static let instructorLimit = 120
    static let scheduleLimit = 200

    var name: Course.Name { Course.Name(code: code, section: section, term: term, title: title) }
}

/// The same as it was typed.
struct CourseForm: Sendable {
    var id: CourseSuggestion.ID?
    var code = ""
    var section = ""
    var term = ""
    var title = ""
    var instructor = ""
    var schedule = ""
    var isShown = false
    /// Whether courses like it were seen, and it is another one.
    var isSure = false
}

extension CourseForm {
    init(_ form: FormFields) {
        id = form["id"].flatMap { CourseSuggestion.ID(text: $0) }
        code = form["code"] ?? ""
        section = form["section"] ?? ""
        term = form["term"] ?? ""
        title = form["title"] ?? ""
        instructor = form["instructor"] ?? ""
        schedule = form["schedule"] ?? ""
        isShown = form["shown"] == "yes"
        isSure = form["sure"] == "yes"
    }

    init(_ fields: CourseFields) {
        code = fields.code
        section = fields.section
        term = fields.term
        title = fields.title
        instructor = fields.instructor
        schedule = fields.schedule
    }

    func check() -> (fields: CourseFields?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        let code = mistakes.check("code") { () throws(CommunityFault) in
            try CommunityLine.needed(self.code, "code", limit: CourseFields.codeLimit)
        }
        let title = mistakes.check("title") { () throws(CommunityFault) in
            try CommunityLine.needed(self.title, "title", limit: CourseFields.titleLimit)
        }
        let section = mistakes.check("section") { () throws(CommunityFault) in
            try CommunityLine.optional(self.section, "section", limit: CourseFields.sectionLimit)
        }
        let term = mistakes.check("term") { () throws(CommunityFault) in
            try CommunityLine.needed(self.term, "term", limit: CourseFields.termLimit)
        }
        let instructor = mistakes.check("instructor") { () throws(CommunityFault) in
            try CommunityLine.optional(self.instructor, "teacher’s name", limit: CourseFields.instructorLimit)
        }
        let schedule = mistakes.check("schedule") { () throws(CommunityFault) in
            try CommunityLine.optional(self.schedule, "time", limit: CourseFields.scheduleLimit)
        }
        guard let code, let title, let section, let term, let instructor, let schedule else { return (nil, mistakes) }
        let fields = CourseFields(
            code: code, section: section, term: term, title: title, instructor: instructor, schedule: schedule)
        return (fields, mistakes)
    }
}

/// A place in the queue of suggestions, the oldest first.
struct SuggestionCursor: Equatable, Sendable, CustomStringConvertible {
    let microseconds: Int
    let id: CourseSuggestion.ID

    init(_ suggestion: WaitingSuggestion) {
        microseconds = Int((suggestion.at.timeIntervalSince1970 * 1_000_000).rounded())
        id = suggestion.id
    }

    init?(_ text: String) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let microseconds = Int(parts[0]), (0...4_102_444_800_000_000).contains(microseconds),
            let id = CourseSuggestion.ID(text: String(parts[1]))
        else { return nil }
        self.microseconds = microseconds
        self.id = id
        guard description == text else { return nil }
    }

    var description: String { "\(microseconds),\(id.text)" }
}
