import HTML

extension Profile {
    /// Whether crawlers may keep the page. Without anything public on it, it says less than the posts it would list.
    var isIndexable: Bool { visibility == .everyone && !isHeld && !isUnindexed && postCount > 0 }

    func matter(around: Surroundings) -> HeadMatter {
        var matter = HeadMatter(kind: .profile(username: username))
        guard visibility == .everyone, !isHeld else { return matter }
        matter.feeds = [HeadMatter.Feed(title: "Posts by \(name)", path: FeedPaths.member(username))]
        if around.viewer == nil, isIndexable { matter.data = data(Structure(around.site)) }
        return matter
    }

    private func data(_ structure: Structure) -> StructuredData {
        let path = MemberPaths.profile(username)
        return StructuredData([
            [
                "@type": "ProfilePage", "@id": structure.address(path), "url": structure.address(path),
                "dateCreated": Structure.time(joinedAt),
                "mainEntity": [
                    "@type": "Person", "name": .text(name), "alternateName": .text(username),
                    "url": structure.address(path), "description": headline.nonEmpty.map(JSON.text),
                    "affiliation": ["@type": "CollegeOrUniversity", "name": .text(universityName)],
                    "agentInteractionStatistic": structure.counter("WriteAction", postCount),
                ],
            ]
        ])
    }
}
