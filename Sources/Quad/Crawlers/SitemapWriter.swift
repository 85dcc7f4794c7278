import FoundationEssentials
import HTTPServer

/// Writes a sitemap, or the index of several, straight to bytes: a part holds 50,000 addresses.
///
/// - Source: sitemaps.org, protocol 0.9.
struct SitemapWriter {
    enum Kind {
        case index, addresses
    }

    private let kind: Kind
    private let origin: String
    private var bytes: [UInt8]

    init(_ kind: Kind, origin: String) {
        self.kind = kind
        self.origin = origin
        let root = kind == .index ? "sitemapindex" : "urlset"
        bytes = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <\(root) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """.utf8)
    }

    /// - Parameter path: of this site; letters, digits and `-._/` alone, so that nothing needs escaping.
    mutating func add(_ path: String, changed: Date?) {
        append(kind == .index ? "<sitemap><loc>" : "<url><loc>")
        bytes.append(contentsOf: origin.utf8)
        bytes.append(contentsOf: path.utf8)
        append("</loc>")
        if let changed {
            append("<lastmod>")
            let time = CivilTime(secondsSince1970: Int(changed.timeIntervalSince1970.rounded(.down)))
            bytes.append(contentsOf: time.iso8601.utf8)
            append("</lastmod>")
        }
        append(kind == .index ? "</sitemap>\n" : "</url>\n")
    }

    consuming func response() -> Response {
        append(kind == .index ? "</sitemapindex>\n" : "</urlset>\n")
        var response = Response(status: .ok, headers: [], body: .bytes(bytes))
        response.set("Content-Type", "application/xml; charset=utf-8")
        return response
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
