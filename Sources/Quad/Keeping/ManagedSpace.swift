import HTTPServer
import Postgres

/// A space as those find it who keep its community.
struct ManagedSpace: Sendable {
    let id: Space.ID
    let slug: String
    let name: String
    let description: String
    let onlyModeratorsPost: Bool
    let isReviewed: Bool
    let postCount: Int
    /// Without any post, whatever its state.
    let isEmpty: Bool

    static let most = 20
}

/// A space's form as it was typed.
struct SpaceForm: Equatable, Sendable {
    /// Of a new one; `nil` when the form names no identity of ours.
    var id: Space.ID?
    var name = ""
    var description = ""
    var onlyModeratorsPost = false
    var isReviewed = false
}

extension SpaceForm {
    init(_ form: FormFields) {
        self.init(
            id: form["id"].flatMap(Space.ID.init(text:)), name: form["name"] ?? "",
            description: form["description"] ?? "", onlyModeratorsPost: form["posting"] == "moderators",
            isReviewed: form["reviewed"] == "yes")
    }

    init(_ space: ManagedSpace) {
        self.init(
            id: space.id, name: space.name, description: space.description,
            onlyModeratorsPost: space.onlyModeratorsPost, isReviewed: space.isReviewed)
    }

    func check() -> (fields: SpaceFields?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        let name = mistakes.check("name") { () throws(CommunityFault) in
            try CommunityLine.needed(self.name, "name", limit: 40)
        }
        let description = mistakes.check("description") { () throws(CommunityFault) in
            try CommunityLine.optional(self.description, "description", limit: 300)
        }
        guard let name, let description else { return (nil, mistakes) }
        return (
            SpaceFields(
                name: name, description: description, onlyModeratorsPost: onlyModeratorsPost, isReviewed: isReviewed),
            mistakes
        )
    }
}

/// What a space is to be, checked.
struct SpaceFields: Equatable, Sendable {
    let name: String
    let description: String
    let onlyModeratorsPost: Bool
    let isReviewed: Bool

    /// Addresses in the order in which they are wished for: the first that is free within the community is taken.
    var addresses: [String] {
        let base = CommunityAddress.suggested(for: name)?.text ?? "space"
        return [base] + (2...(ManagedSpace.most + 1)).map { "\(base.prefix(36))-\($0)" }
    }
}
