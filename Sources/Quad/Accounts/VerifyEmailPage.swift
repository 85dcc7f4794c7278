import Cryptography
import HTML

/// Where a link in a mail leads that confirms an address; shown by Templates/accounts/verify-email.html.
struct VerifyEmailPage: Page {
    let frame: Frame
    let mistakes: FormMistakes
    let token: String
    let email: String
    let name: String
    let username: String
    /// Another username, where somebody else has the chosen one.
    let otherUsername: TextField?
    /// Asked on another device than the one that signed up.
    let password: TextField?

    init(
        around: Surroundings, _ link: SignUpLink, token: Token, asksPassword: Bool, username: String? = nil,
        mistakes: FormMistakes = FormMistakes()
    ) {
        frame = Frame(around: around, title: "Confirm your address", indexable: false)
        self.mistakes = mistakes
        self.token = token.text
        (email, name, self.username) = (link.email, link.name, link.username)
        otherUsername = username.map { username in
            TextField(
                name: "username", label: "Username", autocomplete: "username", value: username,
                error: mistakes["username"])
        }
        password =
            asksPassword
            ? TextField(
                name: "password", label: "Password", type: "password", autocomplete: "current-password",
                hint: "The one you chose when you signed up.", error: mistakes["password"]) : nil
    }
}
