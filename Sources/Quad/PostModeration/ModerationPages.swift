import HTML

/// What a moderator can do with a post or a comment; shown by Templates/posts/moderation.html.
struct ModerationPage: Page {
    /// One thing that is so or not so: "Pin it".
    struct Switch: Sendable {
        let heading: String
        let words: String
        let action: String
        let button: String
    }

    struct Move: Sendable {
        let action: String
        let spaces: [PostFormPage.Option]
    }

    struct Takedown: Sendable {
        struct Rule: Sendable {
            let value: String
            let words: String
            let isChosen: Bool
        }

        let action: String
        let button: String
        let consequence: String
        /// Empty where the community has none.
        let rules: [Rule]
        let reason: String
        let fault: String?

        var description: String { fault == nil ? "reason-hint" : "reason-hint reason-error" }
    }

    /// What was taken down, with what brings it back.
    struct Restoration: Sendable {
        let reason: String
        /// "By Bo Li, Sun 18 Oct, 14:31"; `nil` when that was not kept.
        let by: String?
        let action: String
        let consequence: String
    }

    let frame: Frame
    let heading: String
    let place: CommunityLink
    /// Empty for a comment.
    let title: String
    let author: Person
    let body: SafeHTML
    let switches: [Switch]
    let move: Move?
    let takedown: Takedown?
    let restoration: Restoration?
    let back: Choice
}
