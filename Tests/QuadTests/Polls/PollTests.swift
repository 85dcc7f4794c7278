import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Polls")
struct PollTests {
    @Test("a poll is written with its post, voted in, changed and taken back, and its figures are shown")
    func whole() throws {
        try withPoll { (campus, scene) throws in
            let before = campus.get(scene.page, as: scene.author.browser).text
            #expect(before.contains("Nobody has voted yet") && before.contains("Show results"))
            #expect(before.contains("type=\"radio\"") && before.contains("Red &amp; white"))
            for (choice, counts) in [("1", [1, 0, 0]), ("1", [1, 0, 0]), ("3", [0, 0, 1])] {
                let answer = campus.post(scene.ballots, ballot(choice), as: scene.author.browser)
                #expect(answer.status == .seeOther && answer["Location"] == scene.page + "#poll")
                #expect(try campus.counts() == counts)
                #expect(try campus.wrongPolls() == 0)
            }
            let after = campus.get(scene.page, as: scene.author.browser).text
            #expect(after.contains("1 person voted") && after.contains("1 vote, 100 %") && after.contains("Your vote"))
            #expect(after.contains("Change your vote"))
            #expect(campus.get(scene.page).text.contains("1 person voted"))
            _ = campus.post(scene.ballots, [("version", "1"), ("act", "end")], as: scene.author.browser)
            #expect(try campus.counts() == [0, 0, 0])
            #expect(try campus.wrongPolls() == 0)
        }
    }

    @Test("several choices are taken where the poll allows them, and count one voter")
    func several() throws {
        try withPoll(isMultiple: true) { (campus, scene) throws in
            _ = campus.post(scene.ballots, ballot("1", "2", "2"), as: scene.author.browser)
            #expect(try campus.counts() == [1, 1, 0])
            _ = campus.post(scene.ballots, ballot("2", "3"), as: scene.author.browser)
            #expect(try campus.counts() == [0, 1, 1])
            #expect(try campus.number("SELECT voter_count FROM polls") == 1)
            #expect(try campus.wrongPolls() == 0)
        }
    }

    @Test(
        "what is no choice is refused and counts nothing", arguments: [[], ["4"], ["0"], ["x"], ["1", "2"], ["99999"]])
    func invalid(choices: [String]) throws {
        try withPoll { (campus, scene) throws in
            let fields = [(name: "version", value: "1")] + choices.map { (name: "choice", value: $0) }
            let answer = campus.post(scene.ballots, fields, as: scene.author.browser)
            #expect(answer.status == .unprocessableContent && answer.text.contains("Nothing was counted"))
            #expect(try campus.counts() == [0, 0, 0])
        }
    }

    @Test("members vote; others are told why not, and where the poll is hidden, nothing")
    func who() throws {
        try withPoll { campus, scene in
            let outsider = try campus.insertWriter("Out", in: scene.community, role: nil)
            let banned = try campus.insertWriter("Ban", in: scene.community, role: "banned")
            for writer in [outsider, banned] {
                #expect(campus.post(scene.ballots, ballot("1"), as: writer.browser).status == .forbidden)
                #expect(!campus.get(scene.page, as: writer.browser).text.contains("name=\"choice\""))
            }
            try campus.run("UPDATE communities SET visibility = 'private'")
            #expect(campus.post(scene.ballots, ballot("1"), as: outsider.browser).status == .notFound)
            try campus.run("UPDATE communities SET state = 'archived'")
            #expect(campus.post(scene.ballots, ballot("1"), as: scene.author.browser).status == .conflict)
            try campus.run("UPDATE posts SET state = 'removed'")
            #expect(campus.post(scene.ballots, ballot("1"), as: scene.author.browser).status == .gone)
            let discussion = try campus.insertPost("No poll", in: scene.community, by: scene.author.id, number: 2)
            let path = writingPath("posts", discussion, "ballots")
            #expect(campus.post(path, ballot("1"), as: scene.author.browser).status == .notFound)
            #expect(try campus.counts() == [0, 0, 0])
        }
    }

