import HTTPServer
import Postgres

/// Who sees what of oneself.
enum VisibilityHandlers {
    /// The sections there is something in already.
    static let sections: [ProfileSection] = [.about, .details, .skills, .contact, .courses, .availability]

    static func form(_ context: Context, member: Member) throws -> Response {
        let own = try context.database.fetch(.ownProfile(member.id))
        return context.page(page(own, FormMistakes(), context, member))
    }

    static func save(_ context: Context, member: Member) throws -> Response {
        let form = context.request.form
        let own = try context.database.fetch(.ownProfile(member.id))
        let chosen = sections.compactMap { section in
            form[section.rawValue].flatMap(Profile.Visibility.init(rawValue:))
                .flatMap { section.choices.contains($0) ? (section: section, visibility: $0) : nil }
        }
        guard let visibility = form["visibility"].flatMap(Profile.Visibility.init(rawValue:)),
            chosen.count == sections.count
        else {
            var mistakes = FormMistakes()
            mistakes.add(
                ProfileFault(message: "Choose one for each.", summary: "Choose who sees each part"), to: "visibility")
            return context.page(page(own, mistakes, context, member), status: .unprocessableContent)
        }
        _ = try context.database.fetch(
            .saveVisibility(visibility, of: member.id), .saveSections(chosen, of: member.id))
        // Names lead to a profile wherever its owner wrote.
        context.changed(.everything)
        return context.saved(member, .visibilitySaved)
    }

    static func hold(_ context: Context, member: Member) throws -> Response {
        let isHeld: Bool
        switch context.request.form["hold"] {
        case "on": isHeld = true
        case "off": isHeld = false
        default: return .redirect(to: MemberPaths.profile(member.username))
        }
        if try context.database.fetch(.setHold(isHeld, of: member.id)) == 1 { context.changed(.everything) }
        return context.redirect(to: MemberPaths.profile(member.username), flash: isHeld ? .held : .unheld)
    }

    static func leaveOut(_ context: Context, member: Member) throws -> Response {
        if let step = context.request.form["step"].flatMap(CompletionStep.init(rawValue:)) {
            _ = try context.database.fetch(.leaveOut(step, of: member.id))
        }
        return .redirect(to: MemberPaths.profile(member.username))
    }

    private static func page(
        _ own: OwnProfile, _ mistakes: FormMistakes, _ context: Context, _ member: Member
    ) -> ProfileFormPage {
        let whole = ProfileFieldView(
            radios: OptionField(
                name: "visibility", label: "Who can open it", error: mistakes["visibility"],
                options: Profile.Visibility.allCases.map {
                    .init(
                        value: $0.rawValue, label: $0.choice(own.universityShortName), note: $0.note,
                        isChosen: $0 == own.visibility)
                }))
        let parts = sections.map { section in
            ProfileFieldView(
                select: OptionField(
                    name: section.rawValue, label: section.label, hint: section.hint,
                    options: section.choices.map {
                        .init(
                            value: $0.rawValue, label: $0.choice(own.universityShortName), note: nil,
                            isChosen: $0 == own.visibility(of: section))
                    }))
        }
        return ProfileFormPage(
            context.editing(member, own), title: "Who sees what",
            lead:
                "A part is never shown to more people than can open your profile. “See it as others do” on your profile "
                + "shows what comes of it.", mistakes: mistakes,
            groups: [
                .init(heading: "Your profile", fields: [whole]), .init(heading: "Its parts", fields: parts),
            ], path: ProfilePaths.visibility)
    }
}

extension Profile.Visibility {
    /// - Parameter university: its short name.
    func choice(_ university: String) -> String {
        switch self {
        case .everyone: "Anyone"
        case .university: "\(university)"
        case .connections: "Connections"
        case .owner: "Only you"
        }
    }

    var note: String {
        switch self {
        case .everyone: "Also without an account, and search engines if you let them."
        case .university: "Everyone of your university who is signed in."
        case .connections: "People you’re connected with."
        case .owner: "Nobody finds you, and your name leads nowhere."
        }
    }
}

extension ProfileSection {
    fileprivate var label: String {
        switch self {
        case .about: "About you"
        case .details: "What you do, and how you study"
        case .skills: "Skills and interests"
        case .contact: "Links"
        case .courses: "Courses"
        case .availability: "Your whole week"
        case .mentorship: "Mentoring"
        }
    }

    fileprivate var hint: String? {
        switch self {
        case .courses: "Course mates alone, and each course only where you show it. Here you can narrow that."
        case .availability:
            "Course mates see the hours they share with you, unless it’s only you: then nobody is matched by your hours."
        default: nil
        }
    }
}
