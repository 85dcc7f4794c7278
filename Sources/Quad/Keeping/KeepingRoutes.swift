extension [Route] {
    static let keeping: [Route] = [
        .get("/communities/new", for: .writer, FoundingHandlers.form),
        .post("/communities", for: .writer, keepsForm: true, FoundingHandlers.found),
        .get("/c/:community/settings", for: .writer, KeepingHandlers.form),
        .post("/c/:community/settings", for: .writer, keepsForm: true, KeepingHandlers.save),
        .get("/c/:community/archive", for: .writer, KeepingHandlers.archiveQuestion),
        .post("/c/:community/archive", for: .writer, KeepingHandlers.archive),
        .post("/c/:community/archive/end", for: .writer, KeepingHandlers.reopen),
        .get("/c/:community/settings/spaces", for: .writer, SpaceHandlers.spaces),
        .post("/c/:community/settings/spaces", for: .writer, keepsForm: true, SpaceHandlers.create),
        .get("/c/:community/settings/spaces/:space", for: .writer, SpaceHandlers.form),
        .post("/c/:community/settings/spaces/:space", for: .writer, keepsForm: true, SpaceHandlers.save),
        .post("/c/:community/settings/spaces/:space/moves", for: .writer, SpaceHandlers.move),
        .get("/c/:community/settings/spaces/:space/removal", for: .writer, SpaceHandlers.removalQuestion),
        .post("/c/:community/settings/spaces/:space/removal", for: .writer, SpaceHandlers.remove),
        .get("/c/:community/ownership", for: .writer, OwnershipHandlers.question),
        .post("/c/:community/ownership", for: .writer, OwnershipHandlers.accept),
        .post("/c/:community/ownership/offers", for: .writer, OwnershipHandlers.offer),
        .post("/c/:community/ownership/offers/end", for: .member, OwnershipHandlers.endOffer),
        .post("/c/:community/ownership/assignment", for: .admin, OwnershipHandlers.assign),
    ]
}

/// Addresses of what keeps a community.
enum KeepingPaths {
    static let newCommunity = "/communities/new"
    static let communities = "/communities"

    static func settings(_ community: String) -> String { "/c/\(community)/settings" }
    static func archive(_ community: String) -> String { "/c/\(community)/archive" }
    static func reopening(_ community: String) -> String { "/c/\(community)/archive/end" }
    static func spaces(_ community: String) -> String { "/c/\(community)/settings/spaces" }
    static func space(_ space: String, of community: String) -> String { "\(spaces(community))/\(space)" }
    static func moves(_ space: String, of community: String) -> String { "\(spaces(community))/\(space)/moves" }
    static func removal(_ space: String, of community: String) -> String { "\(spaces(community))/\(space)/removal" }
    static func ownership(_ community: String) -> String { "/c/\(community)/ownership" }
    static func offers(_ community: String) -> String { "/c/\(community)/ownership/offers" }
    static func offersEnd(_ community: String) -> String { "/c/\(community)/ownership/offers/end" }
    static func assignment(_ community: String) -> String { "/c/\(community)/ownership/assignment" }
}
