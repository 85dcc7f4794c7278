import HTTPServer
import Postgres

enum MemberHandlers {
    static func profile(_ context: Context) throws -> Response {
        let username = try context.parameter("username")
        let (profile, roles, posts) = try context.database.fetch(
            .publicProfile(username), .responsibilities(of: username), .posts(byMember: username, limit: 20))
        guard let profile else { throw NotFound() }
        let page = ProfilePage(profile, roles: roles, posts: posts, around: context.around, wording: context.wording)
        return context.page(page, showing: .member(username))
    }
}
