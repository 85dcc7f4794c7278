import Postgres

/// What happened to an account's security, as its owner reads it.
enum SecurityEvent: String, Column, SQLBindable, CaseIterable {
    case signedUp = "signed_up"
    case signedIn = "signed_in"
    case signInFailed = "sign_in_failed"
    case newDevice = "new_device"
    case signedOut = "signed_out"
    case signedOutDevice = "signed_out_device"
    case signedOutEverywhere = "signed_out_everywhere"
    case passwordChanged = "password_changed"
    case passwordReset = "password_reset"
    case emailChanged = "email_changed"
    case personalEmailAdded = "personal_email_added"
    case personalEmailRemoved = "personal_email_removed"
    case notMe = "not_me"
    case deactivated, reactivated
    case deletionAsked = "deletion_asked"
    case deletionUndone = "deletion_undone"
}
