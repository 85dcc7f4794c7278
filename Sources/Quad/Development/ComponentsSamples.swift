import HTML

/// Light, invented data that shows every component in its usual and its awkward states.
extension ComponentsPage {
    init(frame: Frame) {
        self.init(
            frame: frame, avatars: Self.sampleAvatars,
            badges: [
                .pinned, .locked, .article, .announcement, .poll, Badge("Asked this"),
                Badge("Student, confirmed", icon: .check, tone: .good), Badge("Removed", icon: .warn, tone: .bad),
                Badge("3 new", tone: .waiting),
            ],
            flashes: [
                Flash(kind: .good, words: "Your answer is posted. Noor hears about it."),
                Flash(kind: .waiting, words: "Your post waits for a moderator. That usually takes an hour."),
                Flash(kind: .bad, words: "The vote wasn’t counted: this post is locked."),
            ],
            votes: [Vote?.none, .up, .down].map {
                VoteControl(
                    action: "/dev/components", back: "/dev/components", target: "the sample", score: 48, own: $0)
            },
            tabs: [
                Choice("Posts", path: "#tabs", isCurrent: true), Choice("Questions", path: "#tabs", count: "31"),
                Choice("Announcements", path: "#tabs"), Choice("Show and tell", path: "#tabs"),
                Choice("About", path: "#tabs"),
            ],
            chips: [Choice("Hot", path: "#tabs", isCurrent: true), Choice("New", path: "#tabs")],
            rows: Self.sampleRows, people: Self.samplePeople, comments: Self.sampleThread, fields: Self.sampleFields,
            communities: Self.sampleCommunities,
            pagination: Pagination(
                newerPath: "#rows", olderPath: "#rows",
                reason:
                    "Votes count for less as a post gets older: ten times the votes keep a post up half a day longer."),
            lastPage: Pagination(end: "That’s every post."),
            empty: EmptyState(
                "No question waits for an answer", why: "The last one was answered after 22 minutes.",
                action: Choice("Read the newest posts", path: "#empty")),
            week: .example, oneWeek: .example, groupWeek: .example)
    }

    private static var sampleAvatars: [Avatar] {
        zip(Avatar.Pattern.allCases, ["NH", "MF", "Ø", "李", "LF", "WW"]).enumerated().map { index, sample in
            Avatar(initials: sample.1, tone: index + 1, pattern: sample.0)
        }
    }

    private static func person(_ name: String, _ username: String) -> Person {
        Person(name: name, path: "#faces", avatar: Avatar(name: name, username: username))
    }

    private static var samplePeople: [Person] {
        [
            person("Bo Li", "bo.li"),
            person("Maximiliane Featherstonehaugh-Okonkwo", "maximiliane"),
            person("لیلا فراهانی", "leila.farahani"),
            .deleted,
        ]
    }

    private static var sampleRows: [PostRow] {
        let people = samplePeople
        let hours = Moment(datetime: "2026-10-20T09:00:00Z", words: "5 h")
        return [
            PostRow(
                path: "#rows", title: "Midterm review: what’s in, what’s out, and two rooms that are open late",
                author: people[0], place: "Announcements",
                posted: Moment(datetime: "2026-10-16T09:00:00Z", words: "Fri 16 Oct"), badges: [.pinned],
                commentCount: 23, score: 112),
            PostRow(
                path: "#rows", title: "Is Dijkstra still correct if exactly one edge is negative?", author: people[0],
                place: "Questions", posted: hours, remark: "no answer yet", talk: .unanswered, commentCount: 0,
                score: 12),
            PostRow(
                path: "#rows", title: "Recursion depth exceeded on sorted input", author: people[3], place: "Questions",
                posted: hours, badges: [.locked], remark: "answered after 22 min", talk: .answered, commentCount: 9,
                score: -2),
            PostRow(
                path: "#rows",
                title:
                    "I drew every rotation of a red-black tree by hand. Here are the eleven pages, scanned, with the "
                    + "mistakes left in and aVeryLongWordThatNobodyWouldEverBreakUnlessItWereNecessaryOnASmallPhone",
                author: people[1], place: "Show and tell", posted: hours, badges: [.article], commentCount: 1_284,
                score: 10_088),
            PostRow(
                path: "#rows", title: "چطور «اثبات به استقرا» را توضیح می‌دهید؟", author: people[2], place: "General",
                posted: hours, commentCount: 2, score: 7),
            PostRow(
                path: "#rows", title: "Why is “left-branching” the harder direction for parsers?", author: nil,
                plate: "Li", place: "Linguistics", posted: Moment(datetime: "2026-09-28T09:00:00Z", words: "28 Sep"),
                talk: .answered, commentCount: 8, score: 21),
        ]
    }

    private static var sampleCommunities: [CommunityItem] {
        [
            CommunityItem(
                community: CommunityLink(name: "Algorithms & Data Structures", path: "#places"),
                description: "Questions and ideas around CS 161 and MATH 221. Hints over solutions.",
                facts: ["1,284 members", "31 posts this week"], isJoined: true),
            CommunityItem(
                community: CommunityLink(name: "فارسی در آلدر بی", path: "#places"),
                description: "Anything, in Persian.",
                facts: ["118 members"], join: JoinButton(path: "/dev/components")),
        ]
    }

    private static var sampleFields: [TextField] {
        [
            TextField(name: "name", label: "Your name", hint: "As friends and lecturers know you."),
            TextField(
                name: "email", label: "University email", type: "email", value: "leila@mailbox.example",
                error: "mailbox.example isn’t an Alder Bay address. Yours ends in alderbay.example."),
            TextField(
                name: "password", label: "Password", type: "password", hint: "At least 12 characters.",
                error: "That’s 9 characters. Three more and we’re there."),
        ]
    }
}
