/// What just happened, told on the next page. A cookie carries the code, never words, so nothing can be slipped in.
enum FlashCode: String, CaseIterable, Sendable {
    case welcome
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case signUpRefused = "sign-up-refused"
    case deviceSignedOut = "device-signed-out"
    case otherDevicesSignedOut = "other-devices-signed-out"
    case passwordChanged = "password-changed"
    case confirmationSent = "confirmation-sent"
    case emailChanged = "email-changed"
    case personalEmailAdded = "personal-email-added"
    case personalEmailRemoved = "personal-email-removed"
    case deactivated, reactivated
    case deletionAsked = "deletion-asked"
    case setUp = "set-up"
    case joined, left
    case posted
    case waitsForReview = "waits-for-review"
    case commented, edited
    case postDeleted = "post-deleted"
    case commentDeleted = "comment-deleted"
    case uploaded
    case uploadRemoved = "upload-removed"
    case iconChanged = "icon-changed"
    case iconRemoved = "icon-removed"
    case jobRetried = "job-retried"
    case jobDeleted = "job-deleted"

    var flash: Flash {
        switch self {
        case .welcome: good("Your address is confirmed and you’re in. Have a look around.")
        case .signedIn: good("You’re signed in.")
        case .signedOut: good("You’re signed out in this browser.")
        case .signUpRefused: good("That sign-up is forgotten. Nobody gets an account with your address.")
        case .deviceSignedOut: good("That device is signed out.")
        case .otherDevicesSignedOut: good("Every other device is signed out.")
        case .passwordChanged: good("Your password is changed. Every other device is signed out.")
        case .confirmationSent: waiting("We’ve sent a link to that address. It counts once you’ve opened it.")
        case .emailChanged: good("Your address is changed. From now on you sign in with it.")
        case .personalEmailAdded: good("Your personal address is confirmed. You can sign in with it too.")
        case .personalEmailRemoved: good("Your personal address is removed.")
        case .deactivated: good("Your account is deactivated. Sign in whenever you want it back.")
        case .reactivated: good("Your account is active again.")
        case .deletionAsked: good("Your account will be deleted in 30 days. Sign in before that to keep it.")
        case .setUp: good("Quad is set up. This is what your members will see.")
        case .joined: good("You’ve joined. What’s new here shows up on your home page.")
        case .left: good("You’ve left. What you wrote here stays.")
        case .posted: arrived(.good, "Your post is published.")
        case .waitsForReview: arrived(.waiting, "Your post waits for a moderator to look at it.")
        case .commented: arrived(.good, "Your comment is published.")
        case .edited: arrived(.good, "Your changes are saved. The earlier version stays in the history.")
        case .postDeleted: good("Your post is deleted. Its address says so.")
        case .commentDeleted: good("Your comment is deleted. A quiet line says that something stood here.")
        case .uploaded: good("It’s here. Copy the line below into your text.")
        case .uploadRemoved: good("It’s gone.")
        case .iconChanged: good("That’s the community’s picture now.")
        case .iconRemoved: good("The community shows its letters again.")
        case .jobRetried: good("It will be tried again now.")
        case .jobDeleted: good("The job is deleted.")
        }
    }

    private func arrived(_ kind: Flash.Kind, _ words: String) -> Flash {
        Flash(kind: kind, words: words, isArrival: true)
    }

    private func good(_ words: String) -> Flash { Flash(kind: .good, words: words) }
    private func waiting(_ words: String) -> Flash { Flash(kind: .waiting, words: words) }
}
