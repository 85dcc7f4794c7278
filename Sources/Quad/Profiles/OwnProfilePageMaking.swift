import HTML

extension OwnProfilePage {
    init(
        _ profile: Profile, _ own: OwnProfile, _ parts: ProfileParts, _ figures: ConnectionFigures, views: Int?,
        sent: [Verification], book: ZoneBook, around: Surroundings, wording: Wording
    ) {
        let completion = Completion(own)
        self.init(
            frame: Frame(
                around: around, title: profile.name, canonicalPath: MemberPaths.profile(profile.username),
                indexable: false, current: .you, matter: HeadMatter(kind: .profile(username: profile.username))),
            note: profile.ownNote, person: profile.person, username: profile.username,
            headline: profile.headline.nonEmpty, badges: profile.badges,
            joined: "since \(wording.month(profile.joinedAt))", percent: completion.percent,
            next: completion.next.map { Next($0, worth: completion.worth(of: $0), own) },
            parts: Self.parts(profile, own, parts, book, wording),
            figures: Wording.counted(profile.postCount, "post", "posts") + " written here",
            posts: parts.posts.map { $0.rowOnProfile(wording) },
            pagination: Pagination(
                onward: "All you wrote", olderPath: profile.writingPath(beyond: parts.posts.count)),
            views: ProfileEyes.allCases.map { View($0, profile, own) }, roles: parts.roles.map(ProfilePage.Role.init),
            isHeld: profile.isHeld, mayProve: !own.unproven(besides: profile.provenTypes, sent).isEmpty,
            ownFigures: figures.facts
                + (views.map {
                    [Fact(label: "Looked at your profile in 30 days until yesterday", value: ProfileViews.words($0))]
                } ?? [])
        )
    }

    private static func parts(
        _ profile: Profile, _ own: OwnProfile, _ parts: ProfileParts, _ book: ZoneBook, _ wording: Wording
    ) -> [Part] {
        let about = Part(
            id: "about", title: "About you", readers: own.badge(.about), editPath: ProfilePaths.about,
            words: profile.bio.bytes.isEmpty ? "Nothing yet. Two sentences are plenty." : nil,
            bio: profile.bio.bytes.isEmpty ? nil : profile.bio)
        let week = Part(
            id: "week", title: "Your week", readers: own.badge(.availability), editPath: AvailabilityPaths.week,
            words: own.weekWords(wording), week: profile.drawnWeek(book, now: wording.moment))
        let habits = Part(
            id: "habits", title: "How you study", readers: own.badge(.details), editPath: AvailabilityPaths.habits,
            words: profile.habits == nil ? "Not said yet: where, how and at what pace." : nil,
            facts: profile.habits?.facts ?? [])
        let skills = Part(
            id: "skills", title: "Skills and interests", readers: own.badge(.skills), editPath: ProfilePaths.skills,
            words: parts.skills.isEmpty && parts.interests.isEmpty
                ? "None yet." : parts.interests.isEmpty ? nil : "Interested in \(Week.Words.list(parts.interests)).",
            skills: parts.skills.map { $0.row(of: profile.username, isConnected: false) })
        let details = own.types.enumerated().map { index, type in
            let facts = parts.details.first { $0.type == type }?.facts ?? []
            return Part(
                id: "details-\(index)", title: type.heading, readers: own.badge(.details),
                editPath: ProfilePaths.details(type), words: facts.isEmpty ? "Nothing yet." : nil, facts: facts)
        }
        let links = Part(
            id: "links", title: "Links", readers: own.badge(.contact), editPath: ProfilePaths.links,
            words: parts.links.isEmpty ? "None yet." : nil,
            facts: parts.links.map { Fact(label: $0.label, value: $0.address) })
        let studies = own.types.contains(.student)
        return [about] + (studies || own.facts.freeQuarters > 0 ? [week] : []) + (studies ? [habits] : [])
            + [skills] + details + [links]
    }
}

extension OwnProfilePage.Next {
    fileprivate init(_ step: CompletionStep, worth: Int, _ own: OwnProfile) {
        let isMatched = [.habits: 30, .bio: 20, .picture: 10, .week: 40][step].map { " here and \($0) in every match" }
        self.init(
            title: "Next: \(step.task)",
            words: "\(step.effort) \(step.isPlural ? "They’re" : "It’s") worth \(worth) of 100\(isMatched ?? "").",
            action: Choice(step.verb, path: step.path(own)), step: step.rawValue)
    }
}

extension CompletionStep {
    /// "say how you like to study".
    var task: String {
        switch self {
        case .bio: "say who you are"
        case .habits: "say how you like to study"
        case .week: "say when you’re free"
        case .courses: "say what you take"
        case .picture: "choose a picture"
        case .details: "say what you do"
        case .skills: "say what you’re good at"
        case .headline: "find a line for yourself"
        case .interests: "say what you like"
        case .links: "say where else you are"
        }
    }

