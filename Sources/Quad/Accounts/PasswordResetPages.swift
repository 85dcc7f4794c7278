import Cryptography
import HTML

/// Where a new password is asked for; shown by Templates/accounts/forgot-password.html.
struct ForgotPasswordPage: Page {
    let frame: Frame
    let email: TextField

    init(around: Surroundings, email: String = "", error: String? = nil) {
        frame = Frame(around: around, title: "Forgot your password?", indexable: false)
        self.email = TextField(
            name: "email", label: "Email", type: "email", autocomplete: "username", value: email,
            hint: "The address you sign in with.", error: error)
    }
}

/// Where the link in the mail leads; shown by Templates/accounts/reset-password.html.
struct ResetPasswordPage: Page {
    let frame: Frame
    let token: String
    let password: TextField
    let rules = NewPassword.rules

    init(around: Surroundings, token: Token, error: String? = nil) {
        frame = Frame(around: around, title: "Choose a new password", indexable: false)
        self.token = token.text
        password = TextField(
            name: "password", label: "New password", type: "password", autocomplete: "new-password",
            hint: "At least 12 characters. Four unrelated words are good and easy to remember.", error: error)
    }
}

/// Where the link "that wasn’t me" leads; shown by Templates/accounts/not-me.html.
struct NotMePage: Page {
    let frame: Frame
    let token: String
    let name: String

    init(around: Surroundings, _ link: OwnerLink, token: Token) {
        frame = Frame(around: around, title: "That wasn’t you?", indexable: false)
        self.token = token.text
        name = link.name
    }
}
