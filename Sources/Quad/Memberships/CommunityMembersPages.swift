import HTML

/// Who is in a community; shown by Templates/memberships/community-members.html.
struct MembersPage: Page {
    struct Item: Sendable {
        let person: Person
        /// "Since Tue 20 Oct", "Sent out until Sun 25 Oct: spam in three threads".
        let line: String
        let badge: Badge?
        /// Where those in charge decide about this one.
        let path: String?
    }

    let frame: Frame
    let head: CommunityHead
    /// "All", "Moderators", "Sent out".
    let parts: [Choice]
    let action: String
    let part: String
    let name: String
    let items: [Item]
    let pagination: Pagination
    let empty: EmptyState
}

/// What those in charge decide about one member; shown by Templates/memberships/community-member.html.
struct CommunityMemberPage: Page {
    let frame: Frame
    let head: KeepingHead
    let person: Person
    let line: String
    /// Why nothing can be decided here; `nil` where something can.
    let nothing: String?
    let acts: CommunityMember.Acts
    let path: String
    let member: String
    let offersPath: String
    let assignmentPath: String
    let mistakes: FormMistakes
    let reason: TextField
    let length: OptionField
}

extension MembersPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(
        _ community: Community, _ spaces: [Space], _ selection: MemberSelection, found: [CommunityMember],
        isKeeper: Bool, viewer: Viewer, around: Surroundings, wording: Wording
    ) {
        let shown = found.prefix(MemberSelection.pageSize)
        let next = found.count > MemberSelection.pageSize ? shown.last : nil
        let parts = MemberSelection.Part.allCases.filter { $0 != .banned || isKeeper }
        self.init(
            frame: Frame(
                around: around, title: "Members of \(community.name)", indexable: false, current: .communities),
            head: CommunityHead(community, spaces: spaces, current: .members, viewer: viewer),
            parts: parts.map { part in
                Choice(part.label, path: selection.path(part), isCurrent: part == selection.part)
            },
            action: MembershipPaths.members(community.slug), part: selection.part.rawValue, name: selection.name,
            items: shown.map { Item($0, community.slug, isKeeper: isKeeper, wording) },
            pagination: Pagination(
                onward: "More members", back: "Start of the list",
                newerPath: selection.after == nil ? nil : selection.path(selection.part),
                olderPath: next.map { selection.path(selection.part, after: $0.cursor) },
                reason: "Who joined last comes first.", end: next == nil && !shown.isEmpty ? "That’s everyone." : nil),
            empty: EmptyState(
                selection.name.isEmpty ? "Nobody here" : "Nobody of that name here",
                why: selection.name.isEmpty
                    ? "As soon as there is somebody, they’ll be listed." : "Names are found by how their words begin."))
    }
}

extension MembersPage.Item {
    init(_ member: CommunityMember, _ community: String, isKeeper: Bool, _ wording: Wording) {
        let badge: Badge? =
            switch member.role {
            case .owner: Badge("Owner")
            case .moderator: Badge("Moderator")
            case .banned: Badge("Sent out", tone: .bad)
            case .member: nil
            }
        self.init(
            person: member.author.person, line: member.line(wording), badge: badge,
            path: isKeeper && member.role != .owner ? MembershipPaths.member(member.id, of: community) : nil)
    }
}

extension CommunityMember {
    /// Since when, or why and until when sent out.
    func line(_ wording: Wording) -> String {
        guard role == .banned else { return "Since \(wording.exact(joinedAt).words)" }
        let until = ban?.until.map { "until \(wording.exact($0).words)" } ?? "until a moderator ends it"
        return "Sent out \(until)" + (ban?.reason.map { ": \($0)" } ?? "")
    }
}

extension MemberSelection.Part {
    fileprivate var label: String {
        switch self {
        case .all: "All"
        case .moderators: "Moderators"
        case .banned: "Sent out"
        }
    }
}

extension MemberSelection {
    fileprivate func path(_ part: Part, after cursor: MemberCursor? = nil) -> String {
        var query: [String] = []
        if part != .all { query.append("role=\(part.rawValue)") }
        if part == self.part, !name.isEmpty {
            var encoded = HTMLBuffer()
            encoded.urlComponent(name)
            query.append("name=" + String(decoding: encoded.finish(), as: UTF8.self))
        }
        if let cursor { query.append("after=\(cursor)") }
        let path = MembershipPaths.members(community)
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }
}

extension CommunityMemberPage {
    init(
        _ place: KeptPlace, _ someone: CommunityMember, _ acts: CommunityMember.Acts, _ form: BanForm,
        _ mistakes: FormMistakes, around: Surroundings, wording: Wording
    ) {
        let person = someone.author.person
        self.init(
            frame: Frame(
                around: around, title: "\(person.name) in \(place.name)", indexable: false, current: .communities),
            head: KeepingHead(place, current: .members), person: person, line: someone.line(wording),
            nothing: acts.isEmpty
                ? someone.role == .owner
                    ? "This is the owner: only the owner hands the community over."
                    : "There’s nothing you decide about this member." : nil,
            acts: acts, path: MembershipPaths.member(someone.id, of: place.slug), member: someone.id.text,
            offersPath: KeepingPaths.offers(place.slug), assignmentPath: KeepingPaths.assignment(place.slug),
            mistakes: mistakes,
            reason: TextField(
                name: "reason", label: "Why", value: form.reason,
                hint: "They read it on the about page. Name the rule and what happened, in up to 300 characters.",
                error: mistakes["reason"]),
            length: OptionField(
                name: "days", label: "For how long",
                options: BanForm.lengths.map { days in
                    OptionField.Option(
                        value: String(days),
                        label: days == 0 ? "Until a moderator ends it" : Wording.counted(days, "day", "days"),
                        note: nil, isChosen: days == form.days)
                }))
    }
}
