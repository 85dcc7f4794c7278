import FoundationEssentials
import HTML

extension ConnectionsPage {
    /// - Parameter found: one more than a page shows when the list goes on.
    init(
        _ found: [ConnectedPerson], _ selection: ConnectionSelection, waiting: [MemberConnection],
        _ figures: ConnectionFigures, suggestions: [Suggestion], around: Surroundings, wording: Wording
    ) {
        let shown = found.prefix(MemberConnection.pageSize)
        let next = found.count > MemberConnection.pageSize ? shown.last : nil
        self.init(
            frame: Frame(connections: around, title: "Your connections"),
            tabs: ConnectionTab.choices(current: .connections, waiting: figures.waiting),
            waiting: waiting.map { WaitingRequest($0, wording) },
            orders: ConnectionSelection.Order.allCases.map { order in
                Choice(order.label, path: selection.path(order), isCurrent: order == selection.order)
            },
            order: selection.order.rawValue, name: selection.name,
            items: shown.map { person in
                Item(
                    person: person.other.person,
                    line: (["Since \(wording.month(person.since))"] + (person.course.map { [$0] } ?? []))
                        .joined(separator: " · "),
                    path: ConnectionPaths.connection(person.connection))
            },
            pagination: Pagination(
                onward: "More connections", back: "Start of the list",
                newerPath: selection.after == nil ? nil : selection.path(selection.order),
                olderPath: next.map { selection.path(selection.order, after: $0.cursor(in: selection.order)) },
                reason: shown.isEmpty ? nil : selection.order.reason),
            silence: selection.name.isEmpty
                ? EmptyState(
                    "People you study with stand here.", why: "You have no connections yet.",
                    action: Choice("People you may know", path: SuggestionPaths.all))
                : EmptyState(
                    "Nobody you’re connected with has a name like that.", why: "You can type the beginning of a name.",
                    action: Choice("All connections", path: ConnectionPaths.all)),
            suggestions: suggestions.current.map { SuggestionItem($0, back: ConnectionPaths.all) },
            figures: figures.rows)
    }
}

extension ConnectedPerson {
    fileprivate func cursor(in order: ConnectionSelection.Order) -> ConnectionCursor {
        switch order {
        case .closest: ConnectionCursor(key: closeness, id: other.id.rawValue)
        case .newest: ConnectionCursor(since, id: other.id.rawValue)
        }
    }
}

extension ConnectionSelection {
    func path(_ order: Order, after cursor: ConnectionCursor? = nil) -> String {
        var query: [String] = []
        if order != .closest { query.append("order=\(order.rawValue)") }
        if !name.isEmpty {
            var encoded = HTMLBuffer(capacity: 64)
            encoded.urlComponent(name)
            query.append("name=" + String(decoding: encoded.finish(), as: UTF8.self))
        }
        if let cursor { query.append("after=\(cursor)") }
        return ConnectionPaths.all + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}

extension ConnectionSelection.Order {
    var label: String {
        switch self {
        case .closest: "Closest"
        case .newest: "Newest"
        }
    }

    var reason: String {
        switch self {
        case .closest:
            "Whom you do the most with comes first: answers to each other, study groups you’re both in. "
                + "What was a month ago counts half. Only you see this order."
        case .newest: "The last connection comes first."
        }
    }
}

extension ConnectionFigures {
    fileprivate var rows: [ConnectionsPage.Figure] {
        var rows = [
            ConnectionsPage.Figure(name: "Connections", value: Wording.count(connections)),
            ConnectionsPage.Figure(name: "Waiting for you", value: Wording.count(waiting)),
            ConnectionsPage.Figure(name: "Asked, not answered yet", value: Wording.count(asked)),
        ]
        if answered >= Self.fewestAnswers {
            rows.append(
                ConnectionsPage.Figure(
                    name: "Your requests accepted", value: "\(Wording.count(accepted)) of \(Wording.count(answered))"))
        }
        if let medianAnswer {
            rows.append(
                ConnectionsPage.Figure(name: "Half your answers within", value: Wording.elapsed(Int(medianAnswer))))
        }
        return rows
    }
}

extension WaitingRequest {
    init(_ request: MemberConnection, _ wording: Wording) {
        let asked = wording.ago(request.askedAt).words
        self.init(
            avatar: request.other.person.avatar, words: request.sentence,
            line: (request.message.isEmpty ? "" : "“\(request.message.shortened(to: 90))” · ")
                + (asked == "now" ? "just now" : asked),
            path: ConnectionPaths.connection(request.id), verb: request.isOwn ? "Open" : "Answer")
    }
}

extension MemberConnection {
    /// Who asks what of whom.
    var sentence: String {
        switch (isOwn, course) {
        case (false, let course?): "\(other.name) asks to study \(course) with you"
        case (false, nil): "\(other.name) would like to connect with you"
        case (true, let course?): "You asked \(other.name) to study \(course) with you"
        case (true, nil): "You asked \(other.name) to connect"
        }
    }
}

extension RequestsPage {
    init(waiting found: [MemberConnection], isFirst: Bool, around: Surroundings, wording: Wording) {
        self.init(
            found, current: .requests, path: ConnectionPaths.requests, title: "Waiting for you",
            lead: "Requests wait here until you answer. Nobody sees that you’ve read one.",
            silence: EmptyState(
                "Requests of people who’d like to connect with you stand here.", why: "Nobody waits for your answer."),
            isFirst: isFirst, around: around, wording: wording)
    }

