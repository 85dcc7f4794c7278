/// Something that pages show and that can change.
///
/// Its text travels between instances: on a write, all of them drop the pages that show it.
package struct PageTag: Hashable, Sendable {
    package let text: String

    init(text: String) {
        self.text = text
    }

    /// The lists that show posts and communities from everywhere.
    static let front = PageTag(text: "front")
    static let communities = PageTag(text: "communities")
    /// Every page: what changes whose words a whole community's are, or where they stand, is seen on lists, profiles,
    /// tags and posts alike.
    static let everything = PageTag(text: "everything")
    static func community(_ slug: String) -> PageTag { PageTag(text: "community \(slug)") }
    static func post(_ number: Int, in slug: String) -> PageTag { PageTag(text: "post \(slug) \(number)") }
    /// The list of all tags.
    static let tags = PageTag(text: "tags")
    /// A tag's list: what publishes, edits or takes down a post drops this for each of the post's tags.
    static func tag(_ slug: String) -> PageTag { PageTag(text: "tag \(slug)") }
    static func member(_ username: String) -> PageTag { PageTag(text: "member \(username)") }
}
