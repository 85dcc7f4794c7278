import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Who sees an attachment")
struct ClaimTests {
    @Test("before a text names it its uploader alone sees it, then who can read the text")
    func claiming() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let reader = try campus.signIn(campus.insertUser())
            let made = try campus.upload(SamplePictures.photograph(width: 600, height: 400), as: writer.browser)
            #expect(campus.get(made.path, as: writer.browser).status == .ok)
            #expect(campus.get(made.path).status == .notFound)
            #expect(campus.get(made.path, as: reader).status == .notFound)

            let posted = campus.post(
                "/c/algorithms/posts", newPost(body: "Look: \(made.markdown)"), as: writer.browser)
            #expect(posted.status == .seeOther)
            let page = campus.get("/c/algorithms/1/deleting-a-node").text
            #expect(page.contains("<img src=\"\(made.path)\" srcset=\"\(made.path)?size=small 480w, "))
            #expect(page.contains("width=\"600\" height=\"400\" loading=\"lazy\" decoding=\"async\" alt=\"\""))
            #expect(campus.get(made.path)["Cache-Control"] == "public, max-age=86400, s-maxage=3600")
            // An answer to a member may renew a cookie: no cache between may keep it.
            #expect(campus.get(made.path, as: reader)["Cache-Control"] == "private, max-age=86400")
            // Another address is none, and neither is what is no longer unclaimed removed.
            #expect(campus.get(made.path + "x").status == .notFound)
            #expect(
                campus.post("/attachments/\(made.id.uuidString.lowercased())/removal", as: writer.browser).status
                    == .notFound)
        }
    }

    @Test(
        "an attachment is seen where its place is read, and nowhere else",
        arguments: ["public", "university", "private"], ["published", "archived", "in_review", "removed"])
    func permissions(visibility: String, state: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: visibility)
            try campus.bindToUniversity(community)
            let author = try campus.insertWriter("Author", in: community)
            let member = try campus.insertWriter("Member", in: community)
            let outsider = try campus.insertWriter("Outsider", in: community, role: nil)
            let banned = try campus.insertWriter("Banned", in: community, role: "banned")
            let stranger = try campus.signIn(campus.insertStranger())
            let moderator = try campus.insertWriter("Moderator", in: community, role: nil, siteRole: "moderator")
            let made = try campus.upload(as: author.browser)
            let post = try campus.insertPost(in: community, by: author.id, state: state)
            try campus.run("UPDATE attachments SET post_id = \(post)")

            let isShown = state == "published" || state == "archived"
            func sees(_ browser: TestBrowser?) -> Bool {
                (browser.map { campus.get(made.path, as: $0) } ?? campus.get(made.path)).status == .ok
            }
            #expect(sees(nil) == (isShown && visibility == "public"))
            #expect(sees(stranger) == (isShown && visibility == "public"))
            #expect(sees(outsider.browser) == (isShown && visibility != "private"))
            #expect(sees(banned.browser) == (isShown && visibility != "private"))
            #expect(sees(member.browser) == isShown)
            if state != "in_review" { #expect(sees(moderator.browser) == isShown) }
            #expect(sees(author.browser) == (state != "removed"))
        }
    }

    @Test("a removed comment’s picture is gone with it, and so is that of a removed post’s comment")
    func comments() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (author, writer) = (try campus.insertWriter(in: community), try campus.insertWriter(in: community))
            let post = try campus.insertPost(in: community, by: author.id)
            let made = try campus.upload(as: writer.browser)
            let id = UUIDv7.generate()
            let sent = campus.post(
                writingPath("posts", post, "comments"), newComment(made.markdown, id: id), as: writer.browser)
            #expect(sent.status == .seeOther)
            #expect(campus.get(made.path).status == .ok)
            try campus.run("UPDATE comments SET state = 'removed'")
            #expect(campus.get(made.path, as: writer.browser).status == .notFound)
            try campus.run("UPDATE comments SET state = 'published'")
            try campus.run("UPDATE posts SET state = 'removed'")
            #expect(campus.get(made.path).status == .notFound)
        }
    }

    @Test("nobody claims another’s file or shows one they cannot see; the words of it stay")
    func forged() throws {
        try withCampus { campus in
            let (open, closed) = (
                try campus.insertCommunity(), try campus.insertCommunity("secret", visibility: "private")
            )
            let (writer, thief) = (try campus.insertWriter(in: open), try campus.insertWriter(in: open))
            try campus.add(writer.id, to: closed)
            let (free, hidden) = (
                try campus.upload(as: writer.browser), try campus.upload(called: "b.png", as: writer.browser)
            )
            let inside = campus.post(
                "/c/secret/posts", newPost("Inside", body: "See \(hidden.markdown)"), as: writer.browser)
            #expect(inside.status == .seeOther)
            let body =
                "![free](\(free.path)) ![hidden](\(hidden.path)) ![none](/attachments/\(UUID().uuidString)/x.png)"
            #expect(
                campus.post("/c/algorithms/posts", newPost("Taken", body: body), as: thief.browser).status == .seeOther)
            let page = campus.get("/c/algorithms/1/taken").text
            #expect(page.contains("free hidden none") && !page.contains("<img src"))
            #expect(
                campus.get(free.path).status == .notFound
                    && campus.get(hidden.path, as: thief.browser).status == .notFound)
            #expect(try campus.number("SELECT count(*) FROM attachments WHERE post_id IS NOT NULL") == 1)
            // Its owner may show it elsewhere, where it is seen by those alone who can read its first place.
            let again = campus.post(
                "/c/algorithms/posts", newPost("Again", body: "See \(hidden.markdown)"), as: writer.browser)
            #expect(again.status == .seeOther && campus.get("/c/algorithms/2/again").text.contains("<img src"))
            #expect(campus.get(hidden.path).status == .notFound)
            #expect(campus.get(hidden.path, as: writer.browser).status == .ok)
        }
    }

    @Test("an edit claims too, but not one that comes too late")
    func editing() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost(in: community, by: writer.id)
            let (one, two) = (try campus.upload(as: writer.browser), try campus.upload(as: writer.browser))
            func save(_ body: String, _ revision: Int) -> Int {
                campus.post(
                    writingPath("posts", post, "revisions"),
                    [
                        ("title", "T"), ("body", body), ("tags", ""), ("act", "save"),
                        ("revision", String(revision)),
                    ], as: writer.browser
                ).status.code
            }
            #expect(save(one.markdown, 1) == 303 && campus.get(one.path).status == .ok)
            #expect(save(two.markdown, 1) == 409 && campus.get(two.path).status == .notFound)
            #expect(save(two.markdown, 2) == 303 && campus.get(two.path).status == .ok)
            // The version before still shows it.
            #expect(campus.get(one.path).status == .ok)
        }
    }

    @Test("a preview shows pictures, asks for the words they lack, and claims nothing")
    func preview() throws {
        try withCampus({ $0.limits.newcomerImages = 1 }) { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community, joined: .now)
            let made = try campus.upload(as: writer.browser)
            let page = campus.post(
                "/c/algorithms/posts", newPost(body: made.markdown, act: "preview"), as: writer.browser)
            #expect(page.text.contains("<img src=\"\(made.path)\"") && page.text.contains("Say what the picture shows"))
            let worded = newPost(body: "![Four squares](\(made.path))", act: "preview")
            #expect(
                !campus.post("/c/algorithms/posts", worded, as: writer.browser).text.contains("Say what the picture"))
            #expect(campus.get(made.path).status == .notFound)
            let two = newPost(body: "\(made.markdown) \(made.markdown)")
            let refused = campus.post("/c/algorithms/posts", two, as: writer.browser)
            #expect(refused.status == .unprocessableContent && refused.text.contains("There are 2 pictures"))
        }
    }

    @Test("a picture known to its reader is not sent again, and only to who may see it")
    func conditional() throws {
        try withCampus { campus in
            let writer = try campus.signIn(campus.insertUser())
            let made = try campus.upload(as: writer)
            let tag = try #require(campus.get(made.path, as: writer)["ETag"])
            let headers = [("If-None-Match", tag)]
            let again = campus.get(made.path, headers: writer.headers + headers)
            #expect(again.status == .notModified && again["ETag"] == tag && again["Cache-Control"] != nil)
            #expect(campus.get(made.path, headers: headers).status == .notFound)
            let part = campus.get(made.path, headers: writer.headers + [("Range", "bytes=0-3")])
            #expect(part.status == .partialContent && part["Content-Range"]?.hasPrefix("bytes 0-3/") == true)
        }
    }
}