    init(sent found: [MemberConnection], isFirst: Bool, around: Surroundings, wording: Wording) {
        self.init(
            found, current: .sent, path: ConnectionPaths.sent, title: "Whom you asked",
            lead: "Your requests that wait for an answer. You can take each back until then.",
            silence: EmptyState(
                "Your requests stand here until they’re answered.", why: "None waits.",
                action: Choice("People you may know", path: SuggestionPaths.all)),
            isFirst: isFirst, around: around, wording: wording)
    }

    private init(
        _ found: [MemberConnection], current: ConnectionTab, path: String, title: String, lead: String,
        silence: EmptyState, isFirst: Bool, around: Surroundings, wording: Wording
    ) {
        let shown = found.prefix(MemberConnection.pageSize)
        let next = found.count > MemberConnection.pageSize ? shown.last : nil
        self.init(
            frame: Frame(connections: around, title: title), tabs: ConnectionTab.choices(current: current),
            heading: title, lead: lead, items: shown.map { WaitingRequest($0, wording) },
            pagination: Pagination(
                onward: "Earlier ones", back: "Start of the list", newerPath: isFirst ? nil : path,
                olderPath: next.map { "\(path)?after=\(ConnectionCursor($0.askedAt, id: $0.id.rawValue))" },
                reason: shown.isEmpty ? nil : "The last request comes first."),
            silence: silence)
    }
}

extension BlockedPage {
    init(_ found: [BlockedPerson], isFirst: Bool, around: Surroundings, wording: Wording) {
        let shown = found.prefix(BlockedPerson.pageSize)
        let next = found.count > BlockedPerson.pageSize ? shown.last : nil
        self.init(
            frame: Frame(connections: around, title: "People you blocked"),
            tabs: ConnectionTab.choices(current: .blocked),
            items: shown.map { person in
                Item(
                    name: person.name ?? "A member", since: wording.exact(person.since),
                    endPath: ConnectionPaths.blockEnd(person.id))
            },
            pagination: Pagination(
                onward: "Earlier ones", back: "Start of the list", newerPath: isFirst ? nil : ConnectionPaths.blocked,
                olderPath: next.map { person in
                    let moment = Int((person.since.timeIntervalSince1970 * 1_000_000).rounded())
                    return "\(ConnectionPaths.blocked)?after=\(MemberCursor(microseconds: moment, member: person.id))"
                }, reason: shown.isEmpty ? nil : "The last one comes first."),
            silence: EmptyState(
                "People you don’t want to meet here stand in this list.",
                why: "You’ve blocked nobody. You find “Block” on a profile and on a request."))
    }
}

extension MutualPage {
    init(_ other: Acquaintance, _ found: [Acquaintance], isFirst: Bool, around: Surroundings) {
        let shown = found.prefix(50)
        let next = found.count > 50 ? shown.last : nil
        let path = ConnectionPaths.mutual(with: other.username)
        self.init(
            frame: Frame(connections: around, title: "Whom you and \(other.firstName) both know"),
            heading: "Whom you and \(other.firstName) both know",
            lead: "People you’re both connected with.",
            items: shown.map { Item(person: $0.person, headline: $0.headline) },
            pagination: Pagination(
                onward: "More people", back: "Start of the list", newerPath: isFirst ? nil : path,
                olderPath: next.map { "\(path)&after=\($0.username)" },
                reason: shown.isEmpty ? nil : "From A to Z, by username."),
            silence: EmptyState(
                "People you’re both connected with stand here.", why: "You two know nobody in common yet."))
    }
}
