import HTTPServer
import Postgres

enum DraftHandlers {
    static func list(_ context: Context, member: Member) throws -> Response {
        let drafts = try context.database.fetch(.drafts(of: member))
        return context.page(DraftsPage(drafts, around: context.around, wording: context.wording))
    }

    static func draft(_ context: Context, member: Member) throws -> Response {
        let id = try context.draftID()
        let (draft, isWritable) = try context.database.fetch(.draft(id, of: member), .isWritable(id, by: member))
        guard let draft else { throw NotFound() }
        let page = DraftPage(draft, isWritable: isWritable, around: context.around, wording: context.wording)
        return context.page(page)
    }

    /// Keeps what was typed: for a person's button, or for a script that asks every few seconds.
    static func save(_ context: Context, writer: Writer) throws -> Response {
        do {
            let draft = try NewDraft(id: try context.draftID(), context.request.form)
            let (_, saved, place) = try context.database.fetch(
                .lockMember(writer.id), .save(draft, by: writer.member), .draftPlace(draft, for: writer.member))
            guard saved > 0 else { throw place.error }
            if context.isAskedByScript { return Response(status: .noContent) }
            return context.redirect(to: DraftPaths.draft(draft.id), flash: .draftSaved)
        } catch let error as DraftError {
            guard !context.isAskedByScript, let form = KeptForm(context.request) else { throw error }
            let page = KeptFormPage(
                around: context.around, title: error.message ?? "",
                advice: "\(error.advice ?? "") Your words are below.",
                form: form, button: "Save again", remedy: error.remedy)
            return context.page(page, status: error.status)
        }
    }

    static func confirmRemoval(_ context: Context, member: Member) throws -> Response {
        guard let draft = try context.database.fetch(.draft(context.draftID(), of: member)) else { throw NotFound() }
        return context.page(RemovalPage(of: draft, around: context.around))
    }

    static func remove(_ context: Context, member: Member) throws -> Response {
        let removed = try context.database.fetch(.delete(context.draftID(), of: member))
        return context.redirect(to: DraftPaths.all, flash: removed > 0 ? .draftDeleted : nil)
    }
}

extension Context {
    fileprivate func draftID() throws -> Post.ID { try parameter("draft", as: Post.ID.self) }

    /// Browsers that follow a form ask for HTML.
    fileprivate var isAskedByScript: Bool {
        guard let accepted = request.headers["Accept"] else { return false }
        return !accepted.contains("text/html")
    }
}
