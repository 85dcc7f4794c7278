import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The way through the first steps")
struct FirstStepTests {
    private static let pages: [FirstStep: String] = [
        .courses: CoursePaths.own, .week: AvailabilityPaths.week, .habits: AvailabilityPaths.habits,
        .profile: ProfilePaths.about,
    ]

    @Test("a page says so when it was reached from there, and only then", arguments: pages.keys)
    func line(step: FirstStep) throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            let path = try #require(Self.pages[step])
            let words = "Step \(step.number) of 4"
            let page = campus.get(step.kept(in: path), as: browser)
            #expect(page.status == .ok && page.text.contains(words) && page.text.contains("Skip for now"))
            #expect(page.text.matches(of: #/Skip for now/#).count == 2, "above the form and after it")
            #expect(page.text.contains(#"href="\#(step.next.path)">Skip for now"#))
            #expect(!page.text.contains(#"aria-label="Settings""#), "nothing leads away from the step")
            for other in [path, path + "?step=", path + "?step=//evil.example", path + "?next=/welcome"] {
                let text = campus.get(other, as: browser).text
                #expect(!text.contains("step-line") && !text.contains("evil"), "\(other)")
                #expect(text.contains(#"aria-label="Settings""#), "\(other)")
            }
        }
    }

    @Test("the page of the steps leads to each of them as a step")
    func welcome() throws {
        try withCampus { campus in
            let page = campus.get("/welcome", as: try campus.signIn(campus.insertUser())).text
            for path in FirstStep.allCases.dropFirst().map(\.path) {
                #expect(page.contains(#"href="\#(path)""#), "\(path)")
            }
            #expect(page.contains("Start<span") && !page.contains("Go on<span"))
        }
    }

    @Test("with one part of a step done its button goes on, and with all done the end says so")
    func goingOn() throws {
        try withCampus { campus in
            let user = try campus.insertUser()
            let browser = try campus.signIn(user)
            try campus.insertWeek(.on([.tuesday], 56..<64), of: user)
            #expect(campus.get("/welcome", as: browser).text.contains("Go on<span"))
            #expect(dismissal(campus, browser) == .welcomeDismissed)
            try campus.run(
                """
                UPDATE users SET profile_type = 'alumni', headline = 'Maps', bio_source = 'Draws maps.',
                    picture = 'pattern' WHERE id = \(user)
                """)
            #expect(dismissal(campus, browser) == .welcomeDismissed)
            try campus.run(
                """
                INSERT INTO profile_details (user_id, profile_type, fields) VALUES (\(user), 'alumni', '{"degree": "BSc"}')
                """)
            #expect(dismissal(campus, browser) == .welcomeFinished)
        }
    }

    private func dismissal(_ campus: TestCampus, _ browser: TestBrowser) -> FlashCode? {
        let answer = campus.post("/welcome/dismissal", as: browser)
        return FlashCode.allCases.first { code in
            answer.headers.contains { $0.value.contains("=\(code.rawValue);") }
        }
    }

    @Test("taking courses stays in the step, and then leads on to the week")
    func courses() throws {
        try withCampus { campus in
            let user = try campus.insertUser()
            let browser = try campus.signIn(user)
            let course = try campus.addCourse("CS 161")
            let search = campus.get("/settings/courses?step=courses&q=CS+161", as: browser).text
            #expect(search.contains(#"<input type="hidden" name="step" value="courses">"#))
            let back = try #require(search.firstMatch(of: #/name="to" value="([^"]*)"/#)).1
                .replacing("&amp;", with: "&")
            #expect(back.hasPrefix("/settings/courses?") && back.contains("step=courses"))
            let taken = campus.post(
                CoursePaths.enrolment(course), [("to", String(back)), ("shown", "yes")], as: browser)
            #expect(taken["Location"] == String(back))
            let after = campus.get(String(back), as: browser).text
            let drops = after.matches(of: #/action="\/courses\/[^"]*\/enrolment\/end"/#)
            #expect(drops.count == 1, "not among what is found")
            #expect(after.contains("You take it already"))
            #expect(after.contains("Go on to your week") && after.contains(FirstStep.week.path))

            #expect(after.contains(#"href="/courses/suggestion?step=courses""#))
            let form = campus.get("/courses/suggestion?step=courses", as: browser).text
            #expect(
                form.contains(#"name="step" value="courses""#) && form.contains(#"href="\#(FirstStep.courses.path)""#))
            let fields = [
                (name: "id", value: CourseSuggestion.ID().text), ("code", "NEW 1"), ("title", "Knots and braids"),
                ("section", ""), ("term", "Fall 2026"), ("step", "courses"),
            ]
            #expect(campus.post("/courses/suggestions", fields, as: browser)["Location"] == FirstStep.courses.path)
        }
    }

    @Test("every form of the week stays in the step, and saving what was painted leads on")
    func week() throws {
        try withCampus { campus in
            let user = try campus.insertUser()
            let browser = try campus.signIn(user)
            let path = FirstStep.week.path
            let page = campus.get(path, as: browser).text
            let actions = page.matches(of: #/method="post" action="(\/settings\/availability[^"]*)"/#).map {
                String($0.1)
            }
            #expect(actions.count >= 4 && actions.allSatisfy { $0.contains("?step=week") })
            #expect(page.contains("/settings/availability?hours=all&amp;step=week"))
            #expect(page.contains("/settings/availability/zone?step=week"))

            let wrong = campus.post(path, [("day", "2"), ("from", "16:00"), ("to", "14:00")], as: browser)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Step 3 of 4"))
            let added = campus.post(path, [("day", "2"), ("from", "14:00"), ("to", "16:00")], as: browser)
            #expect(added["Location"] == path)
            #expect(campus.get(path, as: browser).text.contains("Go on to how you study"))

            let painted = Week.on([.tuesday, .friday], 40..<48).hexadecimal
            func paint(_ target: String) throws -> Response {
                let revision = try campus.ownWeek(of: user).revision
                return campus.post(target, [("week", painted), ("revision", String(revision))], as: browser)
            }
            #expect(try paint(path)["Location"] == FirstStep.habits.path)
            #expect(try paint(path)["Location"] == FirstStep.habits.path, "the same hours once more")
            #expect(try paint(AvailabilityPaths.week)["Location"] == AvailabilityPaths.week)

            let zone = campus.post("/settings/availability/zone?step=week", [("zone", "Europe/Lisbon")], as: browser)
            #expect(zone["Location"] == path)
            let timetable = campus.post("/settings/availability/timetable/removal?step=week", as: browser)
            #expect(timetable["Location"] == path)
            let readers = AvailabilityPaths.readers + "?step=week"
            #expect(campus.post(readers, [("availability", "university")], as: browser)["Location"] == path)
            let unchosen = campus.post(readers, as: browser)
            #expect(unchosen.status == .unprocessableContent && unchosen.text.contains("Step 3 of 4"))
        }
    }

    @Test("habits lead on to the first matches, once they are all chosen")
    func habits() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            let path = FirstStep.habits.path
            let wrong = campus.post(path, [("location", "library")], as: browser)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Step 3 of 4"))
            #expect(wrong.text.contains(#"action="\#(path)""#))
            let fields = [(name: "location", value: "library"), ("style", "quiet"), ("pace", "slow")]
            #expect(campus.post(path, fields, as: browser)["Location"] == "/welcome/matches")
            #expect(campus.post(AvailabilityPaths.habits, fields, as: browser)["Location"] == AvailabilityPaths.habits)
        }
    }

    @Test("a mistake in a part of the profile keeps the step")
    func profile() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            let wrong = campus.post(
                "/settings/profile/details/student", [("d-expected_graduation", "soon"), ("step", "profile")],
                as: browser)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains(#"name="step" value="profile""#) && wrong.text.contains("Step 1 of 4"))
        }
    }

    @Test("whose profile is all there is to say is not counted through steps of others")
    func alone() throws {
        try withCampus { campus in
            let user = try campus.insertUser()
            try campus.run("UPDATE users SET profile_type = 'alumni' WHERE id = \(user)")
            let page = campus.get("/settings/profile/about?step=profile", as: try campus.signIn(user)).text
            #expect(page.contains("Your first steps") && !page.contains("of 4"))
        }
    }
}

