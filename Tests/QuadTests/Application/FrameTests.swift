import Testing

@testable import Quad

@Suite("Heading a page")
struct FrameTests {
    private func html(_ frame: Frame) -> String { AboutPage(frame: frame).html }

    @Test("title, description and the one address stand in the head")
    func head() {
        let page = html(
            Frame(around: .sample, title: "Rules & more", description: "Six \"rules\".", canonicalPath: "/rules"))
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
        #expect(page.contains("<title>Rules &amp; more · Quad at Alder Bay</title>"))
        #expect(page.contains("<meta name=\"description\" content=\"Six &quot;rules&quot;.\">"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://quad.alderbay.example/rules\">"))
        #expect(!page.contains("noindex"))
    }

    @Test("the front page is called by the site's name alone")
    func front() {
        #expect(html(Frame(around: .sample, title: "")).contains("<title>Quad at Alder Bay</title>"))
    }

    @Test("a page crawlers may not keep says so and has no address to keep")
    func hidden() {
        let page = html(Frame(around: .sample, title: "x", indexable: false))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!page.contains("canonical"))
    }

    @Test("the current section is marked, and only then")
    func current() {
        #expect(
            html(Frame(around: .sample, title: "x", current: .communities)).contains(
                "href=\"/communities\" aria-current=\"page\""))
        #expect(!html(Frame(around: .sample, title: "x")).contains("aria-current"))
    }

    @Test("an error is announced at once, good news politely")
    func flash() {
        let bad = html(Frame(around: .sample(flash: Flash(kind: .bad, words: "No <b>")), title: "x"))
        #expect(bad.contains("role=\"alert\""))
        #expect(bad.contains("No &lt;b&gt;"))
        #expect(
            html(Frame(around: .sample(flash: Flash(kind: .good, words: "Yes")), title: "x")).contains(
                "role=\"status\""))
    }
}

@Suite("Answering with an error page")
struct ErrorPageTests {
    @Test(
        "every status says what happened and what to do",
        arguments: [400, 403, 404, 405, 408, 410, 413, 415, 422, 429, 500, 502, 503])
    func words(status: Int) {
        let page = ErrorPage(around: .sample, status: status)
        #expect(!page.title.isEmpty && !page.advice.isEmpty)
        #expect(page.html.contains("noindex"))
        #expect(!page.title.contains("!"))
    }

    @Test("the request's number is shown for faults of ours alone")
    func requestID() {
        #expect(ErrorPage(around: .sample, status: 500, requestID: "r-17").html.contains("<code>r-17</code>"))
        #expect(!ErrorPage(around: .sample, status: 404, requestID: "r-17").html.contains("r-17"))
    }

    @Test("a message that knows more takes the title's place, escaped")
    func message() {
        let html = ErrorPage(around: .sample, status: 404, message: "No community is called <x>.").html
        #expect(html.contains("<h1>No community is called &lt;x&gt;.</h1>"))
        #expect(html.contains("<title>No community is called &lt;x&gt;. · Quad at Alder Bay</title>"))
    }
}
