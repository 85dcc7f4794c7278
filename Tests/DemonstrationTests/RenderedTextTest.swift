import FoundationEssentials
import HTML
import Markdown
import Postgres
import Testing

@testable import Demonstration

/// Stored HTML, mentions and references.
extension DemonstrationTests {
    func checkHTML(_ connection: Connection) throws {
        let renderer = MarkdownRenderer(siteOrigin: "https://quad.example")
        let posts = try connection.fetch(
            Query.all(
                "SELECT body_source, body_html FROM posts ORDER BY md5(id::text) LIMIT 500",
                as: { (source: String, html: String) in (source, html) }))
        for (source, html) in posts {
            let rendered = try renderer.render(source, as: .post)
            #expect(String(decoding: rendered.html.bytes, as: UTF8.self) == html)
        }
        let comments = try connection.fetch(
            Query.all(
                "SELECT body_source, body_html FROM comments ORDER BY md5(id::text) LIMIT 500",
                as: { (source: String, html: String) in (source, html) }))
        for (source, html) in comments {
            let rendered = try renderer.render(source, as: .comment)
            #expect(String(decoding: rendered.html.bytes, as: UTF8.self) == html)
        }
    }

    /// Every mention is somebody, every `community#12` a post before.
    func checkReferences(_ connection: Connection) throws {
        let lost = try connection.number(
            """
            WITH links AS (
                SELECT (regexp_matches(body_html, 'href="/u/([^"]+)"', 'g'))[1] AS name
                FROM (SELECT body_html FROM posts UNION ALL SELECT body_html FROM comments) b)
            SELECT count(*) FROM links WHERE name NOT IN (SELECT username FROM users)
            """)
        #expect(lost == 0)
        let missing = try connection.number(
            """
            WITH links AS (
                SELECT regexp_matches(body_html, 'href="/c/([a-z-]+)/([0-9]+)"', 'g') AS parts
                FROM (SELECT body_html FROM posts UNION ALL SELECT body_html FROM comments) b)
            SELECT count(*) FROM links LEFT JOIN communities c ON c.slug = parts[1]
            LEFT JOIN posts p ON p.community_id = c.id AND p.number = parts[2]::int
            WHERE p.state IS DISTINCT FROM 'published'
            """)
        #expect(missing == 0)
    }
}
