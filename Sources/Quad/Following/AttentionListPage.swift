import HTML

/// What a member follows, or muted; shown by Templates/following/attention.html.
struct AttentionListPage: Page {
    struct Item: Sendable {
        /// "Post", "Tag", "Person", "Community".
        let kind: String
        let name: String
        /// `nil` where there is no page to open.
        let path: String?
        let endPath: String
        /// "Unfollow", "Unmute".
        let button: String
    }

    let frame: Frame
    let tabs: [Choice]
    let heading: String
    let lead: String
    let items: [Item]
    let pagination: Pagination
    let silence: EmptyState
}

extension AttentionListPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(_ attention: Attention, _ found: [AttendedSubject], isFirst: Bool, around: Surroundings) {
        let isFollow = attention == .follow
        let path = isFollow ? FollowingPaths.follows : FollowingPaths.mutes
        let shown = found.prefix(AttendedSubject.pageSize)
        let next = found.count > AttendedSubject.pageSize ? shown.last : nil
        self.init(
            frame: Frame(settings: around, title: isFollow ? "What you follow" : "What you muted"),
            tabs: SettingsTab.choices(current: isFollow ? .following : .muted),
            heading: isFollow ? "What you follow" : "What you muted",
            lead: isFollow
                ? "It stands under “Following” on your home page. Nobody sees whom or what you follow."
                : "It stays out of your home page, and comments of people you muted stay closed. Nobody is told.",
            items: shown.map { Item(attention, $0) },
            pagination: Pagination(
                onward: "Earlier ones", back: "Start of the list", newerPath: isFirst ? nil : path,
                olderPath: next.map { "\(path)?after=\($0.id.text)" },
                reason: shown.isEmpty ? nil : "The last one comes first."),
            silence: isFollow
                ? EmptyState(
                    "Posts, tags, people and communities you follow stand here.", why: "You follow nothing yet.",
                    action: Choice("Tags", path: TagPaths.all))
                : EmptyState(
                    "What you don’t want on your home page stands here.", why: "You’ve muted nobody and nothing."))
    }
}

extension AttentionListPage.Item {
    fileprivate init(_ attention: Attention, _ subject: AttendedSubject) {
        let (kind, gone) =
            switch subject.kind {
            case .post: ("Post", "A post you can’t read any more")
            case .tag: ("Tag", "")
            case .person: ("Person", "A member")
            case .community: ("Community", "A community you can’t read any more")
            }
        let list = attention == .follow ? FollowingPaths.follows : FollowingPaths.mutes
        self.init(
            kind: kind, name: subject.name ?? gone, path: subject.path, endPath: "\(list)/\(subject.id.text)/end",
            button: attention == .follow ? "Unfollow" : "Unmute")
    }
}
