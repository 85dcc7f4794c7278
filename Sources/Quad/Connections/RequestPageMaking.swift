import FoundationEssentials

extension ConnectionPage {
    init(_ connection: MemberConnection, _ common: InCommon, around: Surroundings, wording: Wording) {
        let (id, other) = (connection.id, connection.other)
        let isWaiting = connection.state == .pending
        let mayAnswer = isWaiting && !connection.isOwn
        let moment = connection.moment
        let heading = connection.heading
        self.init(
            frame: Frame(connections: around, title: heading), heading: heading, lead: connection.lead,
            person: other.person, headline: other.headline, common: common.words, message: connection.message,
            moment: connection.state == .accepted ? wording.dated(moment.date) : wording.exact(moment.date),
            momentWords: moment.words,
            acceptPath: mayAnswer ? ConnectionPaths.acceptance(id) : nil,
            declinePath: mayAnswer ? ConnectionPaths.decline(id) : nil,
            cancelPath: isWaiting && connection.isOwn ? ConnectionPaths.cancellation(id) : nil,
            endPath: connection.state == .accepted ? ConnectionPaths.end(id) : nil,
            askPath: connection.mayBeAskedAgain ? ConnectionPaths.new(to: other.username) : nil,
            mutualPath: common.mutualCount > 0 ? ConnectionPaths.mutual(with: other.username) : nil,
            blockPath: ConnectionPaths.block(other.username),
            note: mayAnswer
                ? "Accept, and each of you sees what the other shows to connections. Decline, and \(other.firstName) "
                    + "isn’t told, but can’t ask again for 30 days."
                : nil)
    }
}

extension MemberConnection {
    fileprivate var heading: String {
        switch state {
        case .pending: sentence
        case .accepted: "You and \(other.name) are connected"
        case .declined, .cancelled, .ended:
            isOwn ? "Your request to \(other.name)" : "A request by \(other.name)"
        }
    }

    fileprivate var lead: String? {
        switch (state, isOwn) {
        case (.pending, true): "It waits for an answer. Until then you can take it back."
        case (.pending, false): "It waits here until you decide. Nobody sees that you’ve read it."
        case (.accepted, _): course.map { "You came together over \($0)." }
        case (.declined, true), (.cancelled, false): "It doesn’t wait any more."
        case (.declined, false): "You declined it."
        case (.cancelled, true): "You took it back."
        case (.ended, _): "You were connected for a while. That’s over now."
        }
    }

    /// What happened last, and when; of a refusal who asked is told nothing.
    fileprivate var moment: (words: String, date: Date) {
        switch state {
        case .pending: ("Asked", askedAt)
        case .accepted: ("Connected since", answeredAt ?? askedAt)
        case .declined: isOwn ? ("Asked", askedAt) : ("Declined", answeredAt ?? askedAt)
        case .cancelled: isOwn ? ("Taken back", endedAt ?? askedAt) : ("Asked", askedAt)
        case .ended: ("Ended", endedAt ?? askedAt)
        }
    }

    fileprivate var mayBeAskedAgain: Bool {
        switch state {
        case .pending, .accepted: false
        case .declined: !isOwn
        case .cancelled, .ended: true
        }
    }
}

extension AskingPage {
    /// - Parameter isIncomplete: whether something was sent that could not be taken.
    init(
        _ form: AskingForm, to other: Acquaintance, _ limits: AskingLimits, _ common: InCommon,
        _ courses: [SharedCourse], _ mistakes: FormMistakes, isIncomplete: Bool, around: Surroundings,
        wording: Wording
    ) {
        let name = other.firstName
        let limit = limits.words(name, wording)
        self.init(
            frame: Frame(connections: around, title: "Connect with \(other.name)"), person: other.person,
            headline: other.headline, firstName: name, common: common.words, mistakes: mistakes,
            problem: limit
                ?? (isIncomplete && mistakes.isEmpty
                    ? "Something was missing from the form. Look it over and send it again." : nil),
            // Words that were typed are never taken away.
            isOpen: limit == nil || !form.message.isEmpty,
            id: (isIncomplete && mistakes.isEmpty ? MemberConnection.ID() : form.id ?? MemberConnection.ID()).text,
            username: other.username, origin: form.origin.rawValue,
            courses: courses.isEmpty
                ? nil
                : OptionField(
                    name: "course", label: "About a course",
                    options: [
                        OptionField.Option(value: "", label: "No course in particular", note: nil, isChosen: false)
                    ]
                        + courses.map { course in
                            OptionField.Option(
                                value: course.id.text, label: "\(course.code), \(course.title)", note: nil,
                                isChosen: course.id.text == form.course.lowercased())
                        }),
            message: TextField(
                name: "message", label: "A word to \(name)", value: form.message,
                hint: "Why you’d like to connect, in up to \(MemberConnection.messageLimit) characters. "
                    + "You can leave it out.",
                error: mistakes["message"]),
            back: other.isOpen ? MemberPaths.profile(other.username) : ConnectionPaths.all)
    }
}

extension AskingLimits {
    /// Why one has to wait and until when: the reason that lasts longest. `nil` where one need not.
    fileprivate func words(_ name: String, _ wording: Wording) -> String? {
        guard let from else { return nil }
        let moment = wording.exact(from).words
        if from == fromDecline {
            return "Your last request to \(name) wasn’t taken up. You can ask again from \(moment) on."
        }
        if from == fromAgain {
            return
                "You’ve asked \(MemberConnection.mostAgainADay) people again today who declined before, the most for "
                + "one day. From \(moment) on you can ask one more."
        }
        return "You’ve sent \(MemberConnection.mostADay) requests today, the most for one day. "
            + "From \(moment) on you can send more."
    }
}