    @Test("a closed poll shows its results and takes no vote")
    func closed() throws {
        try withPoll(days: "1") { campus, scene in
            #expect(campus.get(scene.page, as: scene.author.browser).text.contains("open until"))
            _ = campus.post(scene.ballots, ballot("1"), as: scene.author.browser)
            try campus.run("UPDATE posts SET published_at = now() - interval '25 hours'")
            let late = campus.post(scene.ballots, ballot("2"), as: scene.author.browser)
            #expect(late.status == .conflict && late.text.contains("This poll is closed"))
            #expect(try campus.counts() == [1, 0, 0])
            let page = campus.get(scene.page, as: scene.author.browser).text
            #expect(page.contains("· closed") && !page.contains("name=\"choice\"") && !page.contains("Show results"))
        }
    }

    @Test("choices change until the first vote; a vote for what they were before is refused with the new ones")
    func changed() throws {
        try withPoll { campus, scene in
            let voter = try campus.insertWriter("Kim", in: scene.community)
            #expect(campus.get(scene.path("edit"), as: scene.author.browser).text.contains("Red &amp; white"))
            let edit = scene.edit(choices: "Green\nGrey")
            #expect(campus.post(scene.path("revisions"), edit, as: scene.author.browser).status == .seeOther)
            #expect(try campus.counts() == [0, 0])
            let outdated = campus.post(scene.ballots, ballot("1"), as: voter.browser)
            #expect(
                outdated.status == .conflict && outdated.text.contains("Grey") && outdated.text.contains("value=\"2\""))
            #expect(try campus.counts() == [0, 0])
            _ = campus.post(scene.ballots, ballot("1", version: 2), as: voter.browser)
            #expect(try campus.counts() == [1, 0])
            let late = campus.post(scene.path("revisions"), scene.edit(choices: "A\nB"), as: scene.author.browser)
            #expect(late.status == .conflict && late.text.contains("Somebody has voted meanwhile"))
            #expect(try campus.text("SELECT string_agg(text, ',' ORDER BY number) FROM poll_choices") == "Green,Grey")
            #expect(!campus.get(scene.path("edit"), as: scene.author.browser).text.contains("name=\"choices\""))
            // The words can still be changed.
            let words = scene.edit(choices: nil, body: "Other **words**.")
            #expect(campus.post(scene.path("revisions"), words, as: scene.author.browser).status == .seeOther)
            #expect(try campus.text("SELECT body_source FROM posts") == "Other **words**.")
            #expect(try campus.wrongPolls() == 0)
        }
    }

    @Test("fifty who vote at once are all counted, each as their last vote says")
    func atOnce() throws {
        try withPoll { campus, scene in
            let voters = try (0..<50).map { try campus.insertWriter("Voter \($0)", in: scene.community).browser }
            let forms = voters.enumerated().map { index, browser in
                (target: scene.ballots, fields: ballot(String(index % 3 + 1)), as: browser)
            }
            #expect(campus.postAtOnce(forms).allSatisfy { $0 == 303 })
            #expect(try campus.counts() == [17, 17, 16])
            #expect(try campus.number("SELECT voter_count FROM polls") == 50)
            // The same person from several tabs is one voter.
            let tabs = (0..<12).map { turn in
                (target: scene.ballots, fields: ballot(String(turn % 3 + 1)), as: voters[0])
            }
            #expect(campus.postAtOnce(tabs).allSatisfy { $0 == 303 })
            #expect(try campus.number("SELECT voter_count FROM polls") == 50)
            #expect(try campus.wrongPolls() == 0)
        }
    }

    @Test("an edit and a vote at once never leave a vote for a choice that was not read")
    func editAtOnce() throws {
        try withPoll { campus, scene in
            let voter = try campus.insertWriter("Kim", in: scene.community)
            let forms =
                [
                    (
                        target: scene.path("revisions"), fields: scene.edit(choices: "Green\nGrey"),
                        as: scene.author.browser
                    )
                ]
                + (0..<5).map { _ in (target: scene.ballots, fields: ballot("3"), as: voter.browser) }
            _ = campus.postAtOnce(forms)
            let (version, votes) = (
                try campus.number("SELECT version FROM polls"), try campus.number("SELECT count(*) FROM poll_votes")
            )
            #expect((version, votes) == (1, 1) || (version, votes) == (2, 0))
            #expect(try campus.wrongPolls() == 0)
        }
    }

    @Test("a form with faulty choices comes back with what was typed and a sentence beside the field")
    func faulty() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let answer = campus.post("/c/algorithms/posts", newPoll("Only one"), as: writer.browser)
            #expect(answer.status == .unprocessableContent && answer.text.contains("two choices at least"))
            #expect(answer.text.contains("Only one</textarea>"))
            let preview = campus.post("/c/algorithms/posts", newPoll("Yes\nNo", act: "preview"), as: writer.browser)
            #expect(preview.status == .ok && preview.text.contains("<li dir=\"auto\">No</li>"))
            #expect(try campus.number("SELECT count(*) FROM posts") == 0)
        }
    }
}

