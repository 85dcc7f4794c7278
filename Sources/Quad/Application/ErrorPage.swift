import HTML

/// What a visitor reads when a request cannot be answered; shown by Templates/errors/error.html.
struct ErrorPage: Page {
    let frame: Frame
    /// The status code, 400 to 599.
    let status: Int
    /// What happened, as a short sentence without the number.
    let title: String
    /// Why, and what to do now.
    let advice: String
    /// Names the request in the log; shown for faults of ours alone.
    let requestID: String?
    /// Where to go from here, besides the front page.
    let remedy: Choice

    /// - Parameters:
    ///   - message: a sentence that knows more than the status does; takes the place of its title.
    ///   - advice: likewise, in place of the status's own.
    ///   - requestID: shown from status 500 on, because below that the log holds nothing to look up.
    init(
        around: Surroundings, status: Int, message: String? = nil, advice: String? = nil, requestID: String? = nil,
        remedy: Choice? = nil
    ) {
        let (title, usualAdvice) = Self.words(for: status)
        self.title = message ?? title
        self.advice = advice ?? usualAdvice
        self.status = status
        self.remedy = remedy ?? Choice("Communities", path: "/communities")
        self.requestID = status >= 500 ? requestID : nil
        frame = Frame(around: around, title: message ?? title, indexable: false)
    }

    static func words(for status: Int) -> (title: String, advice: String) {
        switch status {
        case 400:
            ("Your browser sent something we can’t read", "Go back and try once more, or start from the front page.")
        case 403:
            (
                "You can’t open this page",
                "It’s for other people, or the form came from another site. Go back, reload the page and try again."
            )
        case 404:
            (
                "There’s no page here",
                "The link may be old or mistyped, or the page was taken down. "
                    + "What people talk about now is under Communities."
            )
        case 405: ("This page can’t do that", "Open it as a link instead, or go back and use the page’s own buttons.")
        case 408: ("That took too long to arrive", "Your connection may be slow. Try again; nothing was changed.")
        case 410: ("This was removed", "Someone took it down, and it won’t come back at this address.")
        case 413:
            (
                "That’s too much at once",
                "A form holds up to 1 MB and a file up to 10 MB. Make it smaller and send it again."
            )
        case 415: ("We can’t read that kind of file", "Go back and use the page’s own form.")
        case 422:
            ("Something in the form needs mending", "Go back and look it over. Nothing was saved yet.")
        case 429:
            ("That was a lot in a short time", "Wait a minute, then go on. Everyone has the same limit.")
        case 503:
            (
                "Quad is busy right now",
                "It should be back within a minute. Nothing you wrote here before is lost; reload the page in a moment."
            )
        case 500...: ("Something broke on our side", "It’s not your doing, and it’s in our log. Try again in a minute.")
        default: ("This didn’t work", "Go back and try once more, or start from the front page.")
        }
    }
}
