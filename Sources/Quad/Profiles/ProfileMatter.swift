import HTML

extension Profile {
    /// Whether crawlers may keep the page. Without anything public on it, it says less than the posts it would list.
    var isIndexable: Bool { visibility == .everyone && !isHeld && !isUnindexed && postCount > 0 }

    func matter(_ parts: ProfileParts, around: Surroundings) -> HeadMatter {
        var matter = HeadMatter(kind: .profile(username: username))
        guard visibility == .everyone, !isHeld else { return matter }
        matter.feeds = [HeadMatter.Feed(title: "Posts by \(name)", path: FeedPaths.member(username))]
        if around.viewer == nil, isIndexable { matter.data = data(parts, Structure(around.site)) }
        return matter
    }

    /// What a visitor's page shows, and nothing more: `parts` are a visitor's.
    private func data(_ parts: ProfileParts, _ structure: Structure) -> StructuredData {
        let path = MemberPaths.profile(username)
        let known = parts.skills.map(\.name) + parts.interests
        let links = parts.links.map(\.address).filter { $0.hasPrefix("http") }
        let details = parts.details.reduce(into: [String: DetailValue]()) { all, part in
            all.merge(part.details.values) { first, _ in first }
        }
        return StructuredData([
            [
                "@type": "ProfilePage", "@id": structure.address(path), "url": structure.address(path),
                "dateCreated": Structure.time(joinedAt),
                "mainEntity": [
                    "@type": "Person", "name": .text(name), "alternateName": .text(username),
                    "url": structure.address(path), "description": headline.nonEmpty.map(JSON.text),
                    "affiliation": ["@type": "CollegeOrUniversity", "name": .text(universityName)],
                    "jobTitle": Self.line(details["job_title"]).map(JSON.text),
                    "worksFor": Self.line(details["employer"]).map { ["@type": "Organization", "name": .text($0)] },
                    "knowsAbout": known.isEmpty ? nil : .list(known.map(JSON.text)),
                    "sameAs": links.isEmpty ? nil : .list(links.map(JSON.text)),
                    "agentInteractionStatistic": structure.counter("WriteAction", postCount),
                ],
            ]
        ])
    }

    private static func line(_ value: DetailValue?) -> String? {
        if case .line(let line) = value { line } else { nil }
    }
}
