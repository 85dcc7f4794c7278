extension [Route] {
    static let memberships: [Route] = [
        .post("/c/:community/memberships", for: .member, MembershipHandlers.join),
        .post("/c/:community/memberships/end", for: .member, MembershipHandlers.leave),
    ]
}

/// Where one joins and leaves.
enum MembershipPaths {
    static func join(_ community: String) -> String { "/c/\(community)/memberships" }
    static func leave(_ community: String) -> String { "/c/\(community)/memberships/end" }
}
