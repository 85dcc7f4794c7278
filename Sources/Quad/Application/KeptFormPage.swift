import HTML
import HTTPServer

/// What was typed, shown again with a button that sends it; shown by Templates/errors/kept-form.html.
struct KeptFormPage: Page {
    let frame: Frame
    /// What happened: "Quad is busy right now".
    let title: String
    /// What to do now.
    let advice: String
    let form: KeptForm
    let button: String
    /// Where to go first, when sending again alone won't help.
    let remedy: Choice?

    init(
        around: Surroundings, title: String, advice: String, form: KeptForm, button: String = "Send it again",
        remedy: Choice? = nil
    ) {
        frame = Frame(around: around, title: title, indexable: false)
        self.title = title
        self.advice = advice
        self.form = form
        self.button = button
        self.remedy = remedy
    }

    /// After signing in, with what was typed before.
    init(afterSigningIn around: Surroundings, form: KeptForm) {
        self.init(
            around: around, title: "You’re signed in, and your words are still here",
            advice: "Nothing was lost and nothing is sent yet. Look it over and send it.", form: form, button: "Send it"
        )
    }
}
