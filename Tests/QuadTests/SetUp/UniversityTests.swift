import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Changing the university")
struct UniversityTests {
    private static let path = SetUpPaths.university

    private static func typed(_ changes: [String: String] = [:]) -> [(name: String, value: String)] {
        let fields = [
            "university": "Alder Bay University", "short-name": "Alder Bay", "time-zone": "America/Vancouver",
            "term": "Spring 2027", "domains": "alderbay.example", "domains-before": "alderbay.example",
        ].merging(changes) { $1 }
        return fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }

    private func withAdmin(_ body: (TestCampus, TestBrowser) throws -> Void) throws {
        try withCampus { campus in
            try campus.run(
                """
                INSERT INTO university_domains (domain, university_id) VALUES ('alderbay.example', \(campus.university))
                """)
            try body(campus, try campus.signIn(campus.insertUser(role: "admin")))
        }
    }

    private func domains(_ campus: TestCampus) throws -> [String] {
        try campus.database.fetch(
            Query<[String]>.values(
                "SELECT domain FROM university_domains WHERE university_id = \(campus.university) ORDER BY domain LIMIT 10"
            ))
    }

    @Test("admins alone find it", arguments: ["member", "moderator"])
    func others(role: String) throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser(role: role))
            #expect(campus.get(Self.path, as: browser).status == .notFound)
            #expect(campus.post(Self.path, Self.typed(), as: browser).status == .notFound)
        }
    }

    @Test("a further domain may sign up from then on, and one that is taken out may not")
    func domainsChange() throws {
        try withAdmin { campus, admin in
            let page = campus.get(Self.path, as: admin)
            #expect(page.status == .ok && page.text.contains("alderbay.example") && page.text.contains("Fall 2026"))
            let both = "alderbay.example\n@Students.AlderBay.example"
            #expect(campus.post(Self.path, Self.typed(["domains": both]), as: admin)["Location"] == Self.path)
            let added = try domains(campus)
            #expect(added == ["alderbay.example", "students.alderbay.example"])
            let second = Self.typed([
                "domains": "students.alderbay.example", "domains-before": "alderbay.example students.alderbay.example",
            ])
            #expect(campus.post(Self.path, second, as: admin).status == .seeOther)
            let left = try domains(campus)
            #expect(left == ["students.alderbay.example"])
        }
    }

    @Test("name, zone and term stand on pages at once")
    func rest() throws {
        try withAdmin { campus, admin in
            let changes = ["university": "Cedar University", "time-zone": "Europe/Berlin"]
            #expect(campus.post(Self.path, Self.typed(changes), as: admin).status == .seeOther)
            #expect(campus.get("/about").text.contains("Cedar University"))
            let row = try campus.database.fetch(
                Query<String>.value("SELECT time_zone || ', ' || current_term FROM universities LIMIT 1"))
            #expect(row == "Europe/Berlin, Spring 2027")
        }
    }

    @Test("what somebody else added meanwhile stays")
    func together() throws {
        try withAdmin { campus, admin in
            try campus.run(
                """
                INSERT INTO university_domains (domain, university_id) VALUES ('staff.alderbay.example', \(campus.university))
                """)
            #expect(campus.post(Self.path, Self.typed(), as: admin).status == .seeOther)
            let kept = try domains(campus)
            #expect(kept == ["alderbay.example", "staff.alderbay.example"])
        }
    }

    @Test("mistakes are said beside their fields, and nothing is changed or lost")
    func mistakes() throws {
        try withAdmin { campus, admin in
            try campus.run(
                """
                INSERT INTO universities (id, slug, name, short_name, time_zone, current_term)
                VALUES ('01930000-0000-7000-8000-0000000000aa', 'other', 'Other', 'Other', 'UTC', 'Fall 2026')
                """)
            try campus.run(
                """
                INSERT INTO university_domains (domain, university_id)
                VALUES ('other.example', '01930000-0000-7000-8000-0000000000aa')
                """)
            let cases = [
                ("university", "", "Type the university’s whole name."), ("term", " ", "Say which term it is now."),
                ("domains", "", "Name at least one domain"), ("domains", "no domain", "isn’t a domain"),
                ("domains", "alderbay.example other.example", "belongs to another university"),
                ("time-zone", "Mars/Olympus", "Choose the zone"),
            ]
            for (field, value, words) in cases {
                let answer = campus.post(Self.path, Self.typed([field: value]), as: admin)
                #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(field) \(value)")
                #expect(answer.text.contains("Spring 2027") == (field != "term"))
            }
            let kept = try domains(campus)
            #expect(kept == ["alderbay.example"])
            #expect(try campus.number("SELECT count(*) FROM universities WHERE current_term = 'Fall 2026'") == 2)
            // A zone that no list has (any more) may stay as it is.
            try campus.run("UPDATE universities SET time_zone = 'Etc/GMT+8' WHERE slug = 'alder-bay'")
            #expect(campus.get(Self.path, as: admin).text.contains(#"<option value="Etc/GMT+8" selected>"#))
            #expect(campus.post(Self.path, Self.typed(["time-zone": "Etc/GMT+8"]), as: admin).status == .seeOther)
        }
    }
}
