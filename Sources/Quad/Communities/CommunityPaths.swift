/// Addresses of communities and what is in them.
enum CommunityPaths {
    static let all = "/communities"
    static func community(_ slug: String) -> String { "/c/\(slug)" }
    static func space(_ space: String, of community: String) -> String { "/c/\(community)/s/\(space)" }
    static func about(_ slug: String) -> String { "/c/\(slug)/about" }

    static func post(_ number: Int, _ slug: String, in community: String) -> String {
        "/c/" + community + "/" + String(number) + "/" + slug
    }

    /// The address of a comment, good for as long as its post's.
    ///
    /// A thread that fits on one page is opened there. Of a longer one, whose first page changes with every vote, the
    /// comment's own page is opened. Who does not know how long it is leads to the latter, which leads on to the former.
    ///
    /// - Parameters:
    ///   - post: the post's own address.
    ///   - last: the highest number a comment of the post was ever given, where that is known.
    static func comment(_ number: Int, on post: String, last: Int? = nil) -> String {
        let fits = last.map { $0 <= ThreadPart.pageSize } ?? false
        return (fits ? post : ThreadView(comment: number).path(on: post)) + "#" + Thread.anchor(number)
    }
}
