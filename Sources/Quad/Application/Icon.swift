/// A sign of the interface, drawn on a 24 × 24 grid with square line ends.
///
/// The outlines stand in the page itself. A sprite file fetched by `<use>` would be shorter only in
/// the source, and Firefox refuses it under `default-src 'none'` (it knows no directive for it).
enum Icon: Sendable, CaseIterable {
    case arrow, back, bell, bookmark, bubble, check, chevron, close, dots, down, home, link, lock, message, mute, page
    case pencil, pin, places, poll, reply, search, study, up, user, users, warn

    /// The path data of the sign.
    var outline: String {
        switch self {
        case .arrow: "M4 12h15M13 6l6 6-6 6"
        case .back: "M20 12H5m6-6-6 6 6 6"
        case .bell: "M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10 20h4"
        case .bookmark: "M6 4h12v16.5l-6-4.5-6 4.5z"
        case .bubble, .message: "M4 5h16v11h-9l-5 4v-4H4z"
        case .check: "m5 12.5 4.5 4.5L19 7.5"
        case .chevron: "m9 6 6 6-6 6"
        case .close: "m6 6 12 12M18 6 6 18"
        case .dots: "M4.5 11.5h1v1h-1zM11.5 11.5h1v1h-1zM18.5 11.5h1v1h-1z"
        case .down: "m12 19 7.5-8H15V5H9v6H4.5z"
        case .home: "M4 11 12 4l8 7v9h-5v-6H9v6H4z"
        case .link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17"
        case .lock: "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3"
        case .mute: "M4 9h4l5-4v14l-5-4H4zM16.5 9.5l5 5M21.5 9.5l-5 5"
        case .page: "M6 3.5h8l4 4V20.5H6zM9.5 12h5M9.5 16h5"
        case .pencil: "m4 20 1-4.5L16.5 4 20 7.5 8.5 19z"
        case .pin: "M9 4h6l-.8 6L18 13.5v1.5H6v-1.5L9.8 10zM12 15v6"
        case .places: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"
        case .poll: "M5 20v-8M12 20V5M19 20v-5"
        case .reply: "M9 6 4 11l5 5M4.5 11H14q6 0 6 7"
        case .search: "M5 11a6 6 0 1 1 12 0a6 6 0 1 1-12 0M15.5 15.5l5 5"
        case .study: "M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7M8 14h5v3H8z"
        case .up: "m12 5-7.5 8H9v6h6v-6h4.5z"
        case .user: "M8 8.5a4 4 0 1 1 8 0a4 4 0 1 1-8 0M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"
        case .users:
            "M5.5 9a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1-7 0M3 20c.4-3.5 2.8-5 6-5s5.6 1.5 6 5M15 5.7a3.5 3.5 0 0 1 0 6.6"
                + "M17.5 15.3c2 .6 3.2 2.2 3.5 4.7"
        case .warn: "M12 4 2.5 20h19zM12 10v4.5M12 17v.2"
        }
    }

    /// Whether the sign means "onward" or "back" and turns where text runs right to left.
    var turns: Bool {
        switch self {
        case .arrow, .back, .chevron, .reply: true
        default: false
        }
    }
}
