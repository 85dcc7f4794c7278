import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Free together today")
struct FreeTodayTests {
    /// Tue 20 Oct 2026, 12:40 in Alder Bay, seven hours behind UTC.
    private static let noon = Date(timeIntervalSince1970: 1_792_525_200)
    private static let zone = "America/Los_Angeles"

    private func day(_ week: Week, in campus: TestCampus) -> StudyDay {
        StudyDay(of: week, zone: campus.application.zones.offsets(of: Self.zone), now: Self.noon)
    }

    private func people(of user: UUID, in campus: TestCampus) throws -> [FreeToday] {
        let reader = try campus.reader(user, now: Self.noon)
        return try campus.database.fetch(
            .freeToday(day(reader.week, in: campus), for: reader, as: try campus.signIn(user).member))
    }

    @Test("the day is that of the reader’s clock, and what is over of it is over")
    func studyDay() throws {
        try withCampus { campus in
            let day = day(.on([.tuesday, .wednesday], 40..<60), in: campus)
            #expect(day.weekday == .tuesday && day.clock == "12:40" && day.minute == 760)
            #expect(day.times(of: day.hours) == "10–15" && day.times(of: day.rest) == "12:30–15")
            let elsewhere = StudyDay(
                of: Week(), zone: campus.application.zones.offsets(of: "Asia/Tokyo"), now: Self.noon)
            #expect(elsewhere.weekday == .wednesday && elsewhere.clock == "4:40" && elsewhere.rest.isEmpty)
        }
    }