@Suite("The first matches")
struct FirstMatchesTests {
    private static let week = Week.on([.tuesday], 56..<64)

    @Test("they stand there with their reason, and end the set-up")
    func found() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            for name in ["Bo Li", "Noor Haddad", "Anneke de Wit", "Tomasz Nowak"] {
                _ = try campus.insertStudent(name, in: course, week: Self.week)
            }
            let browser = try campus.signIn(me)
            let page = campus.get("/welcome/matches", as: browser)
            #expect(page.status == .ok && page.text.contains("Step 4 of 4"))
            #expect(page.text.matches(of: #/<article class="match"/#).count == 3)
            #expect(page.text.contains("Tue 14–16") && page.text.contains("Show more people"))
            #expect(!page.text.contains("Tell me when someone is"))
            #expect(try campus.number("SELECT count(*) FROM match_exposures") == 3)
            #expect(campus.get("/home", as: browser).text.contains("Your first steps"))
            #expect(campus.post("/welcome/dismissal", as: browser)["Location"] == "/home")
            #expect(!campus.get("/home", as: browser).text.contains("Your first steps"))
        }
    }

    @Test("who puts somebody off or takes a request back there stays in the set-up")
    func stays() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", username: "bo.li", in: course, week: Self.week)
            let browser = try campus.signIn(me)
            let back = #"name="to" value="/welcome/matches""#
            #expect(campus.get("/welcome/matches", as: browser).text.contains(back))
            let fields = [(name: "person", value: "bo.li"), ("to", "/welcome/matches")]
            let away = try #require(campus.post(MatchPaths.hide, fields, as: browser)["Location"])
            #expect(away == "/welcome/matches?hidden=bo.li")
            let without = campus.get(away, as: browser).text
            #expect(without.contains("Undo") && without.contains(back) && !without.contains("Bo Li"))
            #expect(campus.post(MatchPaths.showAgain, fields, as: browser)["Location"] == "/welcome/matches")
            let elsewhere = [(name: "person", value: "bo.li"), ("to", "/settings/account")]
            #expect(campus.post(MatchPaths.hide, elsewhere, as: browser)["Location"] == "/matches?hidden=bo.li")
            _ = campus.post(MatchPaths.showAgain, fields, as: browser)
            let connection = try campus.insertConnection(from: me, to: bo, state: "pending")
            let asked = campus.get("/welcome/matches", as: browser).text
            #expect(asked.contains("Take it back") && asked.contains(back))
            let taken = campus.post(
                MatchPaths.takeBack(connection), [("to", "/welcome/matches")], as: browser)
            #expect(taken["Location"] == "/welcome/matches")
        }
    }

    @Test("where everybody has been on many first pages, somebody new meets them all the same")
    func resting() throws {
        try withCampus({ $0.matching.firstPagesPerWeek = 1 }) { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            try campus.showFirstPage(of: [bo], to: campus.insertUser("Some Reader"))
            let browser = try campus.signIn(me)
            let page = campus.get("/welcome/matches", as: browser).text
            #expect(page.contains("Bo Li") && !page.contains("Nobody in your courses"))
            // Whoever was on fewer comes alone.
            _ = try campus.insertStudent("Kwame Asante", in: course, week: .on([.tuesday], 56..<60))
            let next = campus.get("/welcome/matches", as: browser).text
            #expect(next.contains("Kwame Asante") && !next.contains("Bo Li") && next.contains("Show more people"))
        }
    }

    @Test("with nobody there one can wait for somebody in each of one’s courses, once")
    func nobody() throws {
        try withCampus { campus in
            let me = try campus.insertUser()
            let browser = try campus.signIn(me)
            #expect(campus.get("/welcome/matches", as: browser).text.contains(FirstStep.courses.path))
            for code in ["CS 161", "MATH 221"] { try campus.enrol(me, in: campus.insertCourse(code, section: "1")) }
            #expect(campus.get("/welcome/matches", as: browser).text.contains(FirstStep.week.path))
            try campus.setHabits(of: me, week: Self.week)
            #expect(campus.get("/welcome/matches", as: browser).text.contains("Tell me when someone is"))
            for _ in 0..<2 {
                #expect(campus.post("/welcome/watches", as: browser)["Location"] == "/welcome/matches")
            }
            #expect(try campus.number("SELECT count(*) FROM match_watches WHERE user_id = \(me)") == 2)
            #expect(campus.get("/welcome/matches", as: browser).text.contains("You’ll get a mail when someone is."))
        }
    }

    @Test("who is blocked, held or shown to nobody is not among them")
    func hidden() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let blocked = try campus.insertStudent("Blocked Person", in: course, week: Self.week)
            let held = try campus.insertStudent("Held Person", in: course, week: Self.week)
            let silent = try campus.insertStudent("Silent Person", in: course, week: Self.week)
            try campus.block(me, blocked)
            try campus.run("UPDATE users SET is_held = true WHERE id = \(held)")
            try campus.enrol(silent, in: course, isShown: false)
            let page = campus.get("/welcome/matches", as: try campus.signIn(me)).text
            #expect(page.contains("Nobody in your courses is free"))
            for name in ["Blocked", "Held", "Silent"] { #expect(!page.contains("\(name) Person")) }
        }
    }
}
