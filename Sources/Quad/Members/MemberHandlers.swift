import HTTPServer
import Postgres

enum MemberHandlers {
    static func profile(_ context: Context) throws -> Response {
        let username = try context.parameter("username")
        let (profile, roles, posts) = try context.database.fetch(
            .profile(username, for: context.viewer), .responsibilities(of: username, for: context.viewer),
            .posts(byMember: username, limit: 20, for: context.viewer))
        guard let profile else { throw NotFound() }
        let page = ProfilePage(
            profile, roles: roles, posts: posts, isOwn: context.viewer.member?.username == profile.username,
            around: context.around, wording: context.wording)
        return context.page(page, showing: .member(username))
    }
}
