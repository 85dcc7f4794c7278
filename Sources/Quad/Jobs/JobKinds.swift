import FoundationEssentials
import Postgres

/// The kinds of jobs this program knows. Others, which a newer one wrote down, are left to that.
struct JobKinds: Sendable {
    private typealias Run = @Sendable (JSONText, JobContext) throws -> Void

    private let runs: [String: Run]
    let names: [String]

    /// - Precondition: no two have one name.
    init(_ kinds: [any Job.Type]) {
        runs = Dictionary(uniqueKeysWithValues: kinds.map { ($0.kind, Self.run($0)) })
        names = runs.keys.sorted()
    }

    /// Runs a job of a known kind.
    func run(_ job: ClaimedJob, _ context: JobContext) throws {
        guard let run = runs[job.kind] else { preconditionFailure("only known kinds are claimed") }
        try run(job.payload, context)
    }

    private static func run<Kind: Job>(_ kind: Kind.Type) -> Run {
        { payload, context in try decode(Kind.self, payload).run(context) }
    }

    private static func decode<Kind: Job>(_: Kind.Type, _ payload: JSONText) throws -> Kind {
        do {
            return try JSONDecoder().decode(Kind.self, from: Data(payload.text.utf8))
        } catch let error as DecodingError {
            throw JobError.permanent("What was written down can’t be read as \(Kind.kind): \(error.place)")
        }
    }
}

extension DecodingError {
    /// What is wrong where, without the value.
    fileprivate var place: String {
        let (what, path): (String, [any CodingKey]) =
            switch self {
            case .keyNotFound(let key, let context): ("missing", context.codingPath + [key])
            case .valueNotFound(_, let context): ("null", context.codingPath)
            case .typeMismatch(let type, let context): ("no \(type)", context.codingPath)
            case .dataCorrupted(let context): ("damaged", context.codingPath)
            @unknown default: ("unreadable", [])
            }
        return "\(path.isEmpty ? "all of it" : path.map(\.stringValue).joined(separator: ".")) is \(what)"
    }
}
