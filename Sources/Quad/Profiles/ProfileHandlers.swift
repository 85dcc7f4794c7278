import HTTPServer
import Markdown
import Postgres

/// Keeping one's own profile, a form for each part.
enum ProfileHandlers {
    static func form(_ context: Context, member: Member) throws -> Response {
        let own = try context.database.fetch(.ownProfile(member.id))
        return page(ProfileForm(member, own), FormMistakes(), own, context, member)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        let form = ProfileForm(context.request.form)
        let (checked, mistakes) = form.check()
        guard let checked else {
            return page(form, mistakes, try context.database.fetch(.ownProfile(writer.id)), context, writer.member)
        }
        _ = try context.database.fetch(
            .saveProfile(checked, of: writer.id), .keepTypes([checked.type] + checked.further, of: writer.id))
        // A name stands wherever its owner wrote.
        context.changed(checked.name.text == writer.member.name ? .member(writer.member.username) : .everything)
        return context.saved(writer.member)
    }

    private static func page(
        _ form: ProfileForm, _ mistakes: FormMistakes, _ own: OwnProfile, _ context: Context, _ member: Member
    ) -> Response {
        let page = ProfileFormPage(
            context.editing(member, own), title: "Name and headline",
            lead: "Your name stands beside everything you write. The headline is what people read first.",
            mistakes: mistakes, groups: form.groups(mistakes), path: ProfilePaths.profile)
        return context.page(page, status: mistakes.isEmpty ? .ok : .unprocessableContent)
    }
}

extension ProfileHandlers {
    static func aboutForm(_ context: Context, member: Member) throws -> Response {
        let own = try context.database.fetch(.ownProfile(member.id))
        return aboutPage(own.bioSource, FormMistakes(), own, context, member)
    }

    static func saveAbout(_ context: Context, writer: Writer) throws -> Response {
        let typed = context.request.form["bio"] ?? ""
        var mistakes = FormMistakes()
        let rules = try context.bodyRules(for: writer, text: typed)
        let bio = mistakes.check("bio") { () throws(ProfileFault) in
            // White space alone is nothing said.
            let text = typed.trimmed.isEmpty ? "" : typed
            do throws(BodyError) { return try rules.check(text, as: .biography) } catch {
                throw ProfileFault(message: error.message, summary: "Mend what you wrote about you")
            }
        }
        guard let bio else {
            return aboutPage(
                typed, mistakes, try context.database.fetch(.ownProfile(writer.id)), context, writer.member)
        }
        _ = try context.database.fetch(.saveBiography(bio, of: writer.id))
        context.changed(.member(writer.member.username))
        return context.saved(writer.member)
    }

    private static func aboutPage(
        _ text: String, _ mistakes: FormMistakes, _ own: OwnProfile, _ context: Context, _ member: Member
    ) -> Response {
        let field = ProfileFieldView.area(
            "bio", "About you", text, rows: 8,
            hint: "What you’re here for and how you like to work. Markdown works; 2,000 characters is the most.",
            mistakes)
        let page = ProfileFormPage(
            context.editing(member, own), title: "About you",
            lead: "Two sentences are plenty. “Wait, why?” tells more than a list of prizes.", mistakes: mistakes,
            groups: [.init(fields: [field])], path: ProfilePaths.about)
        return context.page(page, status: mistakes.isEmpty ? .ok : .unprocessableContent)
    }
}

extension ProfileHandlers {
    static func detailsForm(_ context: Context, member: Member) throws -> Response {
        let type = try context.profileType()
        let (own, details) = try context.database.fetch(
            .ownProfile(member.id), .details(of: member.username, for: Onlooker(context.viewer)))
        guard own.types.contains(type) else { throw NotFound() }
        let stored = details.first { $0.type == type }?.details ?? Details()
        return detailsPage(type, type.typed(stored), FormMistakes(), own, context, member)
    }

    static func saveDetails(_ context: Context, writer: Writer) throws -> Response {
        let type = try context.profileType()
        let typed = TypedFields(context.request.form)
        var mistakes = FormMistakes()
        let details = type.details(typed, &mistakes)
        if type == .student, case .number(let year) = details.values["expected_graduation"],
            year < context.wording.year
        {
            mistakes.add(GraduationIsOver(), to: "d-expected_graduation")
        }
        guard mistakes.isEmpty else {
            let own = try context.database.fetch(.ownProfile(writer.id))
            guard own.types.contains(type) else { throw NotFound() }
            return detailsPage(type, typed, mistakes, own, context, writer.member)
        }
        let saved = try context.database.fetch(.saveDetails(try details.stored(), as: type, of: writer.id))
        guard saved == 1 else { throw NotFound() }
        context.changed(.member(writer.member.username))
        return context.saved(writer.member)
    }

    private static func detailsPage(
        _ type: ProfileType, _ typed: TypedFields, _ mistakes: FormMistakes, _ own: OwnProfile, _ context: Context,
        _ member: Member
    ) -> Response {
        let page = ProfileFormPage(
            context.editing(member, own), title: type.heading,
            lead: "All of it is up to you: what you leave empty isn’t shown.", mistakes: mistakes,
            groups: [.init(fields: type.fields.map { ProfileFieldView($0, typed, mistakes) })],
            path: ProfilePaths.details(type))
        return context.page(page, status: mistakes.isEmpty ? .ok : .unprocessableContent)
    }
}

/// Who graduated is no student.
private struct GraduationIsOver: FieldError {
    var message: String {
        "That year is over. Write the one you expect now, or choose “Alumni” beside your name and headline."
    }
    var summary: String { "Mend “Expected graduation”" }
}

extension Context {
    /// The profile type that the address names.
    fileprivate func profileType() throws -> ProfileType {
        guard let type = ProfileType(rawValue: try parameter("type")) else { throw NotFound() }
        return type
    }

    func editing(_ member: Member, _ own: OwnProfile) -> ProfileEditing {
        ProfileEditing(
            around: around, profilePath: MemberPaths.profile(member.username), types: own.types,
            step: firstStep == .profile ? .profile : nil)
    }

    /// Leads on after a part of one's profile was saved: back among the first steps for who came from there.
    func saved(_ member: Member, _ flash: FlashCode = .profileSaved) -> Response {
        redirect(to: firstStep?.path ?? MemberPaths.profile(member.username), flash: flash)
    }
}
