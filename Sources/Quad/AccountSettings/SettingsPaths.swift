/// Addresses of an account's own settings, besides those in `AccountPaths`.
enum SettingsPaths {
    static let email = "/settings/account/email"
    static let personalEmail = "/settings/account/personal-email"
    static let personalEmailRemoval = "/settings/account/personal-email/removal"
    static let deactivation = "/settings/account/deactivation"
    static let deletion = "/settings/account/deletion"
    static let privacy = "/settings/privacy"
    static let indexing = "/settings/privacy/indexing"
    static let views = "/settings/privacy/views"
    static let password = "/settings/security/password"
    static let endOtherSessions = "/settings/security/sessions/end"

    static func end(_ session: Session.ID) -> String { "/settings/security/sessions/\(session.text)/end" }
}
