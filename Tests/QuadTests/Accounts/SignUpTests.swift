import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Signing up")
struct SignUpTests {
    @Test("a student signs up, opens the link, and is in")
    func journey() throws {
        try withCampus { campus in
            try campus.insertDomain()
            let visitor = TestVisitor(campus)
            #expect(visitor.get("/sign-up").status == .ok)
            let answer = visitor.post("/sign-up", Typed.signUp())
            #expect(answer.status == .seeOther)
            #expect(answer["Location"] == "/sign-up/sent")
            #expect(visitor.get("/sign-up/sent").text.contains("leila.farahani@alderbay.example"))
            #expect(try campus.count("SELECT count(*) FROM users") == 0)

            let mail = try #require(try campus.mails().first)
            #expect(mail.recipient == "leila.farahani@alderbay.example")
            let link = try #require(mail.link)
            for _ in 0..<2 { #expect(visitor.get(link).text.contains("@leila.farahani")) }
            #expect(try campus.count("SELECT count(*) FROM users") == 0)

            let confirmed = visitor.post("/verify-email", [("token", try #require(mail.token))])
            #expect(confirmed.status == .seeOther)
            #expect(confirmed["Location"] == "/welcome")
            #expect(visitor.isSignedIn)
            #expect(!visitor.has("sign-up"))
            let (id, state) = try campus.database.fetch(
                .one("SELECT id, state FROM users") { (id: UUID, state: String) in (id, state) })
            #expect(state == "active")
            #expect(try campus.count("SELECT user_count FROM universities") == 1)
            #expect(try campus.events(of: id) == ["signed_up", "signed_in"])
        }
    }

    @Test("what is wrong is told above the form and beside the fields, and what was typed stays")
    func mistakes() throws {
        try withCampus { campus in
            try campus.insertDomain()
            try campus.insertAccount("leila")
            let fields = Typed.signUp(
                "leila", email: "leila@mailbox.example", name: "Leila <Farahani", password: "ninechars")
            let page = TestVisitor(campus).post("/sign-up", fields)
            #expect(page.status == .unprocessableContent)
            for words in [
                "Four things to mend", "mailbox.example isn’t an Alder Bay address. Yours ends in alderbay.example.",
                "@leila is taken. @", "That’s 9 characters. Three more and we’re there.", "href=\"#password\"",
                "value=\"leila@mailbox.example\"", "value=\"Leila &lt;Farahani\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("ninechars"))
            #expect(try campus.count("SELECT count(*) FROM sign_ups") == 0)
        }
    }

    @Test("a form without anything says so for each field, and nothing breaks")
    func empty() throws {
        try withCampus { campus in
            let page = TestVisitor(campus).post("/sign-up")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Six things to mend"))
        }
    }

    @Test(
        "names with lines, tags or addresses in them reach neither page nor mail",
        arguments: [
            "Leila\r\nBcc: all@alderbay.example", "Leila\u{2028}Farahani", "Le\u{200B}ila", "<script>", "evil.example",
            "Лeila",
        ])
    func names(name: String) throws {
        try withCampus { campus in
            try campus.insertDomain()
            let page = TestVisitor(campus).post("/sign-up", Typed.signUp(name: name))
            #expect(page.status == .unprocessableContent)
            #expect(!page.text.contains("<script>"))
            #expect(try campus.count("SELECT count(*) FROM sign_ups") == 0)
        }
    }

    @Test("an address that has an account looks like one that has none, and its mailbox alone learns which it is")
    func known() throws {
        try withCampus { campus in
            try campus.insertDomain()
            try campus.insertAccount("known.person")
            var looks: [[String]] = []
            for (name, wish) in [("known.person", "first.wish"), ("other.person", "other.wish")] {
                let visitor = TestVisitor(campus)
                _ = visitor.get("/sign-up")
                let answers = [
                    visitor.post("/sign-up", Typed.signUp(wish, email: "\(name)@alderbay.example")),
                    visitor.get("/sign-up/sent"), visitor.post("/sign-up/again"), visitor.get("/sign-up/sent"),
                    visitor.post(
                        "/sign-in", [("email", "\(name)@alderbay.example"), ("password", Typed.otherPassword)]),
                    // What signing up was with is no way to tell, either.
                    visitor.post("/sign-in", [("email", "\(name)@alderbay.example"), ("password", "not it at all")]),
                ]
                looks.append(answers.map { appearance($0, without: name) })
            }
            #expect(looks[0] == looks[1])
            let mails = try campus.mails()
            let subjects = Dictionary(grouping: mails, by: \.recipient).mapValues { Set($0.map(\.subject)) }
            #expect(
                subjects["known.person@alderbay.example"]
                    == ["You already have an account at Quad at Alder Bay University"])
            #expect(
                subjects["other.person@alderbay.example"]
                    == ["Confirm your address for Quad at Alder Bay University"])
            #expect(try campus.count("SELECT count(*) FROM email_tokens") == 2)
        }
    }

    @Test("who signed up with another’s address cannot tell by signing in whether it has an account")
    func signingInAfterwards() throws {
        try withCampus { campus in
            try campus.insertDomain()
            try campus.insertAccount("known.person")
            let looks = [("known.person", "first.wish"), ("other.person", "other.wish")].map { name, wish in
                let visitor = TestVisitor(campus)
                let email = "\(name)@alderbay.example"
                _ = visitor.post("/sign-up", Typed.signUp(wish, email: email, password: Typed.otherPassword))
                let here = visitor.post("/sign-in", [("email", email), ("password", Typed.otherPassword)])
                let elsewhere = TestVisitor(campus)
                    .post("/sign-in", [("email", email), ("password", Typed.otherPassword)])
                #expect(here.status == .forbidden)
                return [here, elsewhere].map { appearance($0, without: name) }
            }
            #expect(looks[0] == looks[1])
            // The owner’s own password goes on working.
            #expect(TestVisitor(campus).post("/sign-in", Typed.signIn("known.person")).status == .seeOther)
        }
    }

    @Test("a double click is one sign-up and one mail; with the address mended it is another")
    func doubleClick() throws {
        try withCampus { campus in
            try campus.insertDomain()
            let visitor = TestVisitor(campus)
            _ = visitor.get("/sign-up")
            for _ in 0..<2 { #expect(visitor.post("/sign-up", Typed.signUp()).status == .seeOther) }
            #expect(try campus.count("SELECT count(*) FROM sign_ups") == 1)
            #expect(try campus.mails().count == 1)
            let mended = visitor.post("/sign-up", Typed.signUp(email: "leila@alderbay.example"))
            #expect(mended.status == .unprocessableContent, "the first one’s username waits for its own address")
            _ = visitor.post("/sign-up", Typed.signUp("leila", email: "leila@alderbay.example"))
            #expect(try campus.mails().last?.recipient == "leila@alderbay.example")
        }
    }

    @Test("a username somebody else waits for is taken, and free again when that has expired")
    func waitingUsername() throws {
        try withCampus { campus in
            try campus.insertDomain()
            _ = TestVisitor(campus).post("/sign-up", Typed.signUp("leila", email: "first@alderbay.example"))
            let second = Typed.signUp("leila", email: "second@alderbay.example")
            #expect(TestVisitor(campus).post("/sign-up", second).text.contains("@leila is taken."))
            try campus.run("UPDATE sign_ups SET expires_at = now() - interval '1 minute'")
            #expect(TestVisitor(campus).post("/sign-up", second).status == .seeOther)
        }
    }

    @Test("the link is sent again to who signed up, three mails an hour at most, and the page says the same")
    func again() throws {
        try withCampus {
            $0.limits.mailsPerAccount = 3
        } _: { campus in
            try campus.insertDomain()
            let visitor = TestVisitor(campus)
            let name = "p" + UUID().uuidString.lowercased().prefix(8)
            _ = visitor.post("/sign-up", Typed.signUp(name))
            let answers = (0..<4).map { _ in appearance(visitor.post("/sign-up/again"), without: name) }
            #expect(Set(answers).count == 1)
            #expect(try campus.mails().count == 3)
            #expect(TestVisitor(campus).post("/sign-up/again")["Location"] == "/sign-up")
        }
    }

    @Test("six accounts an hour from one network are one too many, and the form comes back filled")
    func limit() throws {
        try withCampus {
            $0.limits.signUpsPerAddress = 5
        } _: { campus in
            try campus.insertDomain()
            let client = "2001:db8:\(String(Int.random(in: 1...65_000), radix: 16))::1"
            for number in 1...5 {
                let answer = TestVisitor(campus, client: client).post("/sign-up", Typed.signUp("person\(number)"))
                #expect(answer.status == .seeOther)
            }
            let refused = TestVisitor(campus, client: client).post("/sign-up", Typed.signUp("person6"))
            #expect(refused.status == .tooManyRequests)
            #expect(refused["Retry-After"] != nil)
            #expect(refused.text.contains("value=\"person6\""))
            #expect(refused.text.contains("You can go on in"))
        }
    }

    @Test("who is signed in already is led home")
    func signedIn() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            #expect(campus.get("/sign-up", as: browser)["Location"] == "/home")
            #expect(campus.get("/sign-in?to=/c/algorithms", as: browser)["Location"] == "/c/algorithms")
        }
    }
}
