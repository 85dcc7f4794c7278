import HTML

/// What happened, or what to do now, in a few sentences; shown by Templates/accounts/notice.html.
struct NoticePage: Page {
    /// A form of one button.
    struct Step: Sendable {
        let path: String
        let button: String
        /// Goes along hidden.
        let token: String?
    }

    let frame: Frame
    let title: String
    let words: [String]
    /// The first is the one to take.
    let links: [Choice]
    let step: Step?

    init(_ around: Surroundings, title: String, _ words: [String], links: [Choice] = [], step: Step? = nil) {
        frame = Frame(around: around, title: title, indexable: false)
        self.title = title
        self.words = words
        self.links = links
        self.step = step
    }

    private static let signIn = Choice("Sign in", path: AccountPaths.signIn)
    private static let join = Choice("Join Quad", path: AccountPaths.signUp)
    private static let newPassword = Choice("Get another link", path: AccountPaths.forgotPassword)
    private static let sendAgain = Step(path: AccountPaths.signUpAgain, button: "Send it again", token: nil)
}

/// On the way to an account.
extension NoticePage {
    /// - Parameter address: as it was typed in this browser; `nil` when nobody has signed up in it.
    static func signUpSent(_ around: Surroundings, to address: String?) -> NoticePage {
        guard let address else {
            return NoticePage(
                around, title: "Look into your mail",
                ["Who has just signed up finds a link there. Open it within a day, and you’re in."], links: [join])
        }
        return NoticePage(
            around, title: "We’ve sent you a link",
            [
                "It’s on its way to \(address). Open it within a day, and you’re in.",
                "Nothing there after some minutes? Look among the spam, or let us send it again.",
            ], step: sendAgain)
    }

    static func notConfirmed(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "Your address isn’t confirmed yet",
            ["We’ve sent you a mail with a link. Open it, and you’re in. If it’s lost, we can send it again."],
            step: sendAgain)
    }

    static func unknownLink(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "This link doesn’t work",
            ["Perhaps a part of it is missing, or there’s a newer one. Copy it from the mail as a whole."],
            links: [signIn, join])
    }

    static func usedLink(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "This link was used already", ["It did what it was for, so there’s nothing left to do."],
            links: [signIn])
    }

    static func expiredSignUp(_ around: Surroundings, token: String) -> NoticePage {
        NoticePage(
            around, title: "This link is more than a day old",
            ["What you typed is still here. We’ll send you a new link."],
            step: Step(path: AccountPaths.verifyEmailAgain, button: "Send a new link", token: token))
    }

    static func addressInUse(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "There’s an account with this address",
            ["It was opened in the meantime. Sign in with its password, or choose a new one."],
            links: [signIn, Choice("Choose a new password", path: AccountPaths.forgotPassword)])
    }
}

/// On the way to a new password.
extension NoticePage {
    static func resetSent(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "Look into your mail",
            [
                "If there’s an account with that address, a link is on its way to it. It’s good for an hour.",
                "Nothing there after some minutes? Look among the spam, and check that you typed the address right.",
            ], links: [Choice("Try another address", path: AccountPaths.forgotPassword)])
    }

    static func usedReset(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "This link was used already",
            ["It’s good for one new password. Sign in with that, or get another link."], links: [signIn, newPassword])
    }

    static func expiredReset(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "This link is more than an hour old", ["A new one takes a minute."], links: [newPassword])
    }

    /// After "that wasn’t me".
    static func lockedOut(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "Everyone is signed out",
            [
                "No browser is signed in to your account any more, and its password doesn’t work any more.",
                "We’ve sent you a mail with a link: choose a new password there.",
            ], links: [Choice("Front page", path: "/")])
    }

    static func expiredNotMe(_ around: Surroundings) -> NoticePage {
        NoticePage(
            around, title: "This link is more than a week old",
            ["Choose a new password instead: that signs out everyone, too."], links: [newPassword])
    }
}
