import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Settings of a community")
struct CommunitySettingsTests {
    private static let path = "/c/algorithms/settings"

    private func form(
        _ name: String = "Algorithms", slug: String = "algorithms", visibility: String = "public", revision: Int = 1,
        wait: String = "0", more: [(name: String, value: String)] = []
    ) -> [(name: String, value: String)] {
        newCommunity(name, slug: slug, visibility: visibility).filter { $0.name != "wait" }
            + [("revision", String(revision)), ("wait", wait)] + more
    }

    @Test("an owner changes everything, a moderator the words alone")
    func whoChangesWhat() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let moderator = try campus.keeper(.moderator, of: community)
            let owner = try campus.keeper(.owner, of: community)
            #expect(!campus.get(Self.path, as: moderator.browser).text.contains(#"name="visibility""#))
            let changes = form("Renamed", slug: "moved", visibility: "private", wait: "15")
            #expect(campus.post(Self.path, changes, as: moderator.browser)["Location"] == Self.path)
            #expect(
                try campus.text("SELECT name || slug || visibility || comment_wait FROM communities")
                    == "Renamedalgorithmspublic15")
            #expect(campus.get(Self.path, as: owner.browser).text.contains(#"name="visibility""#))
            let answer = campus.post(
                Self.path, form("Again", slug: "moved", visibility: "private", revision: 2), as: owner.browser)
            #expect(answer["Location"] == "/c/moved/settings")
            #expect(try campus.text("SELECT name || slug || visibility FROM communities") == "Againmovedprivate")
        }
    }

    @Test("its language is said of its people’s words, and of nothing else on the page")
    func language() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            let post = try campus.insertPost("Frühstück", in: community, by: owner.id)
            try campus.insertComment(on: post, by: owner.id, number: 1)
            let path = try "/c/algorithms/1/" + campus.text("SELECT slug FROM posts")
            let english = campus.get(path).text
            #expect(english.contains(#"<html lang="en""#) && english.split(separator: " lang=").count == 2)
            #expect(english.contains(#""inLanguage":"en""#))
            #expect(
                campus.get(Self.path, as: owner.browser).text.contains(
                    #"<option value="en" selected>English</option>"#))
            _ = campus.post(Self.path, form(more: [("language", "de")]), as: owner.browser)
            let german = campus.get(path, as: owner.browser).text
            #expect(german.contains(#"<html lang="en""#))
            #expect(german.contains(#"<h1 id="title" dir="auto" lang="de">Frühstück"#))
            #expect(german.contains(#"<div class="post-body words" dir="auto" lang="de">"#))
            #expect(german.contains(#"<div class="words short" dir="auto" lang="de">"#))
            #expect(campus.get(path).text.contains(#""inLanguage":"de""#), "visitors get the new page at once")
            // A form without it, or with one we do not know, is in English.
            _ = campus.post(Self.path, form(revision: 2, more: [("language", "tlh")]), as: owner.browser)
            #expect(try campus.text("SELECT language FROM communities") == "en")
        }
    }

    @Test("of two who edit at once the second sees both versions, and nothing is lost")
    func conflict() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            _ = campus.post(Self.path, form("The first"), as: owner.browser)
            let answer = campus.post(Self.path, form("The second"), as: owner.browser)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("The first") && answer.text.contains("The second"))
            #expect(answer.text.contains(#"name="revision" value="2""#))
            #expect(try campus.text("SELECT name FROM communities") == "The first")
            // Sending once more what is saved already is no conflict.
            #expect(campus.post(Self.path, form("The first"), as: owner.browser).status == .seeOther)
            #expect(try campus.number("SELECT revision FROM communities") == 2)
        }
    }

    @Test("an old address leads to the new one, for who may read it, and a form goes along")
    func moved() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            try campus.insertPost("Shown", in: community, by: owner.id)
            #expect(campus.get("/c/algorithms/1/shown").status == .ok)
            _ = campus.post(Self.path, form(slug: "cs-161"), as: owner.browser)
            for rest in ["", "/about", "/1/shown", "/1", "/s/questions?order=new"] {
                let answer = campus.get("/c/algorithms" + rest)
                #expect(answer.status == .movedPermanently && answer["Location"] == "/c/cs-161" + rest)
            }
            let post = campus.post("/c/algorithms/posts", newPost(), as: owner.browser)
            #expect(post.status == .permanentRedirect && post["Location"] == "/c/cs-161/posts")
            // Its own old address it may take again.
            _ = campus.post("/c/cs-161/settings", form(slug: "algorithms", revision: 2), as: owner.browser)
            #expect(campus.get("/c/algorithms").status == .ok)
            #expect(campus.get("/c/cs-161")["Location"] == "/c/algorithms")
        }
    }

    @Test("an old address of a place one may not know of answers like any other", arguments: ["private", "university"])
    func movedUnseen(visibility: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            _ = campus.post(Self.path, form(slug: "moved", visibility: visibility), as: owner.browser)
            #expect(campus.get("/c/algorithms").status == .notFound)
            #expect(
                campus.get("/c/algorithms").text
                    == campus.get("/c/nothing").text.replacing("nothing", with: "algorithms"))
            #expect(campus.get("/c/algorithms", as: owner.browser).status == .movedPermanently)
            let student = try campus.signIn(campus.insertUser())
            #expect(
                campus.get("/c/algorithms", as: student).status
                    == (visibility == "private" ? .notFound : .movedPermanently))
        }
    }

    @Test("another community’s address cannot be taken")
    func takenAddress() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            _ = try campus.insertCommunity("secret", visibility: "private")
            let owner = try campus.keeper(.owner, of: community)
            let answer = campus.post(Self.path, form("New name", slug: "secret"), as: owner.browser)
            #expect(answer.status == .unprocessableContent && answer.text.contains("This address is taken."))
            #expect(answer.text.contains("New name"))
            #expect(try campus.number("SELECT count(*) FROM communities WHERE revision = 1") == 2)
        }
    }

    @Test("what becomes private leaves every list and every kept page at once")
    func closing() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community, username: "noor")
            try campus.insertPost("Canary in the mine", in: community, by: owner.id, tags: ["trees"])
            let paths = [
                "/", "/communities", "/c/algorithms", "/c/algorithms/1/canary-in-the-mine", "/tags/trees",
                "/u/noor", "/sitemaps/communities.xml", "/robots.txt",
            ]
            for path in paths { _ = campus.get(path) }
            #expect(campus.get("/tags/trees").text.contains("Canary in the mine"))
            _ = campus.post(Self.path, form(visibility: "private"), as: owner.browser)
            for path in paths {
                #expect(campus.application.pages.outlived(path) == nil)
                #expect(!campus.get(path).text.contains("Canary in the mine"))
            }
            _ = campus.post(Self.path, form(visibility: "public", revision: 2), as: owner.browser)
            #expect(campus.get("/tags/trees").text.contains("Canary in the mine"))
        }
    }

    @Test("an archived community is read, and nothing is added until it is opened again")
    func archive() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            let moderator = try campus.keeper(.moderator, of: community)
            #expect(campus.get("/c/algorithms/archive", as: owner.browser).text.contains("Nobody can write"))
            #expect(campus.get("/c/algorithms/archive", as: moderator.browser).status == .forbidden)
            #expect(campus.post("/c/algorithms/archive", as: moderator.browser).status == .forbidden)
            for _ in 0..<2 { #expect(campus.post("/c/algorithms/archive", as: owner.browser).status == .seeOther) }
            #expect(campus.get("/c/algorithms").text.contains("closed for new posts"))
            #expect(campus.post("/c/algorithms/posts", newPost(), as: owner.browser).status == .forbidden)
            #expect(!campus.get("/communities").text.contains("The algorithms people"))
            #expect(campus.post("/c/algorithms/archive/end", as: owner.browser).status == .seeOther)
            #expect(campus.post("/c/algorithms/posts", newPost(), as: owner.browser).status == .seeOther)
        }
    }
}
