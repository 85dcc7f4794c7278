/// One line under the masthead about what just happened.
struct Flash: Sendable {
    enum Kind: Sendable {
        case good, bad, waiting
    }

    let kind: Kind
    let words: String
    /// Whether it says that what was sent has arrived: a draft kept in the browser can go.
    var isArrival = false
}

/// A short label with a sign; phones show the sign alone.
struct Badge: Sendable {
    enum Tone: Sendable {
        case plain, good, bad, waiting
    }

    let words: String
    let icon: Icon?
    let tone: Tone

    init(_ words: String, icon: Icon? = nil, tone: Tone = .plain) {
        self.words = words
        self.icon = icon
        self.tone = tone
    }

    var toneClass: String {
        switch tone {
        case .plain: ""
        case .good: " good"
        case .bad: " bad"
        case .waiting: " wait"
        }
    }

    static let joined = Badge("Joined", icon: .check, tone: .good)
    static let taken = Badge("You take it", icon: .check, tone: .good)
    static let pinned = Badge("Pinned", icon: .pin)
    static let locked = Badge("Locked", icon: .lock)
    static let article = Badge("Article", icon: .page)
    static let announcement = Badge("Announcement", icon: .bell)
    static let poll = Badge("Poll", icon: .poll)
}

/// A link that is one of several beside each other: a tab, or a chip that orders a list.
struct Choice: Sendable {
    let label: String
    let path: String
    let isCurrent: Bool
    /// A count beside the label, already worded; `nil` shows none.
    let count: String?

    init(_ label: String, path: String, isCurrent: Bool = false, count: String? = nil) {
        self.label = label
        self.path = path
        self.isCurrent = isCurrent
        self.count = count
    }
}

/// Links around a list that goes on: "Newer" leads towards its start, "Older" onwards.
struct Pagination: Sendable {
    /// The words of the link onwards: "Older posts", "More communities".
    let onward: String
    /// The words of the link back: "Newer posts".
    let back: String
    let newerPath: String?
    let olderPath: String?
    /// Why the list is in this order, in a sentence or two.
    let reason: String?
    /// What the last page says where the list ends: "That's every post."
    let end: String?

    init(
        onward: String = "Older posts", back: String = "Newer posts", newerPath: String? = nil,
        olderPath: String? = nil, reason: String? = nil, end: String? = nil
    ) {
        self.onward = onward
        self.back = back
        self.newerPath = newerPath
        self.olderPath = olderPath
        self.reason = reason
        self.end = end
    }

    var isShown: Bool { reason != nil || newerPath != nil || olderPath != nil }
}

/// A list with nothing in it: what would be here, why it is empty, what to do.
struct EmptyState: Sendable {
    let what: String
    let why: String
    let action: Choice?

    init(_ what: String, why: String, action: Choice? = nil) {
        self.what = what
        self.why = why
        self.action = action
    }
}

/// A text field of a form with what it says around itself.
struct TextField: Sendable {
    /// The field's name in the form, also its `id`.
    let name: String
    let label: String
    /// The `type` attribute: "text", "email", "password", "search", "url".
    let type: String
    /// The `autocomplete` attribute: "off", "email", "new-password".
    let autocomplete: String
    let value: String
    let hint: String?
    let error: String?

    init(
        name: String, label: String, type: String = "text", autocomplete: String = "off", value: String = "",
        hint: String? = nil, error: String? = nil
    ) {
        self.name = name
        self.label = label
        self.type = type
        self.autocomplete = autocomplete
        self.value = value
        self.hint = hint
        self.error = error
    }

    /// The ids of what a screen reader reads after the label: hint, then error.
    var describedBy: String? {
        let ids = (hint == nil ? [] : [name + "-hint"]) + (error == nil ? [] : [name + "-error"])
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// A point in time as a page says it.
struct Moment: Sendable {
    /// For machines, ISO 8601 in UTC: "2026-10-18T21:31:00Z".
    let datetime: String
    /// For people, in the campus's time: "5 h", "Sun 18 Oct, 14:31".
    let words: String
}