    fileprivate var effort: String {
        switch self {
        case .bio: "Two sentences are plenty."
        case .habits: "Three choices: where, how and at what pace."
        case .week: "Paint the hours of a normal week."
        case .courses: "Courses are how people find you, where you let them."
        case .picture: "A photo or the pattern: both count the same."
        case .details: "A line or two for who wants to know you."
        case .skills: "Each with a level; connections can confirm them."
        case .headline: "It stands under your name wherever people look for somebody."
        case .interests: "A word each."
        case .links: "A page of yours, or a place where you build things."
        }
    }

    fileprivate var isPlural: Bool { self == .habits }

    var verb: String {
        switch self {
        case .habits, .picture: "Choose"
        case .week: "Paint your week"
        case .courses: "Find your courses"
        case .bio, .headline: "Write it"
        default: "Add them"
        }
    }

    func path(_ own: OwnProfile) -> String {
        switch self {
        case .bio: ProfilePaths.about
        case .habits: AvailabilityPaths.habits
        case .week: AvailabilityPaths.week
        case .courses: CoursePaths.own
        case .picture: ProfilePaths.photo
        case .details: ProfilePaths.details(own.type)
        case .skills, .interests: ProfilePaths.skills
        case .headline: ProfilePaths.profile
        case .links: ProfilePaths.links
        }
    }
}

extension OwnProfilePage.View {
    fileprivate init(_ eyes: ProfileEyes, _ profile: Profile, _ own: OwnProfile) {
        let label =
            switch eyes {
            case .visitor: "A visitor"
            case .student: "A student at \(own.universityShortName)"
            case .connection: "A connection"
            }
        self.init(
            label: label, path: ProfilePaths.preview(profile.username, as: eyes), note: own.extent(for: eyes.nearness))
    }
}

extension OwnProfile {
    /// "Alder Bay sees this", as a part of one's own profile says it.
    func badge(_ section: ProfileSection) -> Badge {
        if isHeld { return Badge("Nobody sees this now", icon: .lock) }
        switch readers(of: section) {
        case .everyone: return Badge("Anyone can see this", icon: .link)
        case .university: return Badge("\(universityShortName) sees this", icon: .users)
        case .connections: return Badge("Connections see this", icon: .lock)
        case .owner: return Badge("Only you see this", icon: .lock)
        }
    }

    /// How much of it somebody sees who stands that near.
    fileprivate func extent(for nearness: Nearness) -> String {
        guard !isHeld, nearness >= visibility.nearness else { return "nothing" }
        let sections: [(ProfileSection, String)] = [
            (.about, "about you"), (.details, "details"), (.skills, "skills"), (.contact, "links"),
            (.availability, "your week"),
        ]
        let hidden = sections.filter { nearness < readers(of: $0.0).nearness }.map(\.1)
        let shown = sections.filter { nearness >= readers(of: $0.0).nearness }.map(\.1)
        if hidden.isEmpty { return "everything" }
        if shown.isEmpty { return "name and writing" }
        return hidden.count <= 2 ? "all but \(Week.Words.list(hidden))" : "name and \(Week.Words.list(shown))"
    }

    fileprivate func weekWords(_ wording: Wording) -> String {
        guard facts.freeQuarters > 0 else {
            return "No hours yet. Course mates see only the hours they share with you."
        }
        let hours = "\(Week.Words.hours(quarters: facts.freeQuarters)) free"
        let changed = facts.weekChangedAt.map { ", last changed \(wording.exact($0).words)" } ?? ""
        return "\(hours)\(changed). Course mates see only the hours they share with you."
    }
}

extension Profile {
    /// What its owner is told about who else sees it.
    fileprivate var ownNote: String {
        if isHeld { return "Your profile is on hold: nobody but you can open it, and your name isn’t shown." }
        switch visibility {
        case .everyone: return "Your profile is open to anyone, also without an account. Each part says who sees it."
        case .university: return "Your profile is open to everyone at \(universityName). Each part says who sees it."
        case .connections: return "Your profile is open to your connections. Each part says who sees it."
        case .owner: return "Nobody but you can open this page."
        }
    }
}

extension ConnectionFigures {
    /// Beside one's own profile.
    fileprivate var facts: [Fact] {
        var facts = [Fact(label: "Connections", value: Wording.count(connections))]
        if answered >= Self.fewestAnswers {
            facts.append(
                Fact(
                    label: "Requests that became one",
                    value: "\(Wording.count(accepted)) of \(Wording.count(answered))"))
        }
        if let medianAnswer {
            facts.append(Fact(label: "Your usual answer time", value: Wording.elapsedShort(Int(medianAnswer))))
        }
        return facts
    }
}
