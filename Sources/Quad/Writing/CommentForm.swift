import HTTPServer
import Markdown

/// A new comment's form as it was typed.
struct CommentForm: Sendable {
    /// `nil` when the form names no identity of ours.
    var id: ID<Comment>?
    /// The number of the comment it answers; 0 when that is none.
    var parent: Int?
    var body = ""
    /// Whether its author wants to follow the post from now on.
    var follows = false
}

extension CommentForm {
    init(_ form: FormFields) {
        self.init(
            id: form["id"].flatMap(ID<Comment>.init(text:)),
            parent: form["parent"].flatMap { $0.isEmpty ? nil : Context.number($0) }, body: form["body"] ?? "",
            follows: form["follows"] == "1")
    }

    func check(_ rules: BodyRules) -> CheckedComment { CheckedComment(body, rules) }
}

/// A comment's words, looked over: what can be stored, or what is wrong.
struct CheckedComment: Sendable {
    var body: WrittenBody?
    var faults = FieldFaults()

    init(_ typed: String, _ rules: BodyRules) {
        do { body = try rules.check(typed, as: .comment) } catch { faults.add("body", error.message) }
    }
}
