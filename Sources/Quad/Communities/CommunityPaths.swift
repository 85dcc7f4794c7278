/// Addresses of communities and what is in them.
enum CommunityPaths {
    static let all = "/communities"
    static func community(_ slug: String) -> String { "/c/\(slug)" }
    static func space(_ space: String, of community: String) -> String { "/c/\(community)/s/\(space)" }
    static func about(_ slug: String) -> String { "/c/\(slug)/about" }

    static func post(_ number: Int, _ slug: String, in community: String) -> String {
        "/c/" + community + "/" + String(number) + "/" + slug
    }
}
