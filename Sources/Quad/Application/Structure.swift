import FoundationEssentials
import HTML

/// What every kind of page says in the vocabulary of schema.org.
///
/// - Source: schema.org; what search engines ask for beyond it is in Google's documentation of structured data
///   ("Discussion forum", "Q&A", "Profile page", "Breadcrumb").
struct Structure {
    let origin: String

    init(_ site: Site) {
        origin = site.origin
    }

    func address(_ path: String) -> JSON { .text(origin, path) }

    /// - Parameter places: from the outermost; the page itself last.
    func breadcrumbs(_ places: [(name: String, path: String)]) -> JSON {
        [
            "@type": "BreadcrumbList",
            "itemListElement": .list(
                places.enumerated().map { index, place in
                    [
                        "@type": "ListItem", "position": .number(index + 1), "name": .text(place.name),
                        "item": ["@type": "WebPage", "@id": address(place.path)],
                    ]
                }),
        ]
    }

    /// Someone as the page names them, with an address only where anyone may open the profile.
    func person(_ author: Author) -> JSON {
        .written(capacity: 256) { $0.object { write(author, to: &$0) } }
    }

    /// The members of what `person` answers.
    func write(_ author: Author, to json: inout JSONWriter) {
        json.member("@type", "Person")
        json.member("name", author.shownName)
        if let path = author.path { json.member("url", origin, path) }
    }

    func counter(_ action: StaticString, _ count: Int) -> JSON {
        [
            "@type": "InteractionCounter", "interactionType": ["@type": .text(action.description)],
            "userInteractionCount": .number(max(count, 0)),
        ]
    }

    static func time(_ moment: Date) -> JSON { .text(moment.iso8601) }
}
