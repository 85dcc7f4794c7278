import HTTPServer
import Markdown

/// What a form's pressed button asks for.
enum WritingAct: String, Sendable {
    case preview, post, save

    /// Without a known button nothing is published.
    init(_ form: FormFields) { self = form["act"].flatMap(Self.init(rawValue:)) ?? .preview }
}

/// A new post's form as it was typed.
struct PostForm: Sendable {
    /// `nil` when the form names no identity of ours.
    var id: Post.ID?
    var space = ""
    var kind = Post.Kind.discussion
    var fields = PostFields()
    /// Typed with every kind, read with polls alone.
    var poll = PollFields()

    /// The kinds a form offers; the last to those alone who moderate the community.
    static let kinds: [Post.Kind] = [.discussion, .question, .article, .poll, .announcement]
}

extension PostForm {
    init(_ form: FormFields) {
        let kind = form["kind"].flatMap(Post.Kind.init(rawValue:))
        self.init(
            id: form["id"].flatMap(Post.ID.init(text:)), space: form["space"] ?? "",
            kind: kind.flatMap { Self.kinds.contains($0) ? $0 : nil } ?? .discussion, fields: PostFields(form),
            poll: PollFields(form))
    }

    func check(_ rules: BodyRules) -> CheckedPost {
        var checked = fields.check(rules)
        guard kind == .poll else { return checked }
        checked.poll = poll.check(&checked.faults)
        if checked.poll == nil { checked.text = nil }
        return checked
    }
}

/// A post's words as they were typed.
struct PostFields: Equatable, Sendable {
    var title = ""
    var body = ""
    var tags = ""
}

extension PostFields {
    init(_ form: FormFields) {
        self.init(title: form["title"] ?? "", body: form["body"] ?? "", tags: form["tags"] ?? "")
    }

    func check(_ rules: BodyRules) -> CheckedPost {
        var checked = CheckedPost()
        var title: PostTitle?
        var tags: TagList?
        do { title = try PostTitle(self.title) } catch { checked.faults.add("title", error.message) }
        do { checked.body = try rules.check(body, as: .post) } catch { checked.faults.add("body", error.message) }
        do { tags = try TagList(self.tags) } catch { checked.faults.add("tags", error.message) }
        if let title, let body = checked.body, let tags {
            checked.text = PostText(title: title, body: body, tags: tags.joined(with: body.rendered.tags))
        }
        return checked
    }
}

/// A post's words, looked over: what can be stored, or all that is wrong.
struct CheckedPost: Sendable {
    /// `nil` when anything is wrong.
    var text: PostText?
    /// What a preview shows, also while the title is missing.
    var body: WrittenBody?
    /// Of a poll; `nil` when it cannot be taken, and for other kinds.
    var poll: PollText?
    var faults = FieldFaults()
}

/// A post's words as they are stored.
struct PostText: Sendable {
    let title: PostTitle
    let body: WrittenBody
    let tags: [String]

    /// The part of its address that repeats the title.
    var slug: String { Slug.from(title.text) }
}
