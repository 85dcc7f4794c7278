import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Completing names and tags")
struct CompletionTests {
    @Test("people of the conversation come first, then members of the community, then everyone; eight at most")
    func people() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let asking = try campus.insertWriter("Asking", in: community)
            for number in 1...9 { _ = try campus.insertUser("Bo Other", username: "bo\(number)00") }
            let (member, author, talker) = (
                try campus.insertWriter("Bo Member", in: community).id, try campus.insertUser("Bo Author"),
                try campus.insertUser("Max Bo", username: "talker")
            )
            let post = try campus.insertPost(in: community, by: author)
            try campus.insertComment(on: post, by: talker, number: 1)
            let path = "/completions/people?q=bo&post=\(post.uuidString.lowercased())"
            let answer = campus.get(path, as: asking.browser)
            #expect(answer["Content-Type"] == "application/json")
            let names = answer.text.matches(of: /"name":"([^"]*)"/).map { String($0.1) }
            #expect(names.count == 8)
            #expect(Set(names.prefix(2)) == ["Bo Author", "Max Bo"] && names[2] == "Bo Member")
            #expect(
                campus.get("/completions/people?q=@BO900", as: asking.browser).text
                    == #"[{"name":"Bo Other","username":"bo900"}]"#)
            _ = member
        }
    }

    @Test("tags come with how many public posts have them, the most used first")
    func tags() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            let secret = try campus.insertCommunity("secret", visibility: "private")
            try campus.insertPost(in: community, by: author, number: 1, tags: ["graphs", "grammar"])
            try campus.insertPost(in: community, by: author, number: 2, tags: ["graphs", "graph-theory"])
            try campus.insertPost(in: secret, by: author, tags: ["gra-secret"])
            let browser = try campus.signIn(author)
            #expect(
                campus.get("/completions/tags?q=gra", as: browser).text
                    == #"[{"posts":2,"tag":"graphs"},{"posts":1,"tag":"grammar"},{"posts":1,"tag":"graph-theory"}]"#)
            #expect(
                campus.get("/completions/tags?q=%23graph-", as: browser).text == #"[{"posts":1,"tag":"graph-theory"}]"#)
        }
    }

    @Test(
        "nothing to go by, or what no name has, completes to nothing",
        arguments: ["", "@", "%25", "_", "%5C", "'", "%3Cb%3E", String(repeating: "x", count: 300), "%E2%80%AE", "zz9"])
    func nothing(typed: String) throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            _ = try campus.insertUser("Bo Li")
            #expect(campus.get("/completions/people?q=\(typed)", as: browser).text == "[]")
            #expect(campus.get("/completions/tags?q=\(typed)", as: browser).text == "[]")
        }
    }

    @Test("they are for members")
    func visitors() throws {
        try withCampus { campus in
            #expect(campus.get("/completions/people?q=bo").status == .seeOther)
            #expect(campus.get("/completions/tags?q=bo").status == .seeOther)
        }
    }
}
