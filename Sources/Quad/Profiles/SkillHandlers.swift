import HTTPServer
import Postgres

/// Skills, interests and links of one's own, and confirming others' skills.
enum SkillHandlers {
    static func form(_ context: Context, member: Member) throws -> Response {
        let onlooker = Onlooker(context.viewer)
        let (own, skills, interests) = try context.database.fetch(
            .ownProfile(member.id), .skills(of: member.username, for: onlooker),
            .interests(of: member.username, for: onlooker))
        return page(SkillsForm(skills, interests: interests), FormMistakes(), own, context, member)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        let form = SkillsForm(context.request.form)
        let (checked, mistakes) = form.check()
        guard let checked else {
            return page(form, mistakes, try context.database.fetch(.ownProfile(writer.id)), context, writer.member)
        }
        _ = try context.database.fetch(
            .knowSkills(checked.skills.map(\.slug) + checked.interests), .saveSkills(checked.skills, of: writer.id),
            .saveInterests(checked.interests, of: writer.id))
        context.changed(.member(writer.member.username))
        return context.saved(writer.member)
    }

    private static func page(
        _ form: SkillsForm, _ mistakes: FormMistakes, _ own: OwnProfile, _ context: Context, _ member: Member
    ) -> Response {
        let page = ProfileFormPage(
            context.editing(member, own), title: "Skills and interests",
            lead: "What you can help with, and what you like. Connections can confirm a skill they’ve seen.",
            mistakes: mistakes, groups: form.groups(mistakes), path: ProfilePaths.skills)
        return context.page(page, status: mistakes.isEmpty ? .ok : .unprocessableContent)
    }

    static func linksForm(_ context: Context, member: Member) throws -> Response {
        let (own, links) = try context.database.fetch(
            .ownProfile(member.id), .links(of: member.username, for: Onlooker(context.viewer)))
        return linksPage(LinksForm(links), FormMistakes(), own, context, member)
    }

    static func saveLinks(_ context: Context, writer: Writer) throws -> Response {
        let form = LinksForm(context.request.form)
        let (links, mistakes) = form.check()
        guard let links else {
            return linksPage(
                form, mistakes, try context.database.fetch(.ownProfile(writer.id)), context, writer.member)
        }
        _ = try context.database.fetch(.forgetLinks(of: writer.id), .saveLinks(links, of: writer.id))
        context.changed(.member(writer.member.username))
        return context.saved(writer.member)
    }

    private static func linksPage(
        _ form: LinksForm, _ mistakes: FormMistakes, _ own: OwnProfile, _ context: Context, _ member: Member
    ) -> Response {
        let page = ProfileFormPage(
            context.editing(member, own), title: "Links",
            lead:
                "Where else you are: a page, a place where you build things, an address. Until you open them further, "
                + "only connections see these.", mistakes: mistakes, groups: form.groups(mistakes),
            path: ProfilePaths.links)
        return context.page(page, status: mistakes.isEmpty ? .ok : .unprocessableContent)
    }
}

extension SkillHandlers {
    static func endorse(_ context: Context, writer: Writer) throws -> Response {
        let (username, skill) = (try context.parameter("username"), try context.parameter("skill"))
        let (may, _) = try context.database.fetch(
            .mayEndorse(skill, of: username, by: writer.member), .endorse(skill, of: username, by: writer.member))
        guard may else { throw NotFound() }
        context.changed(.member(username))
        return context.redirect(to: MemberPaths.profile(username) + "#skills", flash: .skillConfirmed)
    }

    static func withdraw(_ context: Context, writer: Writer) throws -> Response {
        let (username, skill) = (try context.parameter("username"), try context.parameter("skill"))
        // Whoever took it back before is told the same.
        guard try context.database.fetch(.withdrawEndorsement(skill, of: username, by: writer.member)) == 1 else {
            throw NotFound()
        }
        context.changed(.member(username))
        return context.redirect(to: MemberPaths.profile(username) + "#skills", flash: .skillUnconfirmed)
    }
}
