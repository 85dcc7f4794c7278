import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

extension TestCampus {
    func ownWeek(of user: UUID) throws -> OwnWeek {
        try #require(try database.fetch(.ownWeek(of: Member.ID(rawValue: user))))
    }

    fileprivate func sendCalendar(_ text: String?, as browser: TestBrowser) throws -> Response {
        let files = try text.map {
            [
                try UploadedFile(
                    name: "ics", fileName: "term.ics", contentType: "text/calendar", bytes: Array($0.utf8), in: "/tmp")
            ]
        }
        let request = Request(
            .post, AvailabilityPaths.timetable,
            headers: [("Sec-Fetch-Site", "same-origin")] + browser.headers,
            body: .multipart(MultipartForm(fields: FormFields([]), files: files ?? [])))
        return application.respond(to: request, on: worker)
    }
}

@Suite("One’s own week, without scripts and with them", .serialized)
struct WeekPageTests {
    private func withStudent(_ body: (TestCampus, UUID, TestBrowser) throws -> Void) throws {
        try withCampus { campus in
            let user = try campus.insertUser()
            try body(campus, user, try campus.signIn(user))
        }
    }

    private let path = AvailabilityPaths.week

    @Test("who sees the whole week is chosen beside it, by the rule of the profile")
    func readers() throws {
        try withStudent { campus, user, browser in
            let path = AvailabilityPaths.readers
            var own = try campus.ownWeek(of: user)
            #expect(own.readers == .connections)
            #expect(campus.get(self.path, as: browser).text.contains("value=\"connections\" checked"))
            let answer = campus.post(path, [("availability", "university")], as: browser)
            #expect(answer.status == .seeOther && answer["Location"] == self.path)
            own = try campus.ownWeek(of: user)
            #expect(own.readers == .university)
            #expect(campus.get(self.path, as: browser).text.contains("value=\"university\" checked"))
            for wrong in ["public", "everybody", ""] {
                let refused = campus.post(path, [("availability", wrong)], as: browser)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("Choose one of the three."))
            }
            own = try campus.ownWeek(of: user)
            #expect(own.readers == .university)
        }
    }

    @Test(
        "a week is changed so many times in a minute, and no more",
        arguments: [
            AvailabilityPaths.week, AvailabilityPaths.zone, AvailabilityPaths.readers,
        ])
    func limit(path: String) throws {
        try withCampus({ $0.limits.weekChangesPerMinute = 2 }) { campus in
            let browser = try campus.signIn(campus.insertUser())
            let form = [("day", "2"), ("from", "9:00"), ("to", "11:00"), ("zone", ""), ("availability", "only_me")]
            for _ in 1...2 { #expect(campus.post(path, form, as: browser).status == .seeOther) }
            let refused = campus.post(path, form, as: browser)
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("changed your week many times"))
        }
    }

    @Test("hours are added, merge, are removed one by one and brought back")
    func list() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            #expect(campus.get(path, as: browser).text.contains("Nothing saved yet"))
            for (from, to) in [("13:00", "16:00"), ("15:30", "17:30")] {
                let response = campus.post(path, [("day", "2"), ("from", from), ("to", to)], as: browser)
                #expect(response.status == .seeOther)
            }
            own = try campus.ownWeek(of: user)
            #expect(own.free.listed == "Tue 13–17:30.")
            let page = campus.get(path, as: browser).text
            #expect(page.contains(#"aria-label="Remove Tue 13–17:30""#) && page.contains("4½ hours"))
            _ = campus.post(path, [("remove", "244-262")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free.isEmpty)
            _ = campus.post(path, [("undo", "1")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free.listed == "Tue 13–17:30.")
            _ = campus.post(path, [("clear", "1")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free.isEmpty)
        }
    }

    @Test("wrong hours are answered with 422, a sentence, and what was chosen")
    func wrongHours() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            let response = campus.post(path, [("day", "3"), ("from", "11:00"), ("to", "9:00")], as: browser)
            #expect(response.status == .unprocessableContent)
            #expect(response.text.contains("These hours end before they start"))
            #expect(response.text.contains(#"<option value="3" selected>Wednesday"#))
            #expect(response.text.contains(#"<option value="11:00" selected>"#))
            own = try campus.ownWeek(of: user)
            #expect(own.revision == 0)
        }
    }

    @Test("patterns add their hours, and between lectures means just that")
    func patterns() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            let busy = Week([.monday: [40..<46, 56..<62], .friday: [40..<44]])
            _ = campus.post(AvailabilityPaths.timetableConfirmation, [("busy", busy.hexadecimal)], as: browser)
            _ = campus.post(path, [("pattern", "between-lectures")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free.listed == "Mon 11:30–14.")
            _ = campus.post(path, [("pattern", "mornings")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free.spans(on: .monday) == [32..<40, 46..<56])
            own = try campus.ownWeek(of: user)
            #expect(own.free.spans(on: .friday) == [32..<40, 44..<48])
            _ = campus.post(path, [("clear", "1")], as: browser)
            _ = campus.post(path, [("day", "1"), ("from", "8"), ("to", "9")], as: browser)
            _ = campus.post(path, [("pattern", "like-monday")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free.quarters == 20)
        }
    }

    @Test("a painted week is saved from the revision it began with, and never over a newer one")
    func painted() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            let (first, second) = (Week([.monday: [36..<44]]), Week([.friday: [36..<44]]))
            let fields = { (week: Week) in [("week", week.hexadecimal), ("revision", "0")] }
            #expect(campus.post(path, fields(first), as: browser).status == .seeOther)
            let conflict = campus.post(path, fields(second), as: browser)
            #expect(conflict.status == .conflict)
            for words in ["Mon 9–11", "Fri 9–11", second.hexadecimal, second.union(first).hexadecimal] {
                #expect(conflict.text.contains(words))
            }
            own = try campus.ownWeek(of: user)
            #expect(own.free == first)
            // What was painted goes along with the other forms too.
            let added = campus.post(
                path, [("week", second.hexadecimal), ("revision", "1"), ("day", "6"), ("from", "10"), ("to", "12")],
                as: browser)
            #expect(added.status == .seeOther)
            own = try campus.ownWeek(of: user)
            #expect(own.free.listed == "Fri 9–11; Sat 10–12.")
        }
    }

    @Test("a week in another form is refused and nothing is lost")
    func unreadable() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            _ = campus.post(path, [("pattern", "evenings")], as: browser)
            let response = campus.post(path, [("week", "zz"), ("revision", "1")], as: browser)
            #expect(response.status == .unprocessableContent)
            own = try campus.ownWeek(of: user)
            #expect(own.free.quarters == 60)
        }
    }

    @Test("hours of the timetable cannot be free, neither painted nor added")
    func taken() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            _ = campus.post(path, [("day", "1"), ("from", "9"), ("to", "12")], as: browser)
            let busy = Week([.monday: [40..<44]])
            _ = campus.post(AvailabilityPaths.timetableConfirmation, [("busy", busy.hexadecimal)], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free.listed == "Mon 9–10, 11–12.")
            let inside = campus.post(path, [("day", "1"), ("from", "10"), ("to", "11")], as: browser)
            #expect(inside.status == .unprocessableContent)
            #expect(inside.text.contains("Your timetable takes all of these hours"))
            let all = Week([0..<Week.slotCount])
            _ = campus.post(path, [("week", all.hexadecimal), ("revision", "2")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.free == all.subtracting(busy))
            _ = campus.post(AvailabilityPaths.timetableRemoval, as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.busy.isEmpty)
        }
    }

    @Test("a timetable is shown first, and neither its words nor its hours are kept until it is taken")
    func timetable() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            let day = CivilTime(secondsSince1970: Int(Date.now.timeIntervalSince1970))
            let text = String(day.year) + (day.month < 10 ? "0" : "") + String(day.month)
            let calendar = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                SUMMARY:Secret seminar
                DTSTART:\(text)01T101500
                DURATION:PT1H30M
                RRULE:FREQ=WEEKLY;BYDAY=TU
                END:VEVENT
                END:VCALENDAR
                """
            let preview = try campus.sendCalendar(calendar, as: browser)
            #expect(preview.status == .ok)
            #expect(preview.text.contains("10:15–11:45") && !preview.text.contains("Secret"))
            own = try campus.ownWeek(of: user)
            #expect(own.busy.isEmpty)
            for bad in [nil, "", "<html>", "BEGIN:VCALENDAR\n"] {
                let response = try campus.sendCalendar(bad, as: browser)
                #expect(response.status == .unprocessableContent)
                #expect(response.text.contains(#"id="ics-error""#))
            }
        }
    }

    @Test("a zone is found by its name or its city, and unknown ones are refused")
    func zones() throws {
        try withStudent { campus, user, browser in
            var own = try campus.ownWeek(of: user)
            let zone = AvailabilityPaths.zone
            for (typed, name) in [("europe/lisbon", "Europe/Lisbon"), ("Tokyo", "Asia/Tokyo")] {
                #expect(campus.post(zone, [("zone", typed)], as: browser).status == .seeOther)
                own = try campus.ownWeek(of: user)
                #expect(own.chosenZone == name)
            }
            #expect(campus.get(path, as: browser).text.contains("Tokyo, now"))
            let wrong = campus.post(zone, [("zone", "../etc/passwd")], as: browser)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains(#"value="../etc/passwd""#))
            _ = campus.post(zone, [("zone", " ")], as: browser)
            own = try campus.ownWeek(of: user)
            #expect(own.chosenZone == nil)
        }
    }

    @Test("habits are asked for one by one and kept together")
    func habits() throws {
        try withStudent { campus, user, browser in
            let path = AvailabilityPaths.habits
            let half = campus.post(path, [("location", "cafe"), ("pace", "very")], as: browser)
            #expect(half.status == .unprocessableContent)
            #expect(half.text.contains("Two things to mend"))
            #expect(half.text.contains(#"value="cafe" checked"#))
            let fields = [("location", "study_room"), ("style", "quiet"), ("pace", "fast")]
            #expect(campus.post(path, fields, as: browser).status == .seeOther)
            let saved = try campus.database.fetch(.habits(of: Member.ID(rawValue: user)))
            #expect(saved == StudyHabits(location: .studyRoom, style: .quiet, pace: .fast))
        }
    }
}
