import HTML

/// Which courses a list holds, and where it goes on.
struct CourseSelection: Sendable {
    enum Term: Equatable, Sendable {
        /// The university's own.
        case current
        case all
        case named(String)
    }

    var term = Term.current
    /// Whether it is of what the viewer takes, in every term.
    var isMine = false
    /// What was typed, as the box shows it again.
    var typed = ""
    /// The last course of the page before.
    var after: Course.ID?

    static let pageSize = 30
    static let typedLimit = 80
    static let allTerms = "all"

    /// Words to begin with, in letters and digits alone; six of them are enough to find anything.
    var words: [String] {
        typed.split { !$0.isLetter && !$0.isNumber }.prefix(6).map(String.init)
    }

    /// The same list from its start, or from another place.
    func path(after: Course.ID? = nil, at path: String = CoursePaths.all) -> String {
        var query: [String] = []
        func add(_ name: String, _ value: String) {
            var encoded = HTMLBuffer()
            encoded.urlComponent(value)
            query.append("\(name)=" + String(decoding: encoded.finish(), as: UTF8.self))
        }
        if isMine { query.append("mine=yes") }
        switch term {
        case .current: break
        case .all: add("term", Self.allTerms)
        case .named(let name): add("term", name)
        }
        if !typed.isEmpty { add("q", typed) }
        if let after { add("after", after.text) }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }
}
