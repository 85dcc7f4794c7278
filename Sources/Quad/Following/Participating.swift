// What a post's page offers its reader besides voting and writing.
extension Participation {
    /// Save, follow and mute, where what they asked before is known.
    var switches: PostSwitches? {
        attention.map { PostSwitches($0, to: post.id, back: path) }
    }

    /// Whether the box to follow the post from one's comment on is ticked; `nil` for who follows it.
    var followOffer: Bool? {
        guard let attention else { return nil }
        return attention.subject.isFollowed ? nil : false
    }

    func saving(_ comment: Comment) -> AttentionSwitch? {
        guard let id = comment.id, let attention, !comment.isRemoved else { return nil }
        return AttentionSwitch(
            saving: id, by: comment.author.person.name, isOn: attention.savedComments.contains(comment.number),
            back: "\(path)#\(Thread.anchor(comment.number))")
    }

    /// Whether a comment was written since they last left the post; their own are no news.
    func isNew(_ comment: Comment) -> Bool {
        guard let newSince, comment.author.username != member.username else { return false }
        return comment.createdAt > newSince
    }

    func isMuted(_ author: Author) -> Bool {
        attention?.mutedPeople.contains(author.username) == true
    }

    /// Whether the reader blocked them. Who was blocked is not told: to them the words look as ever.
    func hasBlocked(_ author: Author) -> Bool {
        attention?.blockedPeople.contains(author.username) == true
    }
}
