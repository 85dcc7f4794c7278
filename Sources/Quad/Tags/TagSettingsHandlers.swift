import HTTPServer
import Markdown
import Postgres

/// What moderators of the site change about a tag.
enum TagSettingsHandlers {
    static func form(_ context: Context, moderator: Moderator) throws -> Response {
        try show(context, TagSettingsForm())
    }

    static func describe(_ context: Context, moderator: Moderator) throws -> Response {
        let slug = try context.tagSlug()
        var form = TagSettingsForm()
        form.description = context.request.form["description"] ?? ""
        do {
            let description = try TagDescription(form.description ?? "")
            guard try context.database.fetch(.describe(slug, as: description)) > 0 else { throw NotFound() }
        } catch let error as TagDescriptionError {
            form.faults.add("description", error.message)
            return try show(context, form)
        }
        context.changed(.tag(slug), .tags)
        return context.redirect(to: TagPaths.tag(slug), flash: .tagChanged)
    }

    static func merge(_ context: Context, moderator: Moderator) throws -> Response {
        let slug = try context.tagSlug()
        var form = TagSettingsForm()
        form.into = context.request.form["into"] ?? ""
        let typed = String(form.into.drop { $0 == "#" || $0 == " " })
        let other = TagSlug.from(typed)
        var refusal: TagMergeRefusal? = other == nil ? .notATag(form.into) : other == slug ? .itself : nil
        if refusal == nil, let other {
            let (tag, target) = try context.database.fetch(.tag(slug), .tag(other))
            guard tag != nil else { throw NotFound() }
            if target == nil { refusal = .unknown(other) }
            if target?.synonymOf == slug { refusal = .leadsHere(other) }
        }
        if refusal == nil, let other {
            let (_, merged, _, _, _) = try context.database.fetch(
                .lockTags([slug, other]), .merge(slug, into: other), .moveFollows(from: slug),
                .moveMutes(from: slug), .enqueue(RetagPosts(tag: slug)))
            // Somebody was faster with the other way round.
            if merged == 0 { refusal = .leadsHere(other) }
            context.changed(.tag(slug), .tag(other), .tags)
        }
        if let refusal {
            form.faults.add("into", refusal.message)
            return try show(context, form)
        }
        return context.redirect(to: TagPaths.settings(slug), flash: .tagMerged)
    }

    static func split(_ context: Context, moderator: Moderator) throws -> Response {
        let slug = try context.tagSlug()
        guard let tag = try context.database.fetch(.tag(slug)) else { throw NotFound() }
        _ = try context.database.fetch(.split(slug))
        context.changed(.tag(slug), .tag(tag.synonymOf ?? slug), .tags)
        return context.redirect(to: TagPaths.all, flash: .tagSplit)
    }

    private static func show(_ context: Context, _ form: TagSettingsForm) throws -> Response {
        let slug = try context.tagSlug()
        let (tag, synonyms) = try context.database.fetch(.tag(slug), .synonyms(of: slug))
        guard let tag else { throw NotFound() }
        return context.page(
            TagSettingsPage(tag, synonyms: synonyms, form: form, around: context.around),
            status: form.faults.isEmpty ? .ok : .unprocessableContent)
    }
}
