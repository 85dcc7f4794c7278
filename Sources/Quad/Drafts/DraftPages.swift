import HTML

/// A member's drafts; shown by Templates/drafts/drafts.html.
struct DraftsPage: Page {
    struct Item: Sendable {
        let title: String
        let kind: String
        let place: String
        let saved: Moment
        let path: String
        let removalPath: String
    }

    let frame: Frame
    let summary: String
    let drafts: [Item]

    var empty: EmptyState {
        EmptyState(
            "No drafts", why: "What you save while you write a post waits here until you publish it.",
            action: Choice("Find a community to write in", path: CommunityPaths.all))
    }
}

/// A draft to read and copy; shown by Templates/drafts/draft.html.
struct DraftPage: Page {
    struct Part: Sendable {
        let name: String
        let label: String
        let words: String
        let rows: Int
    }

    let frame: Frame
    let title: String
    let facts: String
    /// Where one goes on; `nil` where its author cannot write any more.
    let writingPath: String?
    let parts: [Part]
    let removalPath: String
}

extension DraftsPage {
    init(_ drafts: [Draft], around: Surroundings, wording: Wording) {
        self.init(
            frame: Frame(around: around, title: "Drafts", indexable: false, current: .you),
            summary: "Only you see them. \(Draft.most) at most, and one that you don’t touch for \(Draft.days) days "
                + "is deleted.",
            drafts: drafts.map {
                Item(
                    title: $0.shownTitle, kind: $0.kind.label, place: $0.place, saved: wording.ago($0.savedAt),
                    path: DraftPaths.draft($0.id), removalPath: DraftPaths.removal(of: $0.id))
            })
    }
}

extension DraftPage {
    init(_ draft: Draft, isWritable: Bool, around: Surroundings, wording: Wording) {
        let isPoll = draft.kind == .poll
        self.init(
            frame: Frame(around: around, title: "A draft", indexable: false, current: .you), title: draft.shownTitle,
            facts: "\(draft.kind.label) in \(draft.place), saved \(wording.exact(draft.savedAt).words)",
            writingPath: isWritable ? DraftPaths.writing(draft.id, in: draft.community) : nil,
            parts: [
                Part(name: "title", label: "Title", words: draft.fields.title, rows: 1),
                Part(name: "body", label: "Text", words: draft.fields.body, rows: 14),
                Part(name: "tags", label: "Tags", words: draft.fields.tags, rows: 1),
            ] + (isPoll ? [Part(name: "choices", label: "Choices", words: draft.poll.choices, rows: 5)] : []),
            removalPath: DraftPaths.removal(of: draft.id))
    }
}

extension RemovalPage {
    init(of draft: Draft, around: Surroundings) {
        self.init(
            frame: Frame(around: around, title: "Delete this draft?", indexable: false, current: .you),
            question: "Delete this draft?",
            consequences: ["“\(draft.shownTitle)” is gone for good.", "Nobody else has seen it."],
            action: DraftPaths.removal(of: draft.id), button: "Delete it",
            keep: Choice("Keep it", path: DraftPaths.draft(draft.id)))
    }
}

extension Draft {
    /// What a list calls it.
    fileprivate var shownTitle: String {
        let words = fields.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? "No title yet" : String(words.prefix(200))
    }

    fileprivate var place: String { communityName.isEmpty ? "a community you can’t read any more" : communityName }
}
