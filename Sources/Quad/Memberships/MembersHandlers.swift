import FoundationEssentials
import HTTPServer
import Postgres

/// Who is in a community, and what those in charge decide about them.
enum MembersHandlers {
    static func members(_ context: Context, member: Member) throws -> Response {
        let selection = try context.memberSelection()
        let viewer = Viewer.member(member)
        let (community, spaces, found) = try context.database.fetch(
            .community(selection.community, for: viewer), .spaces(of: selection.community, for: viewer),
            .members(selection, for: member))
        guard let community, community.role?.takesPart == true || member.role.moderates else { throw NotFound() }
        let isKeeper = community.reviewCount != nil
        guard selection.part != .banned || isKeeper else { throw NotFound() }
        let page = MembersPage(
            community, spaces, selection, found: found, isKeeper: isKeeper, viewer: viewer, around: context.around,
            wording: context.wording)
        return context.page(page)
    }

    static func one(_ context: Context, writer: Writer) throws -> Response {
        try show(BanForm(), FormMistakes(), context, writer, status: .ok)
    }

    static func makeModerator(_ context: Context, writer: Writer) throws -> Response {
        try decide(context, writer, flash: .moderatorMade) { .makeModerator($0, of: $1, by: writer.member) }
    }

    static func unmakeModerator(_ context: Context, writer: Writer) throws -> Response {
        try decide(context, writer, flash: .moderatorUnmade) { .unmakeModerator($0, of: $1, by: writer.member) }
    }

    static func remove(_ context: Context, writer: Writer) throws -> Response {
        try decide(context, writer, flash: .memberRemoved) { .removeMember($0, of: $1, by: writer.member) }
    }

    static func liftBan(_ context: Context, writer: Writer) throws -> Response {
        try decide(context, writer, flash: .banLifted) { .liftBan($0, from: $1, by: writer.member) }
    }

    static func ban(_ context: Context, writer: Writer) throws -> Response {
        let form = BanForm(context.request.form)
        let (reason, mistakes) = form.check()
        guard let reason else { return try show(form, mistakes, context, writer, status: .unprocessableContent) }
        let until = form.days == 0 ? nil : context.now.addingTimeInterval(Double(form.days) * 86_400)
        return try decide(context, writer, flash: .memberBanned) {
            .ban($0, from: $1, because: reason, until: until, by: writer.member)
        }
    }
}

extension MembersHandlers {
    /// Makes one change, and says so; what is so already, or was never allowed, is shown as it stands.
    private static func decide(
        _ context: Context, _ writer: Writer, flash: FlashCode, _ change: (Member.ID, String) -> Query<Int>
    ) throws -> Response {
        let (id, community) = (try context.memberID(), try context.parameter("community"))
        let (_, before, changes, after) = try context.database.fetch(
            .lockCommunity(community), .communityMember(id, of: community, for: writer.member), change(id, community),
            .keptPlace(community, for: writer.member))
        // Who lays down their own charge has none any more.
        let isOwnEnd = changes > 0 && id == writer.id
        guard let after else { throw NotFound() }
        if !isOwnEnd { try after.check() }
        guard before != nil || changes > 0 else {
            return context.redirect(to: MembershipPaths.members(community))
        }
        guard changes > 0 else { return context.redirect(to: MembershipPaths.member(id, of: community)) }
        context.changed([.community(community), .communities] + (before.map { [.member($0.author.username)] } ?? []))
        return context.redirect(to: MembershipPaths.members(community), flash: flash)
    }

    private static func show(
        _ form: BanForm, _ mistakes: FormMistakes, _ context: Context, _ writer: Writer, status: HTTPStatus
    ) throws -> Response {
        let (id, community) = (try context.memberID(), try context.parameter("community"))
        let (place, own, someone, isWithoutOwner) = try context.database.fetch(
            .keptPlace(community, for: writer.member), .standing(of: writer.member, in: community),
            .communityMember(id, of: community, for: writer.member), .isWithoutOwner(community))
        let kept = try context.kept(place)
        guard let someone else { throw NotFound() }
        let acts = someone.acts(
            for: kept.charge, isSelf: id == writer.id, isOwner: own?.role == .owner, isWithoutOwner: isWithoutOwner)
        let page = CommunityMemberPage(
            kept, someone, acts, form, mistakes, around: context.around, wording: context.wording)
        return context.page(page, status: status)
    }
}

extension Context {
    func memberID() throws -> Member.ID { try parameter("member", as: Member.ID.self) }

    fileprivate func memberSelection() throws -> MemberSelection {
        let part = request.query["role"]
        guard let chosen = MemberSelection.Part(rawValue: part ?? "all") else { throw NotFound() }
        let name = (request.query["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return MemberSelection(
            community: try parameter("community"), part: chosen,
            name: TypedText.composed(String(name.prefix(MemberSelection.nameLimit))).lowercased(),
            after: try cursor { MemberCursor($0) })
    }
}
