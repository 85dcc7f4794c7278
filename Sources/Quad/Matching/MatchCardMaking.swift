import FoundationEssentials

extension MatchCard {
    /// - Parameter list: where the card stands, if not on the course's page of matches.
    init(
        _ match: Match, _ reader: MatchReader, _ scoring: MatchScoring, _ course: MatchCourse.ID?,
        on list: String? = nil, _ wording: Wording
    ) {
        let score = scoring.score(sharedQuarters: match.sharedQuarters, match.traits)
        let widest = max(scoring.maxima.max() ?? 1, 1)
        let parts = [
            ("Shared time", score.time), ("Study habits", score.habits), ("Wrote a bio", score.bio),
            ("Chose a picture", score.picture),
        ]
        self.init(
            id: match.id.text, person: match.person, firstName: match.firstName, username: match.username,
            headline: match.headline, total: match.points,
            reason: MatchReason(match, habits: reader.habits, hasHabits: reader.hasHabits),
            week: WeekPicture(
                title: "Your week and \(match.firstName)’s", you: reader.week,
                them: match.theirs ?? match.shared),
            parts: parts.map { name, part in
                Part(
                    name: name, points: part.points, most: part.most, width: part.most * 40 / widest,
                    fill: part.points * 40 / widest)
            },
            also: Self.also(match), listPath: list ?? MatchPaths.matches(course),
            action: Action(match, course, wording))
    }

    private static func also(_ match: Match) -> String {
        var facts: [String] = []
        if !match.otherCourses.isEmpty { facts.append("Also in \(Week.Words.list(match.otherCourses)) with you") }
        if !match.mutualNames.isEmpty {
            let more = match.mutualCount - match.mutualNames.count
            let names = match.mutualNames + (more > 0 ? ["\(more) more"] : [])
            facts.append("\(facts.isEmpty ? "You" : "you") both know \(Week.Words.list(names))")
        }
        return facts.joined(separator: " · ")
    }
}

extension MatchCard.Action {
    fileprivate init(_ match: Match, _ course: MatchCourse.ID?, _ wording: Wording) {
        switch match.link {
        case .none:
            self = .ask(path: MatchPaths.ask(match.username, course: course))
        case .askedByReader(let connection, let moment):
            self = .takeBack(
                path: MatchPaths.takeBack(connection),
                badge: Badge("Asked \(wording.since(moment)), no answer yet", icon: .bell))
        case .askedByThem(_, let moment):
            self = .answer(
                path: ConnectionPaths.requests,
                badge: Badge("Asked you \(wording.since(moment))", icon: .bell, tone: .waiting))
        case .connected(let moment):
            self = .connected(
                path: MemberPaths.profile(match.username),
                badge: Badge("Connected since \(wording.month(moment))", icon: .check, tone: .good))
        }
    }
}

extension Wording {
    /// "just now", "5 h ago", "on Fri 16 Oct".
    fileprivate func since(_ moment: Date) -> String {
        let ago = ago(moment).words
        if ago == "now" { return "just now" }
        return ago.contains("min") || ago.hasSuffix(" h") || ago.hasSuffix("day") || ago.hasSuffix("days")
            ? ago + " ago" : "on " + ago
    }
}

extension MatchSide {
    init(_ form: MatchForm, _ reader: MatchReader, _ scoring: MatchScoring, _ wording: Wording) {
        let changed = reader.weekChangedAt.map { ", last changed \(wording.since($0))" } ?? ""
        let shown = reader.courses.filter(\.isShown).map(\.code)
        let names = Array(Set(shown)).sorted()
        let group = form.selection.course.flatMap(reader.course) ?? reader.courses.first
        self.init(
            week: reader.week.isEmpty
                ? "You haven’t painted any free hours yet." : "\(reader.week.hoursInWords) a week\(changed).",
            weekPath: AvailabilityPaths.week,
            group: reader.week.isEmpty ? nil : group.map { Choice($0.code, path: StudyGroupPaths.proposals($0.id)) },
            weightsAction: MatchPaths.matches(form.selection.course),
            weights: zip(zip(MatchForm.weightNames, Self.labels), scoring.maxima).enumerated().map { index, part in
                Weight(
                    name: part.0.0, label: part.0.1, value: form.typedWeights?[index] ?? String(part.1),
                    error: form.mistakes[part.0.0])
            },
            keptByWeights: form.selection.kept(weights: false),
            seen: MatchSeen(reader.openness, in: names))
    }

    /// Of the weights, in the order of `MatchWeights.all`.
    static let labels = ["Shared time", "Study habits", "Wrote a bio", "Chose a picture"]
}

extension MatchSelection {
    /// What a form beside the list carries on, so that one choice does not undo another.
    func kept(weights: Bool) -> [(name: String, value: String)] {
        var kept: [(name: String, value: String)] = []
        if order != .score { kept.append(("sort", order.rawValue)) }
        if weights, let own = self.weights {
            kept += zip(MatchForm.weightNames, own.all).map { ($0, String($1)) }
        }
        guard !weights else { return kept }
        if filter.leastShared != 1 { kept.append(("hours", String(filter.leastShared / 4))) }
        if let location = filter.location { kept.append(("place", location.rawValue)) }
        if let style = filter.style { kept.append(("style", style.rawValue)) }
        if let pace = filter.pace { kept.append(("pace", pace.rawValue)) }
        if filter.sameSection { kept.append(("section", "same")) }
        return kept
    }
}
