import HTML

/// The box, and what was found; shown by Templates/search/search.html.
struct SearchPage: Page {
    /// A filter that is set, and the same search without it.
    struct Chip: Sendable {
        let words: String
        let removal: String
    }

    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    /// A post or a comment with a piece of its text.
    struct Item: Sendable {
        let path: String
        /// The title; a comment's is that of its post.
        let title: SafeHTML
        let snippet: SafeHTML
        let author: Person
        let place: String
        let posted: Moment
        let facts: [String]
    }

    struct PersonItem: Sendable {
        let person: Person
        let username: String
        let headline: String
    }

    let frame: Frame
    let form: SearchForm
    let scopes: [Choice]
    let remarks: [String]
    let chips: [Chip]
    /// Communities, people and tags, before the posts or alone.
    let communities: [CommunityItem]
    let people: [PersonItem]
    let tags: [Choice]
    let items: [Item]
    /// "Did you mean …"
    let suggestion: Choice?
    let empty: EmptyState?
    let pagination: Pagination
    /// Whether nothing was asked yet: then it is explained how.
    let isStart: Bool
}

/// The fields of a search.
struct SearchForm: Sendable {
    let text: String
    let community: String
    let author: String
    let tags: String
    let kinds: [SearchPage.Option]
    let states: [SearchPage.Option]
    let after: String
    let before: String
    /// Kept while something else is asked; `nil` for posts.
    let scope: String?
    let takesFilters: Bool
    let isNarrowed: Bool
}
