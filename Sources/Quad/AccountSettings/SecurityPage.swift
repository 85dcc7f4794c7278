import FoundationEssentials
import HTML

/// Password, devices, and what happened lately; shown by Templates/settings/security.html.
struct SecurityPage: Page {
    struct Device: Sendable {
        let name: String
        /// "from 203.0.113.…, since Sun 18 Oct, 14:31".
        let line: String
        /// "used in the last hour", "used 3 days ago".
        let seen: String
        let isThisOne: Bool
        let endPath: String
        /// What a screen reader says of the button.
        let endLabel: String
    }

    struct Event: Sendable {
        let words: String
        let moment: Moment
    }

    let frame: Frame
    let tabs = SettingsTab.choices(current: .security)
    /// This one first, then the last used.
    let devices: [Device]
    let events: [Event]

    var hasOthers: Bool { devices.count > 1 }

    init(
        around: Surroundings, sessions: [OwnSession], current: Session.ID, events: [OwnSecurityEvent], now: Date,
        wording: Wording
    ) {
        frame = Frame(settings: around, title: "Security and devices")
        let ordered = sessions.filter { $0.id == current } + sessions.filter { $0.id != current }
        devices = ordered.map { session in
            Device(session, isThisOne: session.id == current, now: now, wording: wording)
        }
        self.events = events.map { event in
            Event(words: event.sentence, moment: wording.exact(event.happenedAt))
        }
    }
}

extension SecurityPage.Device {
    fileprivate init(_ session: OwnSession, isThisOne: Bool, now: Date, wording: Wording) {
        let age = Int(now.timeIntervalSince(session.seenAt))
        let since = "since \(wording.exact(session.begunAt).words)"
        self.init(
            name: session.device, line: session.network.isEmpty ? since : "from \(session.network), \(since)",
            // Its use is written down once an hour.
            seen: isThisOne || age < 2 * 3_600 ? "in use" : "last used \(Wording.elapsed(age)) ago",
            isThisOne: isThisOne, endPath: SettingsPaths.end(session.id), endLabel: "Sign out \(session.device)")
    }
}

extension OwnSecurityEvent {
    /// "Signed in with Firefox on Android, from 203.0.113.…".
    var sentence: String {
        let browser = device.hasPrefix("A browser") ? "a" + device.dropFirst() : device
        return kind.words + (browser.isEmpty ? "" : " with \(browser)") + (network.isEmpty ? "" : ", from \(network)")
    }
}

extension SecurityEvent {
    fileprivate var words: String {
        switch self {
        case .signedUp: "Joined"
        case .signedIn: "Signed in"
        case .signInFailed: "Someone typed a wrong password"
        case .newDevice: "Signed in on a device that was new"
        case .signedOut: "Signed out"
        case .signedOutDevice: "Signed out one of your other devices"
        case .signedOutEverywhere: "Signed out every other device"
        case .passwordChanged: "Changed the password"
        case .passwordReset: "Chose a new password after a mail"
        case .emailChanged: "Confirmed a new university address"
        case .personalEmailAdded: "Confirmed a personal address"
        case .personalEmailRemoved: "Removed the personal address"
        case .notMe: "Said “that wasn’t me”"
        case .deactivated: "Deactivated the account"
        case .reactivated: "Came back to the account"
        case .deletionAsked: "Asked for the account to be deleted"
        case .deletionUndone: "Kept the account after all"
        }
    }
}