    @Test("people one is connected with come before course mates, and whoever is free first stands first")
    func order() throws {
        try withCampus { campus in
            let course = try campus.insertCourse("CS 161")
            let me = try campus.insertStudent("Leila Farahani", in: course, week: .on([.tuesday], 52..<80))
            let late = try campus.insertUser("Late Friend")
            try campus.setHabits(of: late, week: .on([.tuesday], 72..<80))
            try campus.connect(me, late)
            for (place, name) in ["Ada", "Ben", "Cleo", "Dan", "Eva"].enumerated() {
                let start = 52 + 4 * place
                _ = try campus.insertStudent("\(name) Mate", in: course, week: .on([.tuesday], start..<start + 4))
            }
            _ = try campus.insertStudent("Over Already", in: course, week: .on([.tuesday], 40..<50))
            _ = try campus.insertStudent("Other Day", in: course, week: .on([.friday], 52..<80))
            let found = try people(of: me, in: campus)
            #expect(
                found.map(\.firstName) == ["Ada", "Ben", "Cleo", "Dan", "Late"], "five at most, the friend among them")
            #expect(found.map(\.course) == ["CS 161", "CS 161", "CS 161", "CS 161", nil])
            let strips = try #require(TodayStrips(found, on: day(.on([.tuesday], 52..<80), in: campus)))
            #expect(strips.own == "13–20" && strips.now?.words == "12:40")
            #expect(strips.rows.map(\.times) == ["13–14", "14–15", "15–16", "16–17", "18–20"])
            #expect(strips.rows.last?.title == "You and Late are both free today 18–20")
            #expect(strips.lead == "Several people are free today when you are.")
            #expect(!strips.labels.map(\.words).contains("12:00"), "the time now stands there")
        }
    }

    @Test("whose week is not for the reader shows the shared hours alone, or nothing")
    func visibility() throws {
        try withCampus { campus in
            let course = try campus.insertCourse("CS 161")
            let me = try campus.insertStudent("Leila Farahani", in: course, week: .on([.tuesday], 56..<64))
            let friend = try campus.insertUser("Open Friend")
            let secret = try campus.insertUser("Secret Friend")
            for user in [friend, secret] {
                try campus.setHabits(of: user, week: .on([.tuesday], 52..<80))
                try campus.connect(me, user)
            }
            try campus.run(
                """
                INSERT INTO profile_sections (user_id, section, visibility) VALUES (\(secret), 'availability', 'only_me')
                """)
            _ = try campus.insertStudent("Course Mate", in: course, week: .on([.tuesday], 52..<80))
            let found = try people(of: me, in: campus)
            #expect(Set(found.map(\.name)) == ["Open Friend", "Course Mate"])
            for person in found {
                #expect(person.shared == .on([.tuesday], 56..<64))
                #expect((person.theirs == nil) == (person.name == "Course Mate"), "\(person.name)")
            }
            let strips = try #require(TodayStrips(found, on: day(.on([.tuesday], 56..<64), in: campus)))
            for row in strips.rows where row.person.name == "Course Mate" {
                #expect(row.them.map(\.x) == row.both.map(\.x), "nothing of the rest of their day")
            }
        }
    }

    @Test("who is blocked, held, silenced, put off or not shown in the course is nobody’s partner")
    func hidden() throws {
        try withCampus { campus in
            let course = try campus.insertCourse("CS 161")
            let week = Week.on([.tuesday], 56..<64)
            let me = try campus.insertStudent("Leila Farahani", in: course, week: week)
            func person(_ name: String, isFriend: Bool) throws -> UUID {
                if !isFriend { return try campus.insertStudent(name, in: course, week: week) }
                let user = try campus.insertUser(name)
                try campus.setHabits(of: user, week: week)
                try campus.connect(me, user)
                return user
            }
            for isFriend in [true, false] {
                try campus.block(me, person("Blocked", isFriend: isFriend))
                try campus.run("UPDATE users SET is_held = true WHERE id = \(person("Held", isFriend: isFriend))")
                try campus.run(
                    """
                    UPDATE users SET state = 'silenced', state_reason = 'x' WHERE id = \(person("Silent", isFriend: isFriend))
                    """)
                try campus.run(
                    "UPDATE users SET visibility = 'only_me' WHERE id = \(person("Nobody’s", isFriend: isFriend))")
            }
            try campus.run(
                """
                INSERT INTO hidden_people (user_id, other_id, until)
                VALUES (\(me), \(person("Put Off", isFriend: false)), now() + interval '1 day')
                """)
            try campus.enrol(person("Unshown", isFriend: false), in: course, isShown: false)
            #expect(try people(of: me, in: campus).isEmpty)
        }
    }

    @Test("hours of another zone are compared on the reader’s clock")
    func zones() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: .on([.tuesday], 56..<64))
            let abroad = try campus.insertUser("Abroad Friend")
            // Tue 23:00 to Wed 1:00 in Berlin is Tue 14:00 to 16:00 in Alder Bay.
            try campus.setHabits(
                of: abroad, week: Week([.tuesday: [92..<96], .wednesday: [0..<4]]), zone: "Europe/Berlin")
            try campus.connect(me, abroad)
            let found = try people(of: me, in: campus)
            #expect(found.map(\.shared) == [.on([.tuesday], 56..<64)])
        }
    }

    @Test("somebody one knows stands on the home page from a zone where nobody takes a course")
    func zoneWithoutCourses() throws {
        try withCampus { campus in
            let always = Week([0..<Week.slotCount])
            let me = try campus.insertStudent("Leila Farahani", in: campus.insertCourse("CS 161"), week: always)
            try campus.add(me, to: campus.insertCommunity())
            let abroad = try campus.insertUser("Abroad Friend")
            try campus.setHabits(of: abroad, week: always, zone: "Europe/Berlin")
            try campus.connect(me, abroad)
            let page = campus.get("/home", as: try campus.signIn(me)).text
            #expect(page.contains("You and Abroad are both free today"))
            try campus.database.script("DELETE FROM match_zones; SELECT fill_match_pool()")
            #expect(try people(of: me, in: campus).map(\.firstName) == ["Abroad"])
        }
    }

    @Test("the home page shows the strips where somebody is free, and nothing where nobody is")
    func page() throws {
        try withCampus { campus in
            let course = try campus.insertCourse("CS 161")
            let always = Week([0..<Week.slotCount])
            let me = try campus.insertStudent("Leila Farahani", in: course, week: always)
            try campus.add(me, to: campus.insertCommunity())
            let browser = try campus.signIn(me)
            #expect(!campus.get("/home", as: browser).text.contains("Free together today"))
            _ = try campus.insertStudent("Bo Li", in: course, week: always)
            let page = campus.get("/home", as: browser).text
            #expect(page.contains("Free together today") && page.contains("One person is free today when you are."))
            #expect(page.contains("You and Bo are both free today") && page.contains("class=\"now\""))
            #expect(!campus.get("/home?feed=following", as: browser).text.contains("Free together today"))
            try campus.setHabits(of: me, week: Week())
            #expect(!campus.get("/home", as: browser).text.contains("Free together today"))
            // Before one has joined a community, too.
            let alone = try campus.insertStudent("Noor Haddad", in: course, week: always)
            #expect(campus.get("/home", as: try campus.signIn(alone)).text.contains("You and Bo are both free today"))
        }
    }
}

