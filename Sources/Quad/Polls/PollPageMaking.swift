extension PollView {
    /// The poll of a post that is read; `nil` for other kinds.
    init?(_ reading: PostReading, wording: Wording) {
        guard let poll = reading.opened.poll else { return nil }
        let participation = reading.participation
        let mayVote = participation?.mayVoteInPoll == true
        self.init(
            poll, ballot: mayVote ? PollPaths.ballots(in: reading.opened.post.id) : nil,
            barred: participation == nil
                ? "Sign in and join to vote."
                : participation?.part.role == nil ? "Members of this community vote." : nil,
            wording: wording)
    }

    /// - Parameter ballot: where votes go; `nil` for who does not vote.
    init(_ poll: Poll, ballot: String?, barred: String?, wording: Wording) {
        let isClosed = poll.closingDate.map(wording.hasPassed) ?? false
        self.init(
            choices: poll.choices.map { Choice($0, voters: poll.voters) },
            voterCount: poll.voters == 0
                ? "Nobody has voted yet" : Wording.counted(poll.voters, "person", "people") + " voted",
            closing: poll.closingDate.map { (isClosed ? "closed " : "open until ") + wording.exact($0).words },
            showsResults: isClosed || poll.isVoted,
            ballot: isClosed
                ? nil
                : ballot.map {
                    PollBallot(
                        action: $0, version: poll.version, isMultiple: poll.isMultiple, isCast: poll.isVoted)
                },
            barred: isClosed ? nil : barred)
    }
}

extension PollView.Choice {
    fileprivate init(_ choice: Poll.Choice, voters: Int) {
        self.init(
            number: choice.number, text: choice.text, isOwn: choice.isOwn, votes: choice.votes, most: max(voters, 1),
            share: "\(Wording.counted(choice.votes, "vote", "votes")), \(Self.percent(choice.votes, of: voters)) %")
    }

    /// Rounded to the nearest whole one.
    static func percent(_ part: Int, of whole: Int) -> Int {
        whole == 0 ? 0 : (200 * part + whole) / (2 * whole)
    }
}

extension PollPage {
    init(_ poll: Poll, at place: PostPlace, problem: String, around: Surroundings, wording: Wording) {
        self.init(
            frame: Frame(around: around, title: place.title, indexable: false, current: .communities),
            title: place.title, problem: problem,
            poll: PollView(poll, ballot: PollPaths.ballots(in: place.id), barred: nil, wording: wording),
            back: Choice("Back to the post", path: place.path))
    }
}

extension PollFormFields {
    init(_ fields: PollFields) {
        let terms: [(value: String, label: String)] = [
            ("1", "After a day"), ("3", "After 3 days"), ("7", "After a week"), ("14", "After 2 weeks"), ("", "Never"),
        ]
        let isKnown = terms.contains { $0.value == fields.days }
        self.init(
            choices: fields.choices, isMultiple: fields.isMultiple,
            days: terms.map {
                PostFormPage.Option(
                    value: $0.value, label: $0.label, isChosen: isKnown ? $0.value == fields.days : $0.value.isEmpty)
            })
    }
}

extension Participation {
    /// Members of the community vote, its author too.
    var mayVoteInPoll: Bool { mayChange && part.role != nil }
}
