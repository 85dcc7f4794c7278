import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Questions like the one being written")
struct SimilarQuestionsTests {
    @Test("the preview lists at most five that the writer may read, the community’s own first")
    func preview() throws {
        try withCampus { campus in
            let (community, other) = (try campus.insertCommunity(), try campus.insertCommunity("other"))
            let secret = try campus.insertCommunity("secret", visibility: "private")
            let writer = try campus.insertWriter(in: community)
            for number in 1...5 {
                try campus.insertPost(
                    "How to delete a node from a heap, part \(number)", in: other, by: writer.id, number: number)
            }
            try campus.insertPost("Deleting heap nodes", in: community, by: writer.id, number: 1)
            try campus.insertPost("Deleting a heap node: canary", in: secret, by: campus.insertUser())
            try campus.insertPost(
                "Deleting a heap node: draft", in: community, by: writer.id, number: 2, state: "draft")
            try campus.insertPost(
                "Deleting a heap node: talk", in: community, by: writer.id, number: 3, kind: "discussion")
            try campus.insertPost("Something else", in: community, by: writer.id, number: 4)
            func preview(_ kind: String, _ act: String = "preview") -> String {
                campus.post(
                    "/c/algorithms/posts", newPost("Deleting a node of a heap", kind: kind, act: act),
                    as: writer.browser
                ).text
            }
            let page = preview("question")
            let listed = page.matches(of: /<a href="([^"]*)" target="_blank" rel="noopener">/).map { String($0.1) }
            #expect(listed.count == 5 && listed.first == "/c/algorithms/1/deleting-heap-nodes")
            #expect(!page.contains("canary") && !page.contains("heap node: ") && !page.contains("Something else"))
            #expect(!preview("discussion").contains("Asked before?"))
        }
    }

    @Test(
        "a title of common words alone, or of signs, lists nothing", arguments: ["How to do this", "???", "'\\:A | b"])
    func nothing(title: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            try campus.insertPost("How to do this", in: community, by: writer.id)
            let page = campus.post(
                "/c/algorithms/posts", newPost(title, act: "preview"), as: writer.browser)
            #expect(page.status == .ok && !page.text.contains("Asked before?"))
        }
    }
}
