import HTTPServer

extension [Route] {
    static let accountSettings: [Route] = [
        .get(AccountPaths.account, for: .member, AccountSettingsHandlers.account),
        .get(SettingsPaths.email, for: .member, AddressHandlers.emailForm),
        .post(SettingsPaths.email, for: .member, lane: .slow, AddressHandlers.changeEmail),
        .get(SettingsPaths.personalEmail, for: .member, AddressHandlers.personalEmailForm),
        .post(SettingsPaths.personalEmail, for: .member, lane: .slow, AddressHandlers.addPersonalEmail),
        .get(SettingsPaths.personalEmailRemoval, for: .member, AddressHandlers.removalQuestion),
        .post(SettingsPaths.personalEmailRemoval, for: .member, lane: .slow, AddressHandlers.removePersonalEmail),
        .get(AccountPaths.confirmAddress, for: .anyone, ConfirmationHandlers.question),
        .post(AccountPaths.confirmAddress, for: .anyone, ConfirmationHandlers.confirm),
        .get(SettingsPaths.deactivation, for: .member, LeavingHandlers.deactivationQuestion),
        .post(SettingsPaths.deactivation, for: .member, lane: .slow, LeavingHandlers.deactivate),
        .get(SettingsPaths.deletion, for: .member, LeavingHandlers.deletionQuestion),
        .post(SettingsPaths.deletion, for: .member, lane: .slow, LeavingHandlers.delete),
        .get(SettingsPaths.privacy, for: .member, PrivacyHandlers.privacy),
        .post(SettingsPaths.indexing, for: .member, PrivacyHandlers.choose),
        .post(SettingsPaths.views, for: .member, PrivacyHandlers.chooseViews),
        .get(AccountPaths.security, for: .member, SecurityHandlers.security),
        .get(SettingsPaths.password, for: .member, PasswordHandlers.form),
        .post(SettingsPaths.password, for: .member, lane: .slow, PasswordHandlers.change),
        .post(SettingsPaths.endOtherSessions, for: .member, SecurityHandlers.endOthers),
        .post("/settings/security/sessions/:id/end", for: .member, SecurityHandlers.end),
    ]
}
