import Markdown
import Testing

@Suite("Rendering CommonMark")
struct CommonMarkTests {
    @Test(
        "each source gives its HTML",
        arguments: [
            ("Hello *you* and **all**", #"<p dir="auto">Hello <em>you</em> and <strong>all</strong></p>"#)
        ])
    func basics(source: String, html: String) throws {
        #expect(try rendered(source) == html)
    }
}
