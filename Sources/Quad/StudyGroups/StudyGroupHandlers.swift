import FoundationEssentials
import HTTPServer
import Postgres

/// A group for those who are in it, and what they decide about it.
enum StudyGroupHandlers {
    static func mine(_ context: Context, member: Member) throws -> Response {
        let (groups, reader) = (
            try context.database.fetch(.studyGroups(of: member.id)), try context.matchReader(member)
        )
        return context.page(
            StudyGroupsPage(groups, reader, shift: context.shift(to: reader), around: context.around))
    }

    static func one(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("group", as: StudyGroup.ID.self)
        let (group, people) = try context.database.fetch(
            .studyGroup(id, for: member.id), .participants(of: id, for: member))
        guard let group else { throw NotFound() }
        let reader = try context.matchReader(member)
        let shift = context.shift(to: reader)(group)
        let slots = shift.applied(to: Week([group.slots]))
        let more = try invitable(to: group, slots, context, reader)
        return context.page(
            StudyGroupPage(
                group, people, more: more, member: member.id, time: group.time(shift), around: context.around))
    }

    static func accept(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.parameter("group", as: StudyGroup.ID.self)
        let (_, accepted, group) = try context.database.fetch(
            .lockGroup(id), .acceptGroup(id, as: writer.id), .studyGroup(id, for: writer.id))
        guard let group else { throw NotFound() }
        guard group.standing == .member else { throw StudyGroupError.notOpen }
        if accepted > 0 {
            let others = SQL.others(in: id, than: writer.id)
            _ = try context.database.fetch(.interacted(writer.id, with: others, weight: Interaction.group))
        }
        return context.redirect(to: StudyGroupPaths.group(id), flash: accepted > 0 ? .groupJoined : nil)
    }

    static func leave(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("group", as: StudyGroup.ID.self)
        let (_, before, left) = try context.database.fetch(
            .lockGroup(id), .studyGroup(id, for: member.id), .leaveGroup(id, as: member.id))
        guard before != nil || left > 0 else { return context.redirect(to: StudyGroupPaths.all) }
        return context.redirect(
            to: StudyGroupPaths.all, flash: before?.standing == .invited ? .groupDeclined : .groupLeft)
    }

    static func dissolutionQuestion(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("group", as: StudyGroup.ID.self)
        guard let group = try context.database.fetch(.studyGroup(id, for: member.id)), group.founderID == member.id
        else { throw NotFound() }
        let page = QuestionPage(
            frame: Frame(
                around: context.around, title: "Dissolve “\(group.name)”?", indexable: false, current: .study),
            points: [
                "It ends for everyone in it, and open invitations with it.",
                "The hours are free again: each of you can be found for other groups.",
            ],
            note: "If you only want to go yourself, leave it: the others keep their time.",
            path: StudyGroupPaths.dissolution(id), button: "Dissolve it",
            safeAnswer: Choice("Keep it", path: StudyGroupPaths.group(id)))
        return context.page(page)
    }

    static func dissolve(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("group", as: StudyGroup.ID.self)
        let (_, dissolved, group) = try context.database.fetch(
            .lockGroup(id), .dissolveGroup(id, by: member.id), .studyGroup(id, for: member.id))
        // It is still there for who may not dissolve it.
        guard dissolved > 0 || group == nil else { throw NotFound() }
        return context.redirect(to: StudyGroupPaths.all, flash: dissolved > 0 ? .groupDissolved : nil)
    }

    static func invite(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.parameter("group", as: StudyGroup.ID.self)
        let username = context.request.form["person"] ?? ""
        guard let group = try context.database.fetch(.studyGroup(id, for: writer.id)), group.standing == .member
        else { throw NotFound() }
        guard group.seenCount < StudyGroup.sizes.upperBound else { throw StudyGroupError.full }
        let reader = try context.matchReader(writer.member)
        let slots = context.shift(to: reader)(group).applied(to: Week([group.slots]))
        guard let mate = try invitable(to: group, slots, only: username, context, reader).first
        else { throw StudyGroupError.cannotInvite }
        try context.spend(context.application.limits.writing(writer))
        let (_, invited) = try context.database.fetch(
            .lockGroup(id), .inviteToGroup(group, mate.id, by: writer.id))
        guard invited > 0 else { throw StudyGroupError.cannotInvite }
        return context.redirect(to: StudyGroupPaths.group(id), flash: .groupInvited)
    }

    /// Course mates who are free when the group meets, as far as the member may invite.
    private static func invitable(
        to group: StudyGroup, _ slots: Week, only username: String? = nil, _ context: Context, _ reader: MatchReader
    ) throws -> [GroupMate] {
        guard group.standing == .member, reader.course(group.courseID) != nil else { return [] }
        let scoring = MatchScoring(reader.habits, weights: context.application.settings.matching.weights)
        return try context.database.fetch(
            .invitable(to: group, at: slots, only: username, for: reader, scoring: scoring))
    }
}

extension Context {
    /// How a group's time lies in a reader's week.
    func shift(to reader: MatchReader) -> (StudyGroup) -> WeekShift {
        { [zones = application.zones, now] group in
            group.timeZone == reader.timeZone
                ? .none
                : WeekShift(
                    from: zones.offsets(of: group.timeZone), to: zones.offsets(of: reader.timeZone), weekOf: now)
        }
    }
}
