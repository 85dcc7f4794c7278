import HTTPServer
import Postgres

enum MemberHandlers {
    static func profile(_ context: Context) throws -> Response {
        let username = try context.parameter("username")
        let (profile, roles, posts, attention, tie) = try context.database.fetch(
            .profile(username, for: context.viewer), .responsibilities(of: username, for: context.viewer),
            .posts(byMember: username, limit: 20, for: context.viewer),
            .attention(of: context.viewer, to: .person(username)), .tie(to: username, for: context.viewer))
        guard let profile else { throw NotFound() }
        var page = ProfilePage(
            profile, roles: roles, posts: posts, isOwn: context.viewer.member?.username == profile.username,
            around: context.around, wording: context.wording)
        if let member = context.viewer.member, member.username != profile.username {
            page.tie = ConnectionState(tie, mayAsk: member.standing == .active, wording: context.wording)
            page.attention = AttentionButtons(
                attention, to: .person(profile.username), back: MemberPaths.profile(profile.username))
        }
        return context.page(page, showing: .member(username))
    }
}
