import HTTPServer
import Postgres

enum PollHandlers {
    static func vote(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.postID()
        try context.spend(context.application.limits.votes(writer))
        let choices = PollChoices(context.request.form)
        // Without a choice the statement runs all the same and finds no version 0: one way to say what is wrong.
        let cast = choices ?? PollChoices(version: 0, numbers: [])
        let (_, counted, place, poll) = try context.database.fetch(
            .lockPoll(id), .vote(cast, in: id, by: writer.member), .postPlace(id, for: writer.member),
            .poll(of: id, for: writer.member))
        guard let place, let poll else { throw NotFound() }
        let path = place.path + "#poll"
        guard counted == 0 else {
            context.changed(.post(place.number, in: place.community.slug))
            return context.redirect(to: path, flash: cast.numbers.isEmpty ? .pollVoteTakenBack : .pollVoted)
        }
        try place.checkVoting(poll, context.wording)
        let isOutdated = cast.version != poll.version && choices != nil
        let page = PollPage(
            poll, at: place,
            problem: isOutdated
                ? "The choices were changed while you were voting. Nothing was counted: look at them again."
                : "Choose \(poll.isMultiple ? "at least one" : "one") of these. Nothing was counted yet.",
            around: context.around, wording: context.wording)
        return context.page(page, status: isOutdated ? .conflict : .unprocessableContent)
    }
}

extension PostPlace {
    /// - Throws: why nobody, or not this member, votes in its poll.
    fileprivate func checkVoting(_ poll: Poll, _ wording: Wording) throws {
        try checkStanding()
        switch community.standing {
        case .outsider: throw WritingRefusal.notAMember(place: community.name, path: path)
        case .banned: throw WritingRefusal.banned(place: community.name, path: path)
        case .member, .moderator: break
        }
        if community.isArchived || state != .published { throw PollError.isArchived(path: path + "#poll") }
        if let closing = poll.closingDate, wording.hasPassed(closing) { throw PollError.isClosed(path: path + "#poll") }
    }
}
