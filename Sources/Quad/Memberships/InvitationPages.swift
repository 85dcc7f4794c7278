import HTML

/// A private community seen from outside; shown by Templates/memberships/door.html.
struct DoorPage: Page {
    let frame: Frame
    let community: CommunityLink
    let description: String
    let rules: [String]
    /// What became of asking; `nil` before it.
    let state: String?
    /// `nil` where one cannot ask now.
    let message: TextField?
    let mistakes: FormMistakes
    let action: String
    /// `nil` unless an ask waits.
    let takeBackPath: String?
}

/// A community seen through a link; shown by Templates/memberships/invitation-link.html.
struct LinkedPlacePage: Page {
    let frame: Frame
    let community: CommunityLink
    let description: String
    let facts: String
    let rules: [String]
    let token: String
}

/// How people come into a community; shown by Templates/memberships/invitations.html.
struct InvitationsPage: Page {
    struct Ask: Sendable {
        let person: Person
        let asked: Moment
        let message: String
        let acceptPath: String
        let declinePath: String
    }

    struct Invited: Sendable {
        let username: String
        let since: Moment
        let endPath: String
    }

    struct Link: Sendable {
        /// "By Bo Li, good until Tue 27 Oct, 14:31".
        let words: String
        /// "2 of 5 came", "2 came".
        let uses: String
        let endPath: String
    }

    let frame: Frame
    let head: KeepingHead
    let asks: [Ask]
    let asksNote: String
    let mistakes: FormMistakes
    let username: TextField
    let invitePath: String
    let invited: [Invited]
    /// A new link, shown this once.
    let freshLink: String?
    let linkID: String
    let linkPath: String
    let most: OptionField
    let links: [Link]
    let isArchived: Bool
}

/// What waits for a member's answer; shown by Templates/memberships/_waiting-places.html.
struct WaitingPlaces: Sendable {
    struct Item: Sendable {
        let community: CommunityLink
        let slug: String
        /// "Bo Li invites you to".
        let words: String
        let description: String
        /// `nil` for an offer, which is answered on a page of its own.
        let acceptPath: String?
        let declinePath: String?
        let openPath: String?
    }

    let items: [Item]
    /// People who ask to connect, before the places.
    let requests: [WaitingRequest]

    var isEmpty: Bool { items.isEmpty && requests.isEmpty }
    var count: Int { items.count + requests.count }

    init(_ found: [PlaceWaiting] = [], requests: [WaitingRequest] = []) {
        self.requests = requests
        items = found.map { place in
            let isOffer = place.kind == .ownership
            return Item(
                community: CommunityLink(name: place.name, path: CommunityPaths.community(place.slug)),
                slug: place.slug,
                words: place.by.person.name + (isOffer ? " offers you to take over" : " invites you to"),
                description: place.description,
                acceptPath: isOffer ? nil : MembershipPaths.acceptance(place.id),
                declinePath: isOffer ? nil : MembershipPaths.decline(place.id),
                openPath: isOffer ? KeepingPaths.ownership(place.slug) : nil)
        }
    }
}
