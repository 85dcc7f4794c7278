import HTML

/// The pages of an account's settings, as tabs.
enum SettingsTab: CaseIterable {
    case account, week, habits, privacy, security, following, muted

    static func choices(current: SettingsTab) -> [Choice] {
        allCases.map { tab in
            switch tab {
            case .account: Choice("Account", path: AccountPaths.account, isCurrent: tab == current)
            case .week: Choice("Your week", path: AvailabilityPaths.week, isCurrent: tab == current)
            case .habits: Choice("Study habits", path: AvailabilityPaths.habits, isCurrent: tab == current)
            case .privacy: Choice("Privacy", path: SettingsPaths.privacy, isCurrent: tab == current)
            case .security: Choice("Security", path: AccountPaths.security, isCurrent: tab == current)
            case .following: Choice("Following", path: FollowingPaths.follows, isCurrent: tab == current)
            case .muted: Choice("Muted", path: FollowingPaths.mutes, isCurrent: tab == current)
            }
        }
    }
}

extension Frame {
    /// Around a page of the reader's own settings.
    init(settings around: Surroundings, title: String) {
        self.init(around: around, title: title, indexable: false, current: .you)
    }
}

/// Who somebody is here, and what can be done about it; shown by Templates/settings/account.html.
struct AccountPage: Page {
    let frame: Frame
    let tabs = SettingsTab.choices(current: .account)
    let name: String
    let username: String
    let university: String
    let email: String
    let personalEmail: String?

    var profilePath: String { MemberPaths.profile(username) }

    init(around: Surroundings, member: Member, account: OwnAccount) {
        frame = Frame(settings: around, title: "Your account")
        (name, username) = (member.name, member.username)
        (university, email, personalEmail) = (account.universityName, account.email, account.personalEmail)
    }
}

/// A form that changes one thing of an account; shown by Templates/settings/change.html.
struct ChangePage: Page {
    let frame: Frame
    let tabs: [Choice]
    let title: String
    /// What will happen.
    let lead: String
    let mistakes: FormMistakes
    let fields: [TextField]
    /// What is refused and why, beside the form.
    let rules: [String]
    let path: String
    let button: String
    let back: Choice

    init(
        around: Surroundings, tab: SettingsTab, title: String, lead: String, mistakes: FormMistakes,
        fields: [TextField], rules: [String] = [], path: String, button: String
    ) {
        frame = Frame(settings: around, title: title)
        tabs = SettingsTab.choices(current: tab)
        (self.title, self.lead, self.mistakes, self.fields, self.rules) = (title, lead, mistakes, fields, rules)
        (self.path, self.button) = (path, button)
        back = Choice(
            "Keep it as it is", path: tab == .account ? AccountPaths.account : AccountPaths.security)
    }
}

/// A question before something that is not undone by a click, as a page; shown by Templates/settings/question.html.
struct QuestionPage: Page {
    let frame: Frame
    /// The question.
    let title: String
    /// What will happen.
    let points: [String]
    let note: String?
    let mistakes: FormMistakes
    let password: TextField?
    let hidden: [KeptForm.Field]
    let path: String
    /// The answer that changes something.
    let button: String
    let isDangerous: Bool
    let safeAnswer: Choice

    init(
        frame: Frame, points: [String], note: String? = nil, mistakes: FormMistakes = FormMistakes(),
        password: TextField? = nil, hidden: [KeptForm.Field] = [], path: String, button: String,
        isDangerous: Bool = true, safeAnswer: Choice
    ) {
        (self.frame, title) = (frame, frame.title)
        (self.points, self.note, self.mistakes, self.password) = (points, note, mistakes, password)
        (self.hidden, self.path, self.button) = (hidden, path, button)
        (self.isDangerous, self.safeAnswer) = (isDangerous, safeAnswer)
    }
}

extension TextField {
    /// Asks for the password that confirms a change; what was typed is never shown again.
    static func currentPassword(_ mistakes: FormMistakes) -> TextField {
        TextField(
            name: "current-password", label: "Your password", type: "password", autocomplete: "current-password",
            error: mistakes["current-password"])
    }
}
