/// What stands around a page's own content: the installation, who is looking, and what just happened.
struct Surroundings: Sendable {
    let site: Site
    /// Who is signed in; `nil` for visitors.
    let viewer: Face?
    let flash: Flash?
    /// The page's own address with its query, for leading back to it after signing in.
    let path: String

    init(site: Site, viewer: Face? = nil, flash: Flash? = nil, path: String = "/") {
        self.site = site
        self.viewer = viewer
        self.flash = flash
        self.path = path
    }

    /// A member as their own pages show them.
    struct Face: Sendable {
        let person: Person
        let role: SiteRole

        init(_ member: Member) {
            person = Person(
                name: member.name, path: MemberPaths.profile(member.username),
                avatar: Avatar(name: member.name, username: member.username, photo: member.photo))
            role = member.role
        }
    }

    /// Where a visitor signs in and comes back to this page.
    var signInPath: String { AccountPaths.signIn(returningTo: path) }
}
