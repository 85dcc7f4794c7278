/// A button that is on or off, whose form says what shall be; shown by Templates/following/_switch.html.
struct AttentionSwitch: Sendable {
    let path: String
    let label: String
    /// What it is about, for those who hear one button of several: "the comment by Bo Li".
    let target: String
    let isOn: Bool
    let icon: Icon
    /// The page to come back to.
    let back: String
}

/// Follow, and mute behind it; shown by Templates/following/_buttons.html.
struct AttentionButtons: Sendable {
    let follow: AttentionSwitch
    let mute: AttentionSwitch

    /// - Parameter back: the page the buttons stand on.
    init(_ state: SubjectAttention, to subject: Subject, back: String) {
        let target =
            switch subject {
            case .post: "this post"
            case .tag(let slug): "#\(slug)"
            case .person(let username): "@\(username)"
            case .community: "this community"
            }
        follow = AttentionSwitch(
            path: FollowingPaths.change(.follow, to: subject), label: state.isFollowed ? "Following" : "Follow",
            target: target, isOn: state.isFollowed, icon: .bell, back: back)
        mute = AttentionSwitch(
            path: FollowingPaths.change(.mute, to: subject), label: state.isMuted ? "Muted" : "Mute", target: target,
            isOn: state.isMuted, icon: .mute, back: back)
    }
}

/// Save, follow and mute below a post's text; shown by Templates/following/_post-actions.html.
struct PostSwitches: Sendable {
    let save: AttentionSwitch
    let attention: AttentionButtons

    init(_ state: PostAttention, to post: Post.ID, back: String) {
        save = AttentionSwitch(
            path: FollowingPaths.bookmark(post), label: state.isSaved ? "Saved" : "Save", target: "this post",
            isOn: state.isSaved, icon: .bookmark, back: back)
        attention = AttentionButtons(state.subject, to: .post(post), back: back)
    }
}

extension AttentionSwitch {
    /// Keeps a comment for later, or no longer.
    init(saving comment: Comment.ID, by author: String, isOn: Bool, back: String) {
        self.init(
            path: FollowingPaths.bookmark(comment), label: isOn ? "Saved" : "Save", target: "the comment by \(author)",
            isOn: isOn, icon: .bookmark, back: back)
    }
}
