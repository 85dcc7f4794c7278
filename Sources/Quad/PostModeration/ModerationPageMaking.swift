extension ModerationPage {
    init(
        _ post: GovernedPost, spaces: [WritingSpace], typed: TypedReason?, around: Surroundings, wording: Wording
    ) {
        let place = post.place
        let heading = post.removal == nil ? "Moderate this post" : "This post was removed"
        let isOpen = !place.isClosed && (post.state == .published || post.state == .inReview)
        let hasPage = post.state == .published || post.state == .archived
        let takedown = Takedown(
            typed, rules: place.rules, action: ModerationPaths.takedown(of: post.id), button: "Remove the post",
            consequence: "Its address says why, and the conversation below it is gone with it.")
        let restoration = post.removal.map { removal in
            Restoration(
                removal, action: ModerationPaths.takedown(of: post.id),
                consequence: "Only moderators see this. Everyone else reads that it was removed, and why.",
                wording: wording)
        }
        self.init(
            frame: Frame(around: around, title: heading, indexable: false, current: .communities), heading: heading,
            place: CommunityLink(name: place.communityName, path: place.communityPath), title: place.title,
            author: post.author.person, body: post.body, switches: isOpen ? Switch.all(of: post) : [],
            move: isOpen && spaces.count > 1 ? Move(of: post, among: spaces) : nil,
            takedown: restoration == nil ? takedown : nil, restoration: restoration,
            back: hasPage
                ? Choice("Back to the post", path: place.postPath)
                : Choice("Back to \(place.communityName)", path: place.communityPath))
    }

    init(_ comment: GovernedComment, typed: TypedReason?, around: Surroundings, wording: Wording) {
        let place = comment.place
        let heading = comment.removal == nil ? "Moderate this comment" : "This comment was removed"
        let takedown = Takedown(
            typed, rules: place.rules, action: ModerationPaths.takedown(of: comment.id),
            button: "Remove the comment",
            consequence: "A line in the thread says why. Replies stay below it.")
        let restoration = comment.removal.map { removal in
            Restoration(
                removal, action: ModerationPaths.takedown(of: comment.id),
                consequence: "Only moderators see these words. Everyone else reads a line that says why.",
                wording: wording)
        }
        self.init(
            frame: Frame(around: around, title: heading, indexable: false, current: .communities), heading: heading,
            place: CommunityLink(name: place.communityName, path: place.communityPath), title: "",
            author: comment.author.person, body: comment.body, switches: [], move: nil,
            takedown: restoration == nil ? takedown : nil, restoration: restoration,
            back: Choice("Back to the comment", path: comment.path))
    }
}

extension ModerationPage.Move {
    fileprivate init(of post: GovernedPost, among spaces: [WritingSpace]) {
        self.init(
            action: ModerationPaths.moves(of: post.id),
            spaces: spaces.map { space in
                PostFormPage.Option(value: space.slug, label: space.name, isChosen: space.slug == post.space)
            })
    }
}

extension ModerationPage.Switch {
    fileprivate static func all(of post: GovernedPost) -> [Self] {
        let (pinning, locking) = (ModerationPaths.pinning(of: post.id), ModerationPaths.locking(of: post.id))
        let pin =
            post.isPinned
            ? Self(
                heading: "Pinned", words: "It stands before all other posts of the community.",
                action: ModerationPaths.end(pinning), button: "Unpin it")
            : Self(
                heading: "Pin", words: "It stands before all other posts of the community. Five at most are pinned.",
                action: pinning, button: "Pin it")
        let lock =
            post.isLocked
            ? Self(
                heading: "Locked", words: "Nobody adds or changes anything here.", action: ModerationPaths.end(locking),
                button: "Unlock it")
            : Self(
                heading: "Lock",
                words: "Nobody adds or changes anything any more. Votes and the choice of an answer go on.",
                action: locking, button: "Lock it")
        return post.state == .published ? [pin, lock] : [lock]
    }
}

extension ModerationPage.Takedown {
    fileprivate init(
        _ typed: TypedReason?, rules: [String], action: String, button: String, consequence: String
    ) {
        self.init(
            action: action, button: button, consequence: consequence,
            rules: rules.enumerated().map { index, rule in
                Rule(value: String(index + 1), words: rule, isChosen: typed?.rule == String(index + 1))
            },
            reason: typed?.own ?? "", fault: typed?.fault(in: rules))
    }
}

extension ModerationPage.Restoration {
    fileprivate init(_ removal: Removal, action: String, consequence: String, wording: Wording) {
        let moment = removal.date.map { wording.exact($0).words }
        let parts = [removal.remover.map { "by \($0)" }, moment].compactMap { $0 }
        self.init(
            reason: removal.reason ?? "No reason was kept.",
            by: parts.isEmpty ? nil : "Removed " + parts.joined(separator: ", "),
            action: ModerationPaths.end(action), consequence: consequence)
    }
}
