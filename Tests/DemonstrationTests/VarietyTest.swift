import FoundationEssentials
import Postgres
import Testing

@testable import Demonstration

/// Nothing reads like a copy, and Markdown is really used.
extension DemonstrationTests {
    func checkVariety(_ connection: Connection) throws {
        let titles = try connection.number("SELECT count(DISTINCT title) FROM posts")
        #expect(titles >= 1275, "only \(titles) different titles among 1,500")
        let bodies = try connection.number("SELECT count(DISTINCT body_source) FROM posts")
        #expect(bodies >= 1275, "only \(bodies) different bodies among 1,500")
        let alike = try connection.number(
            """
            SELECT count(*) FROM (SELECT title, body_source, lag(title) OVER w AS before, lag(body_source) OVER w AS other
                FROM posts WINDOW w AS (PARTITION BY community_id ORDER BY number)) p
            WHERE title = before OR body_source = other
            """)
        #expect(alike == 0)
        #expect(try connection.number("SELECT max(length(title)) FROM posts") <= 200)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE length(title) > 110") > 3)
        let programs = try connection.number(
            """
            SELECT count(*) FROM (SELECT body_html FROM posts UNION ALL SELECT body_html FROM comments) b
            WHERE body_html LIKE '%<pre%'
            """)
        #expect(programs > 40)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE body_html LIKE '%<blockquote%'") > 30)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE body_html LIKE '%<h_ %'") > 30)
        #expect(try connection.number("SELECT count(*) FROM comments WHERE body_html LIKE '%href=\"/u/%'") > 30)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE body_source ~ '‹|›'") == 0)
        #expect(try connection.number("SELECT count(*) FROM comments WHERE body_source ~ '‹|›'") == 0)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE title ~ '‹|›|^ | $|  '") == 0)
    }
}
