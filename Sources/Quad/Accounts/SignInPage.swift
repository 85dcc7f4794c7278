import HTML

/// Where members sign in; shown by Templates/accounts/sign-in.html.
struct SignInPage: Page {
    let frame: Frame
    /// A page to go to afterwards; `nil` is the home page.
    let destination: ReturnPath?
    /// Why the form is shown again: "That address and password don’t go together."
    let error: String?
    let email: String
    /// What was typed before the session ended; it comes back after signing in.
    let kept: KeptForm?

    init(
        around: Surroundings, destination: ReturnPath? = nil, email: String = "", error: String? = nil,
        keeping kept: KeptForm? = nil
    ) {
        frame = Frame(around: around, title: "Sign in", indexable: false)
        self.destination = destination
        self.email = email
        self.error = error
        self.kept = kept
    }
}
