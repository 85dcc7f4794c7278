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
    case indexingAllowed = "indexing-allowed"
    case indexingRefused = "indexing-refused"
    case viewsTold = "views-told"
    case viewsUntold = "views-untold"
    case weekSaved = "week-saved"
    case weekUnchanged = "week-unchanged"
    case weekCleared = "week-cleared"
    case weekUndone = "week-undone"
    case hoursAdded = "hours-added"
    case hoursRemoved = "hours-removed"
    case timetableRead = "timetable-read"
    case timetableRemoved = "timetable-removed"
    case zoneChosen = "zone-chosen"
    case habitsSaved = "habits-saved"
    case deactivated, reactivated
    case deletionAsked = "deletion-asked"
    case setUp = "set-up"
    case universitySaved = "university-saved"
    case joined, left
    case communityMade = "community-made"
    case communitySaved = "community-saved"
    case communityArchived = "community-archived"
    case communityReopened = "community-reopened"
    case spaceMade = "space-made"
    case spaceSaved = "space-saved"
    case spaceRemoved = "space-removed"
    case ownershipOffered = "ownership-offered"
    case ownershipOfferEnded = "ownership-offer-ended"
    case ownershipTaken = "ownership-taken"
    case ownershipAssigned = "ownership-assigned"
    case moderatorMade = "moderator-made"
    case moderatorUnmade = "moderator-unmade"
    case memberRemoved = "member-removed"
    case memberBanned = "member-banned"
    case banLifted = "ban-lifted"
    case joinAsked = "join-asked"
    case joinAskTakenBack = "join-ask-taken-back"
    case letIn = "let-in"
    case askDeclined = "ask-declined"
    case invited
    case invitationRevoked = "invitation-revoked"
    case invitationDeclined = "invitation-declined"
    case postApproved = "post-approved"
    case postTurnedDown = "post-turned-down"
    case postReviewedBefore = "post-reviewed-before"
    case posted
    case waitsForReview = "waits-for-review"
    case commented, edited
    case postDeleted = "post-deleted"
    case commentDeleted = "comment-deleted"
    case groupStarted = "group-started"
    case groupJoined = "group-joined"
    case groupDeclined = "group-declined"
    case groupLeft = "group-left"
    case groupDissolved = "group-dissolved"
    case groupInvited = "group-invited"
    case matchWatched = "match-watched"
    case matchUnwatched = "match-unwatched"
    case personShownAgain = "person-shown-again"
    case saved, released, followed, unfollowed, muted, unmuted
    case tagChanged = "tag-changed"
    case tagMerged = "tag-merged"
    case tagSplit = "tag-split"
    case answerChosen = "answer-chosen"
    case answerTakenBack = "answer-taken-back"
    case pinned, unpinned
    case postLocked = "post-locked"
    case postUnlocked = "post-unlocked"
    case postMoved = "post-moved"
    case postTakenDown = "post-taken-down"
    case postRestored = "post-restored"
    case commentTakenDown = "comment-taken-down"
    case commentRestored = "comment-restored"
    case pollVoted = "poll-voted"
    case pollVoteTakenBack = "poll-vote-taken-back"
    case draftSaved = "draft-saved"
    case draftDeleted = "draft-deleted"
    case uploaded
    case uploadRemoved = "upload-removed"
    case iconChanged = "icon-changed"
    case iconRemoved = "icon-removed"
    case profileSaved = "profile-saved"
    case visibilitySaved = "visibility-saved"
    case weekReadersSaved = "week-readers-saved"
    case held, unheld
    case skillConfirmed = "skill-confirmed"
    case skillUnconfirmed = "skill-unconfirmed"
    case documentSent = "document-sent"
    case documentTakenBack = "document-taken-back"
    case documentApproved = "document-approved"
    case documentRejected = "document-rejected"
    case usernameChanged = "username-changed"
    case photoChanged = "photo-changed"
    case photoRemoved = "photo-removed"
    case patternChosen = "pattern-chosen"
    case welcomeFinished = "welcome-finished"
    case welcomeFinishedForStudy = "welcome-finished-for-study"
    case welcomeDismissed = "welcome-dismissed"
    case connectionAsked = "connection-asked"
    case connected
    case connectionDeclined = "connection-declined"
    case connectionCancelled = "connection-cancelled"
    case connectionEnded = "connection-ended"
    case personBlocked = "person-blocked"
    case personBlockedAndGroupsLeft = "person-blocked-and-groups-left"
    case personUnblocked = "person-unblocked"
    case suggestionDismissed = "suggestion-dismissed"
    case courseTaken = "course-taken"
    case courseTakenShown = "course-taken-shown"
    case courseDropped = "course-dropped"
    case courseAndGroupsDropped = "course-and-groups-dropped"
    case shownInCourse = "shown-in-course"
    case hiddenInCourse = "hidden-in-course"
    case courseSuggested = "course-suggested"
    case suggestionWithdrawn = "suggestion-withdrawn"
    case suggestionConfirmed = "suggestion-confirmed"
    case suggestionMerged = "suggestion-merged"
    case suggestionDeclined = "suggestion-declined"
    case suggestionDecidedBefore = "suggestion-decided-before"
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
        case .indexingAllowed: good("Search engines may find you from now on.")
        case .viewsTold: good("Your profile tells you from now on how many people looked: a number only.")
        case .viewsUntold: good("You aren’t told any more.")
        case .indexingRefused: good("Search engines are asked to leave out your profile and posts.")
        case .deactivated: good("Your account is deactivated. Sign in whenever you want it back.")
        case .reactivated: good("Your account is active again.")
        case .deletionAsked: good("Your account will be deleted in 30 days. Sign in before that to keep it.")
        case .weekSaved: good("Your hours are saved.")
        case .weekUnchanged: waiting("Nothing changed: your week was like that already.")
        case .weekCleared: good("Your week is empty. “Undo the last change” brings it back.")
        case .weekUndone: good("The last change is undone.")
        case .hoursAdded: good("The hours are added.")
        case .hoursRemoved: good("The hours are removed. “Undo the last change” brings them back.")
        case .timetableRead: good("Your timetable’s hours are taken now. Nothing else of it was kept.")
        case .timetableRemoved: good("The timetable’s hours are out of your week.")
        case .zoneChosen: good("Your week is in that clock’s time now. Its hours read as before.")
        case .habitsSaved: good("Your habits are saved. Matches follow them from now on.")
        case .setUp: good("Quad is set up. This is what your members will see.")
        case .joined: good("You’ve joined. What’s new here shows up on your home page.")
        case .left: good("You’ve left. What you wrote here stays.")
        case .communityMade: good("Your community is there. Write the first post, or invite somebody.")
        case .communitySaved: good("The settings are saved.")
        case .communityArchived: good("The community is closed for new posts.")
        case .communityReopened: good("The community is open again.")
        case .spaceMade: good("The space is added.")
        case .spaceSaved: good("The space is saved.")
        case .spaceRemoved: good("The space is taken away.")
        case .ownershipOffered: waiting("The offer is made. Nothing changes until they accept.")
        case .ownershipOfferEnded: good("The offer is withdrawn.")
        case .ownershipTaken: good("This community is yours now.")
        case .ownershipAssigned: good("The community has a new owner.")
        case .moderatorMade: good("They moderate this community now.")
        case .moderatorUnmade: good("They’re a member now, and no moderator any more.")
        case .memberRemoved: good("The membership is ended.")
        case .memberBanned: good("They’re sent out. The about page tells them why.")
        case .banLifted: good("The ban is lifted.")
        case .joinAsked: waiting("You’ve asked to join. Its moderators answer here.")
        case .joinAskTakenBack: good("You’ve taken it back.")
        case .letIn: good("They’re a member now.")
        case .askDeclined: good("You’ve declined. They can ask again in 30 days.")
        case .invited: good("If there is such a person, the invitation waits for them.")
        case .invitationRevoked: good("It lets nobody in any more.")
        case .invitationDeclined: good("You’ve declined. Nobody is told.")
        case .postApproved: good("The post is published.")
        case .postTurnedDown: good("The post is declined. Its address says why.")
        case .postReviewedBefore: waiting("Somebody has decided about this post already.")
        case .posted: arrived(.good, "Your post is published.")
        case .waitsForReview: arrived(.waiting, "Your post waits for a moderator to look at it.")
        case .commented: arrived(.good, "Your comment is published.")
        case .edited: arrived(.good, "Your changes are saved. The earlier version stays in the history.")
        case .postDeleted: good("Your post is deleted. Its address says so.")
        case .commentDeleted: good("Your comment is deleted. A quiet line says that something stood here.")
        case .groupStarted: waiting("They’re invited. It’s a group once three have said yes.")
        case .groupJoined: good("You’re in. The time stands here whenever you look for it.")
        case .groupDeclined: good("You’ve declined. The place is free for somebody else.")
        case .groupLeft: good("You’ve left the group.")
        case .groupDissolved: good("The group is dissolved for everyone.")
        case .groupInvited: waiting("They’re invited. The place is theirs until they answer.")
        case .matchWatched: good("We’ll write to you once somebody there is free when you are.")
        case .matchUnwatched: good("We won’t write to you about it.")
        case .personShownAgain: good("They can be among your matches again.")
        case .saved: good("Saved. It’s in your list until you take it out.")
        case .released: good("It’s no longer among what you saved.")
        case .followed: good("You follow this now. What’s new stands under “Following” on your home page.")
        case .unfollowed: good("You don’t follow this any more.")
        case .muted: good("Muted. It stays out of your home page, and nobody is told. Undo it in your settings.")
        case .unmuted: good("It isn’t muted any more.")
        case .tagChanged: good("The tag is changed.")
        case .tagMerged: good("The tag is merged. Posts that carry it change over in the background.")
        case .tagSplit: good("The tag is one of its own again. Posts that changed over keep what they carry.")
        case .answerChosen: good("That’s the answer now. It stands first.")
        case .answerTakenBack: good("The question is open again.")
        case .pinned: good("The post is pinned.")
        case .unpinned: good("The post isn’t pinned any more.")
        case .postLocked: good("The post is locked.")
        case .postUnlocked: good("The post is open again.")
        case .postMoved: good("The post is moved.")
        case .postTakenDown: good("The post is removed. Its address says why.")
        case .postRestored: good("The post is back as it was.")
        case .commentTakenDown: good("The comment is removed. A quiet line says why.")
        case .commentRestored: good("The comment is back as it was.")
        case .pollVoted: good("Your vote is counted.")
        case .pollVoteTakenBack: good("Your vote is taken back.")
        case .draftSaved: arrived(.good, "Your draft is saved. Only you see it.")
        case .draftDeleted: good("The draft is deleted.")
        case .uploaded: good("It’s here. Copy the line below into your text.")
        case .uploadRemoved: good("It’s gone.")
        case .iconChanged: good("That’s the community’s picture now.")
        case .iconRemoved: good("The community shows its letters again.")
        case .profileSaved: good("Saved. This is your profile now.")
        case .weekReadersSaved: good("Saved. Your profile shows your whole week to nobody else.")
        case .visibilitySaved: good("Saved. Each part below says who sees it.")
        case .held: good("You’re hidden. Nobody finds you until you show yourself again.")
        case .unheld: good("You’re back: people can find you again.")
        case .skillConfirmed: good("You said that you’ve seen it.")
        case .skillUnconfirmed: good("You’ve taken it back.")
        case .documentSent: waiting("It’s on its way. A moderator looks at it, and you hear from us by mail.")
        case .documentTakenBack: good("You’ve taken it back, and the file is deleted.")
        case .documentApproved: good("Confirmed. Their profile says so, and they get a mail.")
        case .documentRejected: good("Not confirmed. They get your reason by mail.")
        case .usernameChanged: good("That’s your username now. Your old address leads here.")
        case .photoChanged: good("That’s your picture now.")
        case .photoRemoved: good("The photo is gone. Your pattern stands in its place.")
        case .patternChosen: good("Your pattern it is.")
        case .welcomeFinished: good("You’re set up.")
        case .welcomeFinishedForStudy: good("You’re set up. Matches are under Study.")
        case .welcomeDismissed: good("That’s put aside. Everything is in your settings.")
        case .connectionAsked: good("You’ve asked. The answer will stand here.")
        case .connected: good("You’re connected.")
        case .connectionDeclined: good("You declined. Nobody is told.")
        case .connectionCancelled: good("You took your request back.")
        case .connectionEnded: good("The connection is ended.")
        case .personBlocked: good("Blocked. You two don’t meet here any more.")
        case .personBlockedAndGroupsLeft:
            good("Blocked. You two don’t meet here any more, and you’ve left the study groups you shared.")
        case .personUnblocked: good("The block is lifted.")
        case .suggestionDismissed: good("You won’t be shown that person again.")
        case .courseTaken: good("You take it now. Nobody is told until you choose to be shown.")
        case .courseTakenShown: good("You’re in. Course mates see you there.")
        case .courseDropped: good("You’ve dropped it. Nobody is shown you there any more.")
        case .courseAndGroupsDropped: good("You’ve dropped it, and your place in its study groups is free.")
        case .shownInCourse: good("Course mates see you there now.")
        case .hiddenInCourse: good("Nobody sees that you take it any more.")
        case .courseSuggested: waiting("Your suggestion waits for a moderator. Once confirmed, you take the course.")
        case .suggestionWithdrawn: good("You’ve taken your suggestion back.")
        case .suggestionConfirmed: good("The course is in the catalogue, and who suggested it takes it.")
        case .suggestionMerged: good("Who suggested it takes the course that was there.")
        case .suggestionDeclined: good("The suggestion is declined. Who sent it reads why beside their courses.")
        case .suggestionDecidedBefore: waiting("Somebody has decided about this suggestion already.")
        case .universitySaved: good("Saved. Every page says so from now on.")
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
