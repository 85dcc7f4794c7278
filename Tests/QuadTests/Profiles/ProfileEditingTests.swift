import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Keeping one’s own profile")
struct ProfileEditingTests {
    @Test("name, headline and types are saved together, and seen by others")
    func basics() throws {
        try withCampus { campus in
            let user = try campus.insertUser("Bo Li", username: "bo.li")
            let own = try campus.signIn(user)
            let sent = campus.post(
                ProfilePaths.profile,
                [
                    ("name", "Bo Li-Haddad"), ("headline", " Asks  before page two. "), ("type", "alumni"),
                    ("further", "mentor"), ("further", "alumni"), ("further", "nonsense"),
                ], as: own)
            #expect(sent.status == .seeOther && sent["Location"] == "/u/bo.li")
            let page = campus.get("/u/bo.li")
            #expect(page.text.contains("Bo Li-Haddad") && page.text.contains("Asks before page two."))
            let form = campus.get(ProfilePaths.profile, as: try campus.signIn(user)).text
            #expect(
                form.contains("/settings/profile/details/mentor") && form.contains("/settings/profile/details/alumni"))
            #expect(campus.get("/settings/profile/details/student", as: own).status == .notFound)
            // What was said as another type goes with it.
            #expect(campus.post("/settings/profile/details/mentor", [("d-capacity", "3")], as: own).status == .seeOther)
            _ = campus.post(ProfilePaths.profile, [("name", "Bo Li"), ("type", "alumni")], as: own)
            #expect(try campus.number("SELECT count(*) FROM profile_details WHERE profile_type = 'mentor'") == 0)
            #expect(campus.post("/settings/profile/details/mentor", [("d-capacity", "3")], as: own).status == .notFound)
        }
    }

    @Test("a form that fails keeps all that was typed")
    func failing() throws {
        try withCampus { campus in
            let own = try campus.signIn(campus.insertUser(username: "bo.li"))
            let basics = campus.post(
                ProfilePaths.profile,
                [
                    ("name", ""), ("headline", String(repeating: "h", count: 121)), ("type", "wizard"),
                    ("further", "mentor"),
                ],
                as: own)
            #expect(basics.status == .unprocessableContent)
            #expect(
                basics.text.contains("Three things to mend") && basics.text.contains(String(repeating: "h", count: 121))
            )
            #expect(basics.text.contains(#"value="mentor" checked"#))
            let details = campus.post(
                "/settings/profile/details/student", [("d-degree", "BSc Maths"), ("d-expected_graduation", "soon")],
                as: own)
            #expect(details.status == .unprocessableContent)
            #expect(details.text.contains("BSc Maths") && details.text.contains("value=\"soon\""))
            let bio = campus.post(ProfilePaths.about, [("bio", String(repeating: "a ", count: 1_001))], as: own)
            #expect(bio.status == .unprocessableContent && bio.text.contains("a a a"))
            let skills = campus.post(
                ProfilePaths.skills,
                [("skill-0", "Python"), ("level-0", "4"), ("skill-1", "python"), ("interests", "Tea\n!!!")], as: own)
            #expect(skills.status == .unprocessableContent && skills.text.contains("This is above already"))
            #expect(skills.text.contains("Tea\n!!!"))
            let links = campus.post(
                ProfilePaths.links, [("label-0", "Mine"), ("address-0", "javascript:alert(1)")], as: own)
            #expect(links.status == .unprocessableContent && links.text.contains("javascript:alert(1)"))
            #expect(!links.text.contains("href=\"javascript"))
        }
    }

    @Test("skills keep their order and levels, and endorsements stay with a skill that stays")
    func skills() throws {
        try withCampus { campus in
            let user = try campus.insertUser(username: "bo.li")
            let own = try campus.signIn(user)
            func save(_ rows: [(String, String, String)]) -> Response {
                let fields = rows.enumerated().flatMap { index, row in
                    [("skill-\(index)", row.0), ("level-\(index)", row.1), ("place-\(index)", row.2)]
                }
                return campus.post(ProfilePaths.skills, fields.map { (name: $0.0, value: $0.1) }, as: own)
            }
            func stored() throws -> [String] {
                try campus.database.fetch(
                    Query<[String]>.values(
                        "SELECT skill || ' ' || level FROM user_skills WHERE user_id = \(user) ORDER BY position"))
            }
            #expect(save([("Python", "4", "1"), ("Tamil", "5", "2"), ("C++", "1", "")]).status == .seeOther)
            #expect(try stored() == ["python 4", "tamil 5", "cplusplus 1"])
            let friend = try campus.insertUser("Friend")
            try campus.connect(user, friend)
            try campus.run(
                "INSERT INTO endorsements (user_id, skill, endorser_id) VALUES (\(user), 'tamil', \(friend))")
            // The third moves to the first place.
            #expect(save([("PYTHON", "3", "1"), ("Tamil", "5", "2"), ("C++", "9", "1")]).status == .seeOther)
            #expect(try stored() == ["cplusplus 3", "python 3", "tamil 5"])
            #expect(try campus.number("SELECT count(*) FROM endorsements") == 1)
            #expect(save([("", "3", "1"), ("", "3", "2")]).status == .seeOther)
            #expect(try stored() == [] && campus.number("SELECT count(*) FROM endorsements") == 0)
        }
    }

    @Test("only connections confirm a skill, once, and may take it back")
    func endorsing() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Owner", username: "owner")
            try campus.fillProfile(of: owner)
            let path = ProfilePaths.endorsement(of: "canary-skills", "owner")
            for reader in ProfileReader.allCases where reader != .connection {
                let browser = try campus.reader(reader, of: owner)
                let status = campus.post(path, as: browser).status
                #expect(status == (browser == nil ? .forbidden : .notFound), "\(reader)")
            }
            #expect(try campus.number("SELECT count(*) FROM endorsements") == 0)
            let friend = try #require(try campus.reader(.connection, of: owner))
            #expect(campus.get("/u/owner", as: friend).text.contains("I’ve seen this"))
            for _ in 0..<2 { #expect(campus.post(path, as: friend).status == .seeOther) }
            #expect(try campus.number("SELECT count(*) FROM endorsements") == 1)
            let other = try #require(try campus.reader(.student, of: owner))
            #expect(campus.get("/u/owner", as: other).text.contains("Connection says so"))
            #expect(!campus.get("/u/owner", as: other).text.contains("I’ve seen this"))
            // Whom one has blocked is neither named nor counted.
            try campus.block(friend.member.id.rawValue, by: other.member.id.rawValue)
            #expect(campus.get("/u/owner", as: other).text.contains("Nobody has confirmed this yet"))
            #expect(campus.post(path + "/withdrawal", as: friend).status == .seeOther)
            #expect(campus.post(path + "/withdrawal", as: friend).status == .notFound)
            try campus.setSections(.owner, of: owner)
            #expect(campus.post(path, as: friend).status == .notFound)
        }
    }

    @Test("completion is the share of weighted fields filled, and leads to what helps most")
    func completion() throws {
        #expect(CompletionStep.allCases.reduce(0) { $0 + $1.weight } == 100)
        try withCampus { campus in
            let user = try campus.insertUser(username: "bo.li")
            let own = try campus.signIn(user)
            func page() -> String { campus.get("/u/bo.li", as: own).text }
            #expect(page().contains("<b>0</b> of 100") && page().contains("Next: say who you are"))
            _ = campus.post(ProfilePaths.about, [("bio", "I ask a lot.")], as: own)
            #expect(page().contains("<b>20</b> of 100") && page().contains("Next: say how you like to study"))
            #expect(page().contains("worth 15 of 100 here and 30 in every match"))
            #expect(campus.post(ProfilePaths.leftOut, [("step", "habits")], as: own).status == .seeOther)
            #expect(page().contains("Next: say when you’re free"))
            try campus.run("UPDATE users SET profile_type = 'alumni' WHERE id = \(user)")
            // Who doesn't study is asked for nothing that studying takes.
            #expect(page().contains("<b>33</b> of 100"))
        }
    }

    @Test("who sees what is chosen, and courses and hours can’t be for everyone")
    func visibility() throws {
        try withCampus { campus in
            let user = try campus.insertUser(username: "bo.li")
            let own = try campus.signIn(user)
            let usual = VisibilityHandlers.sections.map { (name: $0.rawValue, value: $0.usual.rawValue) }
            #expect(campus.get(ProfilePaths.visibility, as: own).status == .ok)
            let chosen = [(name: "visibility", value: "connections")] + usual
            #expect(campus.post(ProfilePaths.visibility, chosen, as: own).status == .seeOther)
            #expect(campus.get("/u/bo.li").status == .notFound)
            for section in ["courses", "availability"] {
                let wide = chosen.filter { $0.name != section } + [(name: section, value: "public")]
                #expect(campus.post(ProfilePaths.visibility, wide, as: own).status == .unprocessableContent)
            }
            #expect(
                campus.post(ProfilePaths.visibility, [("visibility", "everyone")], as: own).status
                    == .unprocessableContent)
            #expect(try campus.number("SELECT count(*) FROM profile_sections WHERE visibility = 'public'") == 0)
        }
    }

    @Test("the first set-up leads through what is missing, and back to itself")
    func welcome() throws {
        try withCampus { campus in
            let user = try campus.insertUser(username: "bo.li")
            let own = try campus.signIn(user)
            let first = campus.get("/welcome", as: own).text
            #expect(first.contains("/settings/profile/photo?step=profile") && first.contains("/welcome/matches"))
            #expect(campus.get("/home", as: own).text.contains("Your first steps: 0 of 3"))
            let about = campus.get("/settings/profile/about?step=profile", as: own).text
            #expect(about.contains(#"name="step" value="profile""#))
            #expect(
                campus.post(ProfilePaths.about, [("bio", "Hi."), ("step", "profile")], as: own)["Location"]
                    == "/welcome")
            #expect(
                campus.post(ProfilePaths.about, [("bio", "Hi."), ("step", "//evil.example")], as: own)["Location"]
                    == "/u/bo.li")
            #expect(campus.post(ProfilePaths.pattern, [("step", "profile")], as: own)["Location"] == "/welcome")
            try campus.run("UPDATE users SET headline = 'x' WHERE id = \(user)")
            #expect(
                campus.post("/settings/profile/details/student", [("d-major", "Maths")], as: own).status == .seeOther)
            try campus.insertCourse("CS 1", takenBy: [(user, false)])
            #expect(campus.get("/home", as: own).text.contains("Your first steps: 2 of 3"))
            try campus.setHabits(of: user, week: .on([.tuesday], 56..<64))
            let last = campus.get("/home", as: own).text
            #expect(last.contains("Your first steps: 3 of 3") && last.contains("Next: your first matches."))
            #expect(last.contains(#"href="/welcome/matches""#))
            #expect(campus.post(ProfilePaths.welcomeDismissal, as: own).status == .seeOther)
            #expect(!campus.get("/home", as: own).text.contains("Your first steps"))
            #expect(campus.get("/welcome", as: own).status == .ok)
        }
    }

    @Test("a username changes once in 30 days, the old one leads on, and nobody else gets it")
    func username() throws {
        try withCampus { campus in
            let user = try campus.insertUser("Bo Li", username: "bo.li")
            let other = try campus.signIn(campus.insertUser(username: "other"))
            func change(_ name: String) throws -> Response {
                campus.post(ProfilePaths.username, [("username", name)], as: try campus.signIn(user))
            }
            #expect(try change("other").status == .unprocessableContent)
            #expect(try change("x").status == .unprocessableContent)
            #expect(try change("bo.haddad")["Location"] == "/u/bo.haddad")
            #expect(campus.get("/u/bo.haddad").status == .ok)
            #expect(
                campus.get("/u/bo.li").status == .movedPermanently
                    && campus.get("/u/bo.li")["Location"] == "/u/bo.haddad")
            #expect(try change("bo.again").text.contains("less than 30 days ago"))
            #expect(
                campus.post(ProfilePaths.username, [("username", "bo.li")], as: other).status == .unprocessableContent)
            try campus.run("UPDATE former_usernames SET changed_at = now() - interval '31 days'")
            #expect(try change("bo.li")["Location"] == "/u/bo.li")
            #expect(campus.get("/u/bo.li").status == .ok && campus.get("/u/bo.haddad")["Location"] == "/u/bo.li")
            try campus.run("UPDATE users SET visibility = 'only_me' WHERE id = \(user)")
            campus.application.pages.drop([.everything])
            #expect(campus.get("/u/bo.haddad").status == .notFound)
        }
    }

    @Test("a public profile says to programs what it says to visitors, and no more")
    func structuredData() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Owner", username: "owner")
            try campus.fillProfile(of: owner)
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: owner)
            let closed = campus.get("/u/owner").text
            #expect(closed.contains("\"ProfilePage\"") && !closed.contains("knowsAbout") && !closed.contains("sameAs"))
            try campus.setSections(.everyone, of: owner)
            campus.application.pages.drop([.everything])
            let open = campus.get("/u/owner").text
            #expect(
                open.contains(#""knowsAbout":["canary-skills","canary-skills"]"#)
                    && open.contains(#""sameAs":["https://canary.example"]"#))
            #expect(
                campus.get("/u/owner", as: try campus.reader(.student, of: owner))["X-Robots-Tag"]?.contains("noindex")
                    == true)
        }
    }
}

@Suite("Finding people by what they say of themselves")
struct ProfileSearchTests {
    @Test("skills and descriptions lead to those who show them, and to nobody else", arguments: ProfileReader.allCases)
    func search(reader: ProfileReader) throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Zora Quist", username: "zora")
            try campus.fillProfile(of: owner)
            let browser = try campus.reader(reader, of: owner)
            func finds(_ words: String) -> Bool {
                campus.get("/search?q=\(words)&scope=people", as: browser).text
                    .contains(#"class="name" href="/u/zora""#)
            }
            #expect(finds("Zora") == (reader != .blocked))
            let isShown: Bool = [.student, .connection, .moderator, .owner].contains(reader)
            // Both hold "canary": a skill's name from its beginning, a description anywhere.
            #expect(finds("canary-skills") == isShown)
            #expect(finds("ary-details") == isShown)
            #expect(!finds("degree") && !finds("100%25"))
            try campus.setSections(.connections, of: owner)
            #expect(finds("canary-skills") == [.connection, .owner].contains(reader))
            try campus.run("UPDATE users SET is_held = true WHERE id = \(owner)")
            #expect(finds("ary-details") == (reader == .owner))
        }
    }
}