@Suite("Times that are agreed")
struct AgreedTimeTests {
    /// Tue 20 Oct 2026, 12:40 in Alder Bay.
    private static let noon = Date(timeIntervalSince1970: 1_792_525_200)
    private static let zone = "America/Los_Angeles"

    private func group(
        _ name: String, _ day: Weekday, _ span: Range<Int>, zone: String = AgreedTimeTests.zone,
        standing: StudyGroup.Standing = .member, saidYes: Int = 4
    ) -> StudyGroup {
        StudyGroup(
            id: StudyGroup.ID(), courseID: MatchCourse.ID(), courseCode: "CS 161", name: name, founderID: Member.ID(),
            slots: Week.slots(span, on: day), timeZone: zone, seenCount: 5, saidYes: saidYes,
            standing: standing)
    }

    @Test("those of the next seven days come in their order, one that goes on first; what waits is not agreed")
    func order() {
        let book = ZoneBook()
        let day = StudyDay(of: Week(), zone: book.offsets(of: Self.zone), now: Self.noon)
        let times = AgreedTime.next(
            [
                group("Monday", .monday, 40..<48), group("Now", .tuesday, 48..<56),
                group("Thursday", .thursday, 64..<72), group("Over", .tuesday, 32..<40),
                group("Abroad", .wednesday, 8..<16, zone: "Europe/Berlin"),
                group("Invited", .wednesday, 40..<48, standing: .invited),
                group("Waiting", .wednesday, 40..<48, saidYes: 2),
            ], on: day, clock: Self.zone, book: book, now: Self.noon)
        #expect(times.map(\.group) == ["Now", "Abroad", "Thursday", "Monday", "Over"])
        #expect(times.map(\.time) == ["Today 12–14", "Today 17–19", "Thu 16–18", "Mon 10–12", "Tue 8–10"])
        #expect(times.first?.line == "CS 161, 4 people")
    }

    @Test("what comes next week is told by the clocks of next week")
    func clocksChange() {
        let book = ZoneBook()
        // Sat 24 Oct 2026, 12:00 in Alder Bay: Berlin's clocks go back on Sunday, these a week later.
        let now = Date(timeIntervalSince1970: 1_792_868_400)
        let day = StudyDay(of: Week(), zone: book.offsets(of: Self.zone), now: now)
        let times = AgreedTime.next(
            [group("Abroad", .wednesday, 72..<80, zone: "Europe/Berlin")], on: day, clock: Self.zone, book: book,
            now: now)
        #expect(times.map(\.time) == ["Wed 10–12"])
    }

    @Test("they stand beside the home page, each leading to its group")
    func page() throws {
        try withCampus { campus in
            let course = try campus.insertCourse("CS 161")
            let me = try campus.insertStudent("Leila Farahani", in: course, week: .on([.wednesday], 72..<80))
            try campus.add(me, to: campus.insertCommunity())
            let (group, browser) = (UUID(), try campus.signIn(me))
            #expect(!campus.get("/home", as: browser).text.contains("Agreed"))
            try campus.run(
                """
                INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                    member_count)
                VALUES (\(group), \(course), 'Heaps and coffee', \(me), 360, 8, \(Self.zone), 3)
                """)
            let others = [try campus.insertUser("Bo Li"), try campus.insertUser("Noor Haddad")]
            for (person, state) in [(me, "member"), (others[0], "member"), (others[1], "invited")] {
                try campus.run(
                    "INSERT INTO study_group_members (group_id, user_id, state) VALUES (\(group), \(person), \(state))")
            }
            #expect(!campus.get("/home", as: browser).text.contains("Agreed"), "two have said yes")
            try campus.run("UPDATE study_group_members SET state = 'member'")
            let page = campus.get("/home", as: browser).text
            #expect(page.contains("Agreed") && page.contains("Heaps and coffee") && page.contains("18–20"))
            #expect(page.contains("/groups/\(group.uuidString.lowercased())"))
        }
    }
}
