import HTTPServer
import Postgres
import Redis

enum OperationHandlers {
    /// The process runs and its workers answer.
    static func health(_ context: Context) -> Response {
        .text("ok\n")
    }

    /// The process can do its work: Postgres and Redis answer, and the schema is the one it knows.
    ///
    /// Says which part is missing, not why: the log knows, and anyone may ask here.
    static func readiness(_ context: Context) -> Response {
        var parts: [(name: String, isReady: Bool)] = []
        do {
            let version = try context.database.fetch(.schemaVersion)
            parts.append(("postgres", true))
            parts.append(("schema", version == context.application.schemaVersion))
        } catch {
            parts.append(("postgres", false))
        }
        do {
            _ = try context.redis.fetch(.ping)
            parts.append(("redis", true))
        } catch {
            parts.append(("redis", false))
        }
        let isReady = parts.allSatisfy(\.isReady)
        let text = parts.map { "\($0.name): \($0.isReady ? "ok" : "away")\n" }.joined()
        return .text(text, status: isReady ? .ok : .serviceUnavailable)
    }

    static func metrics(_ context: Context) -> Response {
        var jobs: JobCounts?
        do {
            jobs = try context.database.fetch(.jobCounts)
        } catch {
            // The figures of the process matter most while the database is away; `/readyz` says that it is.
        }
        return .text(
            context.application.metricsText(jobs: jobs), contentType: "text/plain; version=0.0.4; charset=utf-8")
    }
}

extension Query where Output == String? {
    /// The last migration applied.
    static var schemaVersion: Self {
        .first("SELECT max(version)::text FROM schema_migrations") { (version: String?) in version ?? "" }
    }
}