@Suite("Choices as they are typed")
struct PollFieldsTests {
    private func check(_ choices: String) -> (PollText?, String?) {
        var faults = FieldFaults()
        let text = PollFields(choices: choices, isMultiple: false, days: "3").check(&faults)
        return (text, faults["choices"])
    }

    @Test("are trimmed, one a line, empty lines left out")
    func trimmed() {
        #expect(check(" Yes \r\n\r\n No  way\n").0?.choices == ["Yes", "No way"])
        #expect(check("Yes\nNo").0?.days == 3)
    }

    @Test(
        "are refused when there are too few, too many, too long, double or invisible",
        arguments: [
            "", "One", (1...11).map(String.init).joined(separator: "\n"), "A\n" + String(repeating: "x", count: 101),
            "Yes\nyes", "A\nB\u{202E}", "A\n\u{200B}B", "e\u{301}\n\u{E9}",
        ])
    func refused(choices: String) {
        let (text, fault) = check(choices)
        #expect(text == nil && fault != nil)
    }

    @Test("are rounded to whole percents", arguments: [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 0, 0), (5, 5, 100)])
    func percents(part: Int, whole: Int, percent: Int) {
        #expect(PollView.Choice.percent(part, of: whole) == percent)
    }
}

private struct TestPoll {
    let community: TestCommunity
    let author: TestWriter
    let post: UUID
    let page = "/c/algorithms/1/which-colour"

    var ballots: String { path("ballots") }
    func path(_ act: String) -> String { writingPath("posts", post, act) }

    func edit(choices: String?, body: String = "For the *jacket*.") -> [(name: String, value: String)] {
        [("revision", "1"), ("title", "Which colour?"), ("body", body), ("tags", ""), ("act", "save")]
            + (choices.map { [("choices", $0), ("days", "")] } ?? [])
    }
}

private func withPoll(
    isMultiple: Bool = false, days: String = "", _ body: (TestCampus, TestPoll) throws -> Void
) throws {
    try withCampus { campus in
        let community = try campus.insertCommunity()
        let author = try campus.insertWriter(in: community)
        let id = UUIDv7.generate()
        let form = newPoll("Blue\nRed & white\nYellow", isMultiple: isMultiple, days: days, id: id)
        let answer = campus.post("/c/algorithms/posts", form, as: author.browser)
        #expect(answer.status == .seeOther)
        try body(campus, TestPoll(community: community, author: author, post: id))
    }
}

private func newPoll(
    _ choices: String, isMultiple: Bool = false, days: String = "", act: String = "post", id: UUID = UUIDv7.generate()
) -> [(name: String, value: String)] {
    var fields = newPost("Which colour?", body: "For the *jacket*.", kind: "poll", act: act, id: id)
    fields.append((name: "choices", value: choices))
    fields.append((name: "days", value: days))
    if isMultiple { fields.append((name: "several", value: "yes")) }
    return fields
}

private func ballot(_ choices: String..., version: Int = 1) -> [(name: String, value: String)] {
    var fields = [(name: "version", value: String(version))]
    for choice in choices { fields.append((name: "choice", value: choice)) }
    return fields
}

extension TestCampus {
    fileprivate func counts() throws -> [Int] {
        try database.fetch(Query<[Int]>.values("SELECT vote_count FROM poll_choices ORDER BY number LIMIT 10"))
    }

    /// How many counters of polls differ from what they count.
    fileprivate func wrongPolls() throws -> Int {
        try number(
            """
            SELECT (SELECT count(*) FROM poll_choices k WHERE vote_count <>
                    (SELECT count(*) FROM poll_votes v WHERE v.post_id = k.post_id AND v.choice = k.number))
                + (SELECT count(*) FROM polls q WHERE voter_count <>
                    (SELECT count(DISTINCT user_id) FROM poll_votes v WHERE v.post_id = q.post_id))
            """)
    }
}
