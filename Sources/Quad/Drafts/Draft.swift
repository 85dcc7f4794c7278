import FoundationEssentials
import HTTPServer

/// What somebody has begun to write, as it was typed, under the identity of the post it will be.
struct Draft: Sendable {
    /// How many one member keeps.
    static let most = 50
    /// How long one stays that nobody touches.
    static let days = 180

    let id: Post.ID
    let community: String
    /// Empty when its author may not know any more that the community is there.
    let communityName: String
    let space: String
    let kind: Post.Kind
    let fields: PostFields
    let poll: PollFields
    let savedAt: Date

    /// The form as it was left.
    var form: PostForm { PostForm(id: id, space: space, kind: kind, fields: fields, poll: poll) }
}

/// A draft on its way into the database.
struct NewDraft: Sendable {
    let id: Post.ID
    let community: String
    let space: String
    let kind: Post.Kind
    let fields: PostFields
    let poll: PollFields

    /// - Throws: `DraftError.tooLong`: drafts keep nearly anything, but not any amount of it.
    init(id: Post.ID, _ form: FormFields) throws(DraftError) {
        let typed = PostForm(form)
        self.id = id
        community = form["community"] ?? ""
        space = typed.space.utf8.count <= 40 ? typed.space : ""
        kind = typed.kind
        fields = PostFields(
            title: typed.fields.title, body: BodyRules.withPlainLineEnds(typed.fields.body), tags: typed.fields.tags)
        poll = PollFields(
            choices: BodyRules.withPlainLineEnds(typed.poll.choices), isMultiple: typed.poll.isMultiple,
            days: typed.poll.days.utf8.count <= 3 ? typed.poll.days : "")
        let lengths = [(fields.title, 1_000), (fields.body, 60_000), (fields.tags, 2_000), (poll.choices, 3_000)]
        guard lengths.allSatisfy({ $0.0.unicodeScalars.count <= $0.1 }) else { throw .tooLong }
    }
}

/// Why a draft is not kept.
enum DraftError: ResponseError, Equatable {
    case tooLong
    case tooMany
    case isPublished
    case noPlace

    var status: HTTPStatus { self == .tooLong ? .unprocessableContent : .conflict }

    var message: String? {
        switch self {
        case .tooLong: "That’s too much for a draft"
        case .tooMany: "You have \(Draft.most) drafts, the most there can be"
        case .isPublished: "This draft can’t be changed any more"
        case .noPlace: "Drafts can’t be kept for that community any more"
        }
    }

    var advice: String? {
        switch self {
        case .tooLong: "Texts longer than a post can be aren’t kept. Shorten it and save again."
        case .tooMany: "Delete one and save again."
        case .isPublished: "It’s published already, or belongs to somebody else."
        case .noPlace: "It’s gone, or you can’t read it now. Copy your words before you leave."
        }
    }

    var remedy: Choice? { Choice("Your drafts", path: DraftPaths.all) }
}
