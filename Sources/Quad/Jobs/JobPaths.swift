import FoundationEssentials

/// Addresses of the page about background work.
enum JobPaths {
    static let all = "/admin/jobs"
    static func retry(_ id: UUID) -> String { "\(all)/\(id.uuidString.lowercased())/retry" }
    static func removal(_ id: UUID) -> String { "\(all)/\(id.uuidString.lowercased())/removal" }
}
