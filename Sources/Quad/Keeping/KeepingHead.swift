/// The places from which a community is kept, as tabs.
enum KeepingTab {
    case settings, spaces, members, invitations, review
}

/// What heads every page on which a community is kept; shown by Templates/keeping/_keeping-head.html.
struct KeepingHead: Sendable {
    let community: CommunityLink
    let tabs: [Choice]
}

extension KeepingHead {
    init(_ place: KeptPlace, current: KeepingTab?) {
        self.init(
            community: place.link,
            tabs: Self.places(
                of: place.slug, reviewCount: place.reviewCount, askCount: place.askCount, current: current))
    }

    /// Where those lead who keep a community.
    static func places(of community: String, reviewCount: Int?, askCount: Int?, current: KeepingTab? = nil) -> [Choice]
    {
        [
            Choice("Settings", path: KeepingPaths.settings(community), isCurrent: current == .settings),
            Choice("Picture", path: CommunityPaths.icon(of: community)),
            Choice("Spaces", path: KeepingPaths.spaces(community), isCurrent: current == .spaces),
            Choice("Members", path: MembershipPaths.members(community), isCurrent: current == .members),
            Choice(
                "Joining", path: MembershipPaths.invitations(community), isCurrent: current == .invitations,
                count: counted(askCount)),
            Choice(
                "Review", path: ReviewPaths.queue(community), isCurrent: current == .review,
                count: counted(reviewCount)),
        ]
    }

    private static func counted(_ count: Int?) -> String? {
        guard let count, count > 0 else { return nil }
        return count > 99 ? "99+" : String(count)
    }
}

extension CommunityHead {
    /// What those have under "Manage" who keep the community, and how much of it waits.
    struct Management: Sendable {
        let links: [Choice]
        /// "3 wait"; `nil` when nothing does.
        let waiting: String?
    }
}

extension CommunityHead.Management {
    /// `nil` for who has no charge.
    init?(of community: Community) {
        guard let reviewCount = community.reviewCount, let askCount = community.askCount else { return nil }
        let waiting = reviewCount + askCount
        self.init(
            links: KeepingHead.places(of: community.slug, reviewCount: reviewCount, askCount: askCount),
            waiting: waiting == 0 ? nil : waiting > 99 ? "99+" : String(waiting))
    }
}
