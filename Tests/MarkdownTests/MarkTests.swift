import Markdown
import Testing

@Suite("Finding names, tags and posts in text")
struct MarkTests {
    @Test(
        "a name is linked and mentioned",
        arguments: [
            ("@leila", "leila"), ("Thanks, @Leila.Farahani.", "leila.farahani"), ("(@bo_li)", "bo_li"),
            ("@a-b-c!", "a-b-c"), ("*@leila*", "leila"), ("你好@leila", "leila"), ("@leila你好", "leila"),
            ("> @leila", "leila"), ("# To @leila", "leila"), ("“@leila”", "leila"), ("<b>@leila</b>", "leila"),
            ("@leila's", "leila"), ("~~@leila~~", "leila"), ("a\n@leila", "leila"), ("@123", "123"),
            ("@aaaaaaaaaabbbbbbbbbbcccccccccc", "aaaaaaaaaabbbbbbbbbbcccccccccc"),
        ])
    func mention(source: String, name: String) throws {
        let document = try renderer.render(source, as: .comment)
        #expect(document.mentions == [name])
        #expect(try rendered(source).contains("<a href=\"/u/\(name)\" dir=\"ltr\">@"))
    }

    @Test(
        "no name is found where none is meant",
        arguments: [
            "me@leila.example", "@bo", "@ leila", "`@leila`", "    @leila", "[@leila](/x)", "https://a.example/@leila",
            "a_@leila", "@@leila", "@leila@mastodon.example", #"\@leila"#, "@.leila", "@", "x/@leila", "**a**@leila",
            "@aaaaaaaaaabbbbbbbbbbccccccccccd", "![@leila](/attachments/a/a.png)", "```\n@leila\n```", "@لیلا",
        ])
    func noMention(source: String) throws {
        #expect(try renderer.render(source, as: .comment).mentions == [])
        #expect(try !rendered(source, as: .comment).contains("/u/"))
    }

    @Test(
        "a tag is linked by its slug",
        arguments: [
            ("#recursion", "recursion", "#recursion"), ("see #Lab-4.", "lab-4", "#Lab-4"),
            ("#binary_search__trees,", "binary-search-trees", "#binary_search__trees"),
            ("#2nd", "2nd", "#2nd"), ("(#a)", "a", "#a"), ("#c-", "c", "#c"),
            ("#cs#math", "cs", "#cs"), ("x\n#y", "y", "#y"),
        ])
    func tag(source: String, slug: String, shown: String) throws {
        #expect(try renderer.render(source, as: .comment).tags == [slug])
        #expect(try rendered(source).contains("<a href=\"/tags/\(slug)\" rel=\"tag\">\(shown)</a>"))
    }

    @Test("a tag may be in any script")
    func scripts() throws {
        #expect(
            try renderer.render("#Übung #برنامه‌نویسی #हिन्दी #图论", as: .post).tags == ["übung", "برنامهنویسی", "हिन्दी", "图论"])
        #expect(try inline("#Übung") == #"<a href="/tags/%C3%BCbung" rel="tag">#Übung</a>"#)
    }

    @Test(
        "no tag is found where none is meant",
        arguments: [
            "#12", "x #", "# heading", "a#b", "&#x23;", "##a", "x/#a", "`#a`", "[#a](/b)", "\\#a", "#-a", "#_", "#😀",
            "#\u{301}a", "#1_2",
            "#" + String(repeating: "a", count: 51), "https://a.example/#a", "&#a",
        ])
    func noTag(source: String) throws {
        #expect(try renderer.render(source, as: .comment).tags == [])
    }

    @Test(
        "a post is referred to by community and number",
        arguments: [
            ("algorithms#214", "algorithms", 214), ("see cs-161#7.", "cs-161", 7),
            ("(first-years#999999999)", "first-years", 999_999_999),
            ("见algorithms#2", "algorithms", 2),
        ])
    func reference(source: String, community: String, number: Int) throws {
        #expect(
            try renderer.render(source, as: .comment).references == [
                PostReference(community: community, number: number)
            ])
        #expect(try rendered(source).contains("<a href=\"/c/\(community)/\(number)\">\(community)#\(number)</a>"))
    }

    @Test(
        "no post is found where none is meant",
        arguments: [
            "C#12", "c#1", "algorithms#0", "algorithms#012", "algorithms#12a", "algorithms#1234567890", "-a#1", "ab-#1",
            "12#3", "a/ab#1", "x.ab#1", "`ab#1`", "[ab#1](/x)", "#12", "ab\\#1", "éab#1", "ab#1_", "Ab#1",
            String(repeating: "a", count: 41) + "#1",
        ])
    func noReference(source: String) throws {
        #expect(try renderer.render(source, as: .comment).references == [])
        #expect(try !rendered(source, as: .comment).contains("/c/"))
    }

    @Test("each is listed once, in the order of the text, and only so many")
    func lists() throws {
        let document = try renderer.render("@bob @Ann @bob #y #x #y aa#2 aa#1 aa#2", as: .comment)
        #expect(document.mentions == ["bob", "ann"])
        #expect(document.tags == ["y", "x"])
        #expect(document.references.map(\.number) == [2, 1])
        let many = try renderer.render((100..<200).map { "@u\($0) #t\($0) ab#\($0)" }.joined(separator: " "), as: .post)
        #expect(many.mentions.count == 50 && many.tags.count == 30 && many.references.count == 50)
        #expect(many.mentions.last == "u149")
    }

    @Test("links made of marks end at five hundred, so that many cost little")
    func mostMarks() throws {
        let html = try rendered(String(repeating: "@leila ", count: 1_000))
        #expect(html.components(of: "<a ") == 500)
    }
}
