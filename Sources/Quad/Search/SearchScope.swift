/// What a search looks through.
enum SearchScope: String, Sendable, CaseIterable {
    /// Posts, with the communities, people and tags of that name before them.
    case posts
    case comments, communities, people, tags

    var label: String {
        switch self {
        case .posts: "Posts"
        case .comments: "Comments"
        case .communities: "Communities"
        case .people: "People"
        case .tags: "Tags"
        }
    }

    /// Whether it has what the filters speak of.
    var takesFilters: Bool { self == .posts || self == .comments }
}
