extension DoorPage {
    init(_ door: Door, message: String, _ mistakes: FormMistakes, _ context: Context) {
        let state = door.state(at: context.now)
        let words: String? =
            switch state {
            case .open: nil
            case .waiting: "You’ve asked to join. Its moderators have not answered yet."
            case .declined(let until):
                "Its moderators declined. You can ask again from \(context.wording.exact(until).words) on."
            }
        self.init(
            frame: Frame(around: context.around, title: door.name, indexable: false, current: .communities),
            community: CommunityLink(name: door.name, path: CommunityPaths.community(door.slug)),
            description: door.description, rules: door.rules, state: words,
            message: state == .open
                ? TextField(
                    name: "message", label: "A word to its moderators", value: message,
                    hint: "Who you are and why, in up to \(Door.messageLimit) characters. You can leave it out.",
                    error: mistakes["message"]) : nil,
            mistakes: mistakes, action: MembershipPaths.asks(door.slug),
            takeBackPath: state == .waiting ? MembershipPaths.asksEnd(door.slug) : nil)
    }
}

extension LinkedPlacePage {
    init(_ place: LinkedPlace, token: String, around: Surroundings) {
        self.init(
            frame: Frame(around: around, title: "Join \(place.name)", indexable: false, current: .communities),
            community: CommunityLink(name: place.name, path: CommunityPaths.community(place.slug)),
            description: place.description,
            facts: [
                Wording.counted(place.memberCount, "member", "members"),
                place.visibility.words(university: place.universityName),
            ].joined(separator: " · "),
            rules: place.rules, token: token)
    }
}

extension InvitationsPage {
    init(
        _ place: KeptPlace, _ asks: [JoinAsk], _ invitations: [Invitation], _ links: [InvitationLink],
        username: String, _ mistakes: FormMistakes, link: String?, around: Surroundings, wording: Wording
    ) {
        let slug = place.slug
        self.init(
            frame: Frame(
                around: around, title: "Joining \(place.name)", indexable: false, current: .communities),
            head: KeepingHead(place, current: .invitations),
            asks: asks.map { ask in
                Ask(
                    person: ask.author.person, asked: wording.ago(ask.askedAt), message: ask.message,
                    acceptPath: MembershipPaths.ask(of: ask.id, slug, "acceptance"),
                    declinePath: MembershipPaths.ask(of: ask.id, slug, "decline"))
            },
            asksNote: place.visibility != .members
                ? "Who can read this community joins it without asking."
                : place.takesAsks
                    ? "Nobody waits. Others at its university may ask; you’ll find them here."
                    : "Nobody can ask: outsiders don’t know it exists. Its owner can change that in the settings.",
            mistakes: mistakes,
            username: TextField(
                name: "username", label: "Username", value: username, hint: "Such as @bo.li.",
                error: mistakes["username"]),
            invitePath: MembershipPaths.invitations(slug),
            invited: invitations.map {
                Invited(
                    username: $0.username, since: wording.ago($0.createdAt),
                    endPath: MembershipPaths.invitationEnd($0.id, of: slug))
            },
            freshLink: link, linkID: InvitationLink.ID().text, linkPath: MembershipPaths.links(slug),
            most: OptionField(
                name: "most", label: "For how many",
                options: InvitationLink.limits.map { limit in
                    OptionField.Option(
                        value: limit.map(String.init) ?? "", label: limit.map(String.init) ?? "As many as come",
                        note: nil, isChosen: limit == nil)
                }),
            links: links.map { link in
                Link(
                    words: "By \(link.by.person.name), good until \(wording.exact(link.expiresAt).words)",
                    uses: link.mostUses.map { "\(link.useCount) of \($0) came" } ?? "\(link.useCount) came",
                    endPath: MembershipPaths.linkEnd(link.id, of: slug))
            },
            isArchived: place.isArchived)
    }
}
