import HTTPServer
import Postgres

enum MemberHandlers {
    static func profile(_ context: Context) throws -> Response {
        let username = try context.parameter("username")
        guard let member = context.viewer.member, member.username == username else {
            return try others(username, context)
        }
        guard let eyes = context.request.query["as"].flatMap(ProfileEyes.init(rawValue:)) else {
            return try own(context, member)
        }
        return try preview(context, member, eyes)
    }

    private static func others(_ username: String, _ context: Context) throws -> Response {
        let (viewer, onlooker) = (context.viewer, Onlooker(context.viewer))
        let (profile, skills, interests, details, links, roles, posts, attention, common, tie) = try context.database
            .fetch(
                .profile(username, for: onlooker), .skills(of: username, for: onlooker),
                .interests(of: username, for: onlooker), .details(of: username, for: onlooker),
                .links(of: username, for: onlooker), .responsibilities(of: username, for: viewer),
                .posts(byMember: username, limit: 20, for: viewer), .attention(of: viewer, to: .person(username)),
                .commonGround(of: viewer, with: username), .tie(to: username, for: viewer))
        guard let profile else {
            guard let now = try context.database.fetch(.newUsername(of: username, for: viewer)) else {
                throw NotFound()
            }
            return .redirect(to: MemberPaths.profile(now), status: .movedPermanently)
        }
        let parts = ProfileParts(
            skills: skills, interests: interests, details: details, links: links, roles: roles, posts: posts,
            common: common)
        let share = common.flatMap {
            ProfileShare($0, with: profile, book: context.application.zones, now: context.now)
        }
        var page = ProfilePage(
            profile, parts, for: onlooker, share: share, book: context.application.zones, around: context.around,
            wording: context.wording)
        if let member = viewer.member {
            context.noteView(of: profile, by: member)
            page.tie = ConnectionState(tie, mayAsk: member.standing == .active, wording: context.wording)
            page.attention = AttentionButtons(
                attention, to: .person(profile.username), back: MemberPaths.profile(profile.username))
        }
        return context.page(page, showing: .member(username))
    }

    private static func own(_ context: Context, _ member: Member) throws -> Response {
        let onlooker = Onlooker(context.viewer)
        let username = member.username
        let (profile, own, skills, interests, details, links, roles, posts, figures, views, sent) = try context.database
            .fetch(
                .profile(username, for: onlooker), .ownProfile(member.id), .skills(of: username, for: onlooker),
                .interests(of: username, for: onlooker), .details(of: username, for: onlooker),
                .links(of: username, for: onlooker), .responsibilities(of: username, for: context.viewer),
                .posts(byMember: username, limit: 20, for: context.viewer), .connectionFigures(of: member),
                .profileViews(of: member.id), .verifications(of: member.id))
        guard let profile else { throw NotFound() }
        let parts = ProfileParts(
            skills: skills, interests: interests, details: details, links: links, roles: roles, posts: posts)
        return context.page(
            OwnProfilePage(
                profile, own, parts, figures, views: views, sent: sent, book: context.application.zones,
                around: context.around, wording: context.wording))
    }

    /// The same page as others get, made by the same rules, of somebody who stands that near.
    private static func preview(_ context: Context, _ member: Member, _ eyes: ProfileEyes) throws -> Response {
        let onlooker = Onlooker(as: eyes.nearness, of: member)
        let username = member.username
        let (profile, skills, interests, details, links, roles, posts) = try context.database.fetch(
            .profile(username, for: onlooker), .skills(of: username, for: onlooker),
            .interests(of: username, for: onlooker), .details(of: username, for: onlooker),
            .links(of: username, for: onlooker), .responsibilities(of: username, for: onlooker.viewer),
            .posts(byMember: username, limit: 20, for: onlooker.viewer))
        guard let profile else { throw NotFound() }
        guard !profile.isHeld, eyes.nearness >= profile.visibility.nearness else {
            return context.page(ClosedPreviewPage(eyes, profile, around: context.around))
        }
        let parts = ProfileParts(
            skills: skills, interests: interests, details: details, links: links, roles: roles, posts: posts)
        var page = ProfilePage(
            profile, parts, for: onlooker, book: context.application.zones, around: context.around,
            wording: context.wording)
        page.preview = ProfilePreview(words: eyes.words, back: MemberPaths.profile(username))
        return context.page(page)
    }
}

extension ProfileEyes {
    fileprivate var words: String {
        switch self {
        case .visitor: "This is what a visitor sees, and what search engines may keep."
        case .student:
            "This is what somebody at your university sees. Course mates also see the hours they share with you."
        case .connection: "This is what your connections see, besides what you two have in common."
        }
    }
}

/// Told to an owner whose profile those others can't open; shown by Templates/members/closed-preview.html.
struct ClosedPreviewPage: Page {
    let frame: Frame
    let title: String
    let words: String
    let back: String

    init(_ eyes: ProfileEyes, _ profile: Profile, around: Surroundings) {
        switch eyes {
        case .visitor: title = "Visitors see nothing"
        case .student: title = "Others at \(profile.universityShortName) see nothing"
        case .connection: title = "Your connections see nothing"
        }
        frame = Frame(around: around, title: title, indexable: false, current: .you)
        words =
            profile.isHeld
            ? "Your profile is on hold: for everyone but you this page doesn’t exist."
            : "For them this page doesn’t exist, as if there were no such member. “Who sees what” changes that."
        back = MemberPaths.profile(profile.username)
    }
}
