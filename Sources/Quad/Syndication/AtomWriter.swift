import FoundationEssentials
import HTML
import HTTPServer

/// Writes a feed straight to bytes.
struct AtomWriter {
    private let origin: String
    private var out: XMLText

    init(_ feed: AtomFeed, site: Site) {
        origin = site.origin
        out = XMLText(capacity: 2_048 + 4_096 * feed.entries.count)
        out.markup(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
        out.markup(#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">"# + "\n")
        element("id", site.origin + feed.path)
        element("title", feed.title)
        if let subtitle = feed.subtitle { element("subtitle", subtitle) }
        element("updated", feed.updated.iso8601)
        link("self", feed.path, type: "application/atom+xml")
        link("alternate", feed.pagePath, type: "text/html")
        element("icon", site.origin + site.touchIcon)
        element("generator", "Quad")
        for entry in feed.entries { add(entry) }
        out.markup("</feed>\n")
    }

    consuming func response() -> Response {
        var response = Response(status: .ok, headers: [], body: .bytes(out.bytes))
        response.set("Content-Type", "application/atom+xml; charset=utf-8")
        // For readers: what there is to find is the page that the feed is of.
        response.set(Robots.header, "noindex")
        return response
    }

    private mutating func add(_ entry: AtomFeed.Entry) {
        out.markup("<entry>\n")
        element("id", "urn:uuid:" + entry.id.uuidString.lowercased())
        element("title", entry.title)
        element("published", entry.published.iso8601)
        element("updated", entry.updated.iso8601)
        out.markup("<author>")
        element("name", entry.author.name)
        if let path = entry.author.path { element("uri", origin + path) }
        out.markup("</author>\n")
        link("alternate", entry.path, type: "text/html")
        for tag in entry.tags {
            out.markup("<category term=\"")
            out.text(tag)
            out.markup("\"/>\n")
        }
        switch entry.content {
        case .excerpt(let words): element("summary", words)
        case .whole(let html):
            out.markup(#"<content type="html">"#)
            out.text(html.withAddresses(of: origin, page: entry.path))
            out.markup("</content>\n")
        }
        out.markup("</entry>\n")
    }

    private mutating func element(_ name: StaticString, _ text: String) {
        out.markup("<\(name)>")
        out.text(text)
        out.markup("</\(name)>\n")
    }

    private mutating func link(_ relation: StaticString, _ path: String, type: StaticString) {
        out.markup("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
        out.text(origin + path)
        out.markup("\"/>\n")
    }
}

/// XML as it grows.
private struct XMLText {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// - Parameter markup: of this file alone, never what someone wrote.
    mutating func markup(_ markup: String) {
        bytes.append(contentsOf: markup.utf8)
    }

    mutating func text(_ text: String) {
        self.text(Array(text.utf8))
    }

    /// Escaped for text and for values in double quotes; what XML 1.0 has no place for becomes U+FFFD.
    mutating func text(_ text: [UInt8]) {
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
            case 0..<0x20: bytes.append(contentsOf: "\u{FFFD}".utf8)
            // U+FFFE and U+FFFF: the last byte of U+FFFD takes its place.
            case 0xBE, 0xBF:
                let isRefused = index >= 2 && text[index - 1] == 0xBF && text[index - 2] == 0xEF
                bytes.append(isRefused ? 0xBD : byte)
            default: bytes.append(byte)
            }
        }
    }
}

extension SafeHTML {
    /// The same with whole addresses, for where it is read without its page: paths of the site and places on the page
    /// become addresses.
    ///
    /// - Parameter page: the path of the page that it stands on.
    func withAddresses(of origin: String, page: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 512)
        var isInTag = false
        for (index, byte) in bytes.enumerated() {
            out.append(byte)
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">"): isInTag = false
            case UInt8(ascii: "\"") where isInTag && beginsAddress(before: index):
                switch bytes[(index + 1)...].first {
                case UInt8(ascii: "/") where bytes[(index + 2)...].first != UInt8(ascii: "/"):
                    out.append(contentsOf: origin.utf8)
                case UInt8(ascii: "#"): out.append(contentsOf: (origin + page).utf8)
                default: break
                }
            default: break
            }
        }
        return out
    }

    /// Whether ` href=` or ` src=` stands before a place.
    private func beginsAddress(before place: Int) -> Bool {
        [" href=", " src="].contains { name in
            place >= name.utf8.count && bytes[(place - name.utf8.count)..<place].elementsEqual(name.utf8)
        }
    }
}
