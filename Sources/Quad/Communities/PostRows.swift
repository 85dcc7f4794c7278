import FoundationEssentials

extension ListedPost {
    /// The post as a row of a list.
    func row(_ wording: Wording) -> PostRow {
        PostRow(
            path: path, title: post.title, author: author.person, place: place.name,
            posted: wording.ago(post.publishedAt), badges: badges, remark: remark, talk: talk,
            commentCount: post.commentCount, score: post.score)
    }

    /// The same with what is new in it for its reader.
    func row(_ wording: Wording, seen: SeenRows) -> PostRow {
        var row = row(wording)
        row.isNew = seen.isNew(self)
        row.newComments = seen.newComments(of: self).map { Wording.count($0) + " new" }
        return row
    }

    /// The same on a profile, where the place stands in the author's stead.
    func rowOnProfile(_ wording: Wording) -> PostRow {
        let community = CommunityLink(name: place.communityName, path: CommunityPaths.community(place.communitySlug))
        return PostRow(
            path: path, title: post.title, author: nil, plate: community.letters, place: place.name,
            posted: wording.ago(post.publishedAt), badges: badges, remark: remark, talk: talk,
            commentCount: post.commentCount, score: post.score)
    }

    private var badges: [Badge] {
        var badges: [Badge] = []
        if post.isPinned { badges.append(.pinned) }
        switch post.kind {
        case .article: badges.append(.article)
        case .announcement: badges.append(.announcement)
        case .poll: badges.append(.poll)
        case .discussion, .question: break
        }
        if post.isLocked { badges.append(.locked) }
        return badges
    }

    private var talk: PostRow.Talk {
        guard post.kind == .question else { return .comments }
        if post.answeredAt != nil { return .answered }
        return post.commentCount == 0 ? .unanswered : .comments
    }

    private var remark: String? {
        guard post.kind == .question else { return nil }
        if let answered = post.answeredAt {
            let seconds = Int(answered.timeIntervalSince(post.publishedAt))
            return "answered after \(Wording.elapsedShort(seconds))"
        }
        return post.commentCount == 0 ? "no answer yet" : nil
    }
}
