import HTML

/// What a post's page tells programs.
extension PostReading {
    /// Whether crawlers may keep the page: the community's choice, and the author's.
    var isIndexable: Bool {
        visibility == .everyone && opened.indexing != .closed && !opened.isUnindexed
    }

    func matter(around: Surroundings) -> HeadMatter {
        let post = opened.post
        var matter = HeadMatter(
            kind: .article(
                published: post.publishedAt, edited: post.editedAt, section: opened.communityName, tags: post.tags),
            isForTraining: opened.indexing == .open)
        guard visibility == .everyone else { return matter }
        matter.feeds = [
            HeadMatter.Feed(title: "Comments on “\(post.title)”", path: FeedPaths.post(post.number, in: community)),
            HeadMatter.Feed(title: opened.communityName, path: FeedPaths.community(community)),
        ]
        // Members' pages are for nobody else, so that nobody reads it there.
        if reader == nil, isIndexable, thread.view.isUsual { matter.data = data(Structure(around.site)) }
        return matter
    }

    private func data(_ structure: Structure) -> StructuredData {
        StructuredData([
            opened.post.kind == .question ? question(structure) : discussion(structure),
            structure.breadcrumbs([
                ("Communities", CommunityPaths.all), (opened.communityName, CommunityPaths.community(community)),
                (opened.spaceName, CommunityPaths.space(opened.spaceSlug, of: community)), (opened.post.title, path),
            ]),
        ])
    }

    private func discussion(_ structure: Structure) -> JSON {
        let post = opened.post
        return [
            "@type": "DiscussionForumPosting", "@id": structure.address(path), "url": structure.address(path),
            "mainEntityOfPage": structure.address(pagePath), "headline": .text(post.title), "text": text,
            "author": structure.person(opened.author), "datePublished": Structure.time(post.publishedAt),
            "dateModified": post.editedAt.map(Structure.time), "inLanguage": .text(opened.language.rawValue),
            "articleSection": .text(opened.communityName),
            "keywords": post.tags.isEmpty ? nil : .text(post.tags.joined(separator: ", ")),
            "interactionStatistic": [
                structure.counter("LikeAction", post.score), structure.counter("CommentAction", post.commentCount),
            ],
            "commentCount": .number(post.commentCount),
            "comment": TalkStructure(self, structure).comments,
        ]
    }

    private func question(_ structure: Structure) -> JSON {
        let post = opened.post
        let talk = TalkStructure(self, structure)
        return [
            "@type": "QAPage", "@id": structure.address(path), "url": structure.address(pagePath),
            "mainEntity": [
                "@type": "Question", "name": .text(post.title), "text": text,
                "answerCount": .number(answerCount), "upvoteCount": .number(max(post.score, 0)),
                "author": structure.person(opened.author), "datePublished": Structure.time(post.publishedAt),
                "dateModified": post.editedAt.map(Structure.time),
                "inLanguage": .text(opened.language.rawValue), "acceptedAnswer": talk.acceptedAnswer,
                "suggestedAnswer": talk.suggestedAnswers,
            ],
        ]
    }

    /// What stands on its own answers, the rest talks about it. Of a thread of several pages only the sum is known.
    private var answerCount: Int {
        let shown = comments.filter { !$0.isRemoved }
        return shown.count < opened.post.commentCount
            ? opened.post.commentCount : shown.count { $0.parentNumber == nil }
    }

    private var text: JSON {
        // A picture alone has no words.
        let words = opened.post.body.plainText(limit: 4_000)
        return .text(words.isEmpty ? opened.post.title : words)
    }
}
