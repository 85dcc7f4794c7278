import HTML

extension Community {
    /// What a page of the community tells programs.
    ///
    /// - Parameter place: the page within the community, when it is not the first.
    func matter(place: (name: String, path: String)? = nil, isIndexable: Bool, around: Surroundings) -> HeadMatter {
        guard visibility == .everyone else { return HeadMatter() }
        var matter = HeadMatter(
            feeds: [HeadMatter.Feed(title: name, path: FeedPaths.community(slug))],
            isForTraining: indexing == .open)
        if around.viewer == nil, isIndexable {
            let places: [(name: String, path: String)] = [
                ("Communities", CommunityPaths.all), (name, CommunityPaths.community(slug)),
            ]
            matter.data = StructuredData([Structure(around.site).breadcrumbs(places + (place.map { [$0] } ?? []))])
        }
        return matter
    }

    /// For results of searches: what its people say it is, or where it is.
    func pageDescription(on site: Site) -> String {
        description.nonEmpty ?? "What \(name) talks about at \(site.name)."
    }
}
