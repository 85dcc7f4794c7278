import FoundationEssentials
import HTTPServer
import Postgres

enum JobHandlers {
    static func jobs(_ context: Context, admin: Admin) throws -> Response {
        let (counts, dead) = try context.database.fetch(.jobCounts, .deadJobs)
        return context.page(JobsPage(counts, dead: dead, around: context.around, wording: context.wording))
    }

    /// Whoever was quicker tried it again or removed it: the list shows what is there now.
    static func retry(_ context: Context, admin: Admin) throws -> Response {
        _ = try context.database.fetch(.retryJob(try context.jobID()))
        return context.redirect(to: JobPaths.all, flash: .jobRetried)
    }

    static func remove(_ context: Context, admin: Admin) throws -> Response {
        _ = try context.database.fetch(.removeJob(try context.jobID()))
        return context.redirect(to: JobPaths.all, flash: .jobDeleted)
    }
}

extension Context {
    fileprivate func jobID() throws -> UUID {
        guard let id = UUID(uuidString: try parameter("id")) else { throw NotFound() }
        return id
    }
}
