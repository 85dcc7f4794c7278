import HTTPServer
import Postgres

enum PrivacyHandlers {
    static func privacy(_ context: Context, member: Member) throws -> Response {
        let (isIndexable, countsViews) = try context.database.fetch(.isIndexable(member.id), .countsViews(member.id))
        return context.page(
            PrivacySettingsPage(
                around: context.around, member: member, isIndexable: isIndexable, countsViews: countsViews))
    }

    /// Whether search engines may find somebody.
    static func choose(_ context: Context, member: Member) throws -> Response {
        let isIndexable: Bool
        switch context.request.form["indexing"] {
        case "on": isIndexable = true
        case "off": isIndexable = false
        default: return .redirect(to: SettingsPaths.privacy)
        }
        if try context.database.fetch(.setIndexable(isIndexable, for: member.id)) > 0 {
            // The profile, sitemaps and feeds; the pages of posts follow when they are made anew, some seconds later.
            context.changed(.member(member.username), .communities, .front)
        }
        return context.redirect(
            to: SettingsPaths.privacy, flash: isIndexable ? .indexingAllowed : .indexingRefused)
    }
}

extension PrivacyHandlers {
    /// Whether somebody wants to know how many looked at their profile.
    static func chooseViews(_ context: Context, member: Member) throws -> Response {
        let isOn: Bool
        switch context.request.form["views"] {
        case "on": isOn = true
        case "off": isOn = false
        default: return .redirect(to: SettingsPaths.privacy)
        }
        _ = try context.database.fetch(.countViews(isOn, of: member.id))
        return context.redirect(to: SettingsPaths.privacy, flash: isOn ? .viewsTold : .viewsUntold)
    }
}

/// What others find of somebody; shown by Templates/settings/indexing.html.
struct PrivacySettingsPage: Page {
    let frame: Frame
    let tabs = SettingsTab.choices(current: .privacy)
    let isIndexable: Bool
    /// Whether they are told how many looked at their profile.
    let countsViews: Bool
    let profilePath: String

    init(around: Surroundings, member: Member, isIndexable: Bool, countsViews: Bool) {
        frame = Frame(settings: around, title: "Privacy")
        (self.isIndexable, self.countsViews) = (isIndexable, countsViews)
        profilePath = MemberPaths.profile(member.username)
    }

    var path: String { SettingsPaths.indexing }
    var viewsPath: String { SettingsPaths.views }
    var words: String {
        isIndexable
            ? "Search engines may find your profile, if anyone can open it, and what you post where anyone can read."
            : "Search engines are asked to leave out your profile and everything you posted."
    }
    var button: String { isIndexable ? "Leave me out" : "Let them find me" }
}
