import HTTPServer
import Postgres

/// Keeping somebody away.
///
/// A block hides each of two from the other wherever a person is found, named as a link, asked, matched, suggested or
/// invited, and in home feeds; who asked for it alone can lift it, and the other is never told. A study group both are in
/// is left by who asked for it: people who meet at one table cannot be kept out of each other's sight. What both wrote in a
/// community stays where it is, because others' answers refer to it: for who blocked, comments are closed until opened;
/// for the other they look as ever, with a name that leads nowhere. Those who keep a community, and site moderators, see
/// whom they have to decide about.
enum BlockHandlers {
    static func question(_ context: Context, member: Member) throws -> Response {
        let username = context.request.query["to"] ?? ""
        if username == member.username { throw ConnectionError.isOneself }
        let (tie, isBlocked, groups) = try context.database.fetch(
            .tie(to: username, for: .member(member)), .hasBlocked(username, member),
            .groupsLeft(byBlocking: username, member.id))
        if isBlocked { return context.redirect(to: ConnectionPaths.blocked) }
        guard let tie else { throw NotFound() }
        let name = tie.other.firstName
        let page = QuestionPage(
            frame: Frame(connections: context.around, title: "Block \(tie.other.name)?"),
            points: [
                "You two disappear for each other: profiles, search, matches, suggestions, lists of members.",
                "What’s between you ends: a request, a connection, following each other.",
            ] + groups.map { "You leave “\($0)”: \(name) is in it, or invited to it." } + [
                "What you both wrote in communities stays. \(name)’s comments are closed until you open them."
            ],
            note: "\(name) isn’t told. You can lift the block whenever you want.",
            hidden: [KeptForm.Field(name: "to", value: username)], path: ConnectionPaths.blocks, button: "Block",
            safeAnswer: Choice("Don’t block", path: context.origin(of: tie)))
        return context.page(page)
    }

    static func block(_ context: Context, member: Member) throws -> Response {
        let username = context.request.form["to"] ?? ""
        if username == member.username { throw ConnectionError.isOneself }
        let (_, _, leaves, changes, _, isBlocked, tie) = try context.database.fetch(
            .lockPair(of: member, with: username), .lockGroups(of: [member.id]),
            .groupsLeft(byBlocking: username, member.id), .block(username, by: member),
            .leaveGroups(with: username, as: member.id), .hasBlocked(username, member),
            .tie(to: username, for: .member(member)))
        guard changes > 0 || isBlocked else {
            // Somebody whom one may meet, and could not block.
            if tie != nil { throw ConnectionError.tooManyBlocks }
            throw NotFound()
        }
        return context.redirect(
            to: ConnectionPaths.blocked, flash: leaves.isEmpty ? .personBlocked : .personBlockedAndGroupsLeft)
    }

    static func blocked(_ context: Context, member: Member) throws -> Response {
        let after = try context.cursor { MemberCursor($0) }
        let found = try context.database.fetch(.blockedPeople(by: member, after: after))
        return context.page(
            BlockedPage(found, isFirst: after == nil, around: context.around, wording: context.wording))
    }

    static func lift(_ context: Context, member: Member) throws -> Response {
        let id = try context.memberID()
        _ = try context.database.fetch(
            .lockBlocks(between: id, and: member), .withdrawBlock(of: id, by: member), .removeBlock(of: id, by: member))
        return context.redirect(to: ConnectionPaths.blocked, flash: .personUnblocked)
    }
}

extension Context {
    /// Where the question came from, most likely.
    fileprivate func origin(of tie: Tie) -> String {
        switch tie.state {
        case .asked(let id, _), .waiting(let id, _), .connected(let id, _): ConnectionPaths.connection(id)
        case .none, .declined: tie.other.isOpen ? MemberPaths.profile(tie.other.username) : ConnectionPaths.all
        }
    }
}
