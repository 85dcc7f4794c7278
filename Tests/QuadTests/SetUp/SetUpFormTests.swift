import HTTPServer
import Testing

@testable import Quad

@Suite("What is typed to set an installation up")
struct SetUpFormTests {
    @Test("domains are read one a line or beside each other, each once, in lower case")
    func domains() throws {
        let typed = " Students.AlderBay.example\nalderbay.example, @staff.alderbay.example\n\nalderbay.example"
        #expect(
            try EmailDomain.list(typed).map(\.text) == [
                "students.alderbay.example", "alderbay.example", "staff.alderbay.example",
            ])
        #expect(throws: EmailDomainError.none) { try EmailDomain.list(" \n") }
        #expect(throws: EmailDomainError.notADomain(place: 2, of: 3)) {
            try EmailDomain.list("a.example\nnonsense\nb.example")
        }
        let many = (0...50).map { "d\($0).example" }.joined(separator: "\n")
        #expect(throws: EmailDomainError.tooMany) { try EmailDomain.list(many) }
    }

    @Test(
        "what no address can end in is no domain",
        arguments: [
            "", "example", "a..example", "-a.example", "a.e", "a.1", "a b.example", "möwe.example", "a@b.example",
        ])
    func noDomain(text: String) {
        #expect(EmailDomain(text) == nil)
    }

    @Test("a line about a university is folded, and has nothing invisible in it")
    func line() throws {
        #expect(try CampusLine("  Alder   Bay\u{A0}University ", as: .name).text == "Alder Bay University")
        #expect(throws: CampusLineError.empty(.term)) { try CampusLine("\u{3000} ", as: .term) }
        #expect(throws: CampusLineError.invisible(.name)) { try CampusLine("Alder\nBay", as: .name) }
        #expect(throws: CampusLineError.invisible(.name)) { try CampusLine("Alder\u{202E}Bay", as: .name) }
        #expect(throws: CampusLineError.tooLong(.shortName)) {
            try CampusLine(String(repeating: "a", count: 41), as: .shortName)
        }
    }

    @Test(
        "a university’s slug is made of its short name",
        arguments: [
            ("Alder Bay", "alder-bay"), ("Universität Zürich", "universitat-zurich"), ("東京大学", "campus"),
            ("Straße der Universitäten und Musik ßßßßß", "strasse-der-universitaten-und-musik-ssss"),
        ])
    func slug(name: String, slug: String) throws {
        let campus = NewCampus(
            name: try CampusLine("A", as: .name), shortName: try CampusLine(name, as: .shortName), domains: [],
            timeZone: "UTC", term: try CampusLine("T", as: .term))
        #expect(campus.slug == slug)
    }

    @Test("the system’s time zones can be chosen, and each of them can be read")
    func zones() throws {
        let zones = TimeZones()
        for name in ["America/Vancouver", "Europe/Copenhagen", "Asia/Kolkata", "UTC"] { #expect(zones.contains(name)) }
        #expect(!zones.contains("Mars/Olympus_Mons") && !zones.contains("") && !zones.contains("../UTC"))
        #expect(zones.regions.last?.name == "Elsewhere")
        for zone in zones.regions.flatMap(\.zones) { _ = try ZoneOffsets(named: zone.name) }
        let table = "# country\nAR\t-3436-05827\tAmerica/Argentina/Buenos_Aires\tBA\nXX\t+0\n"
        #expect(TimeZones(table: table).regions.first?.zones.map(\.city) == ["Buenos Aires (Argentina)"])
        #expect(TimeZones(in: "/nowhere").regions.map(\.name) == ["Elsewhere"])
        #expect(TimeZones.ofThisMachine("/nowhere") == "UTC")
    }

    @Test("all that is wrong is told at once, in the order of the fields, and no password comes back")
    func mistakes() throws {
        let form = SetUpForm(
            FormFields([("name", "Ines Albrecht"), ("password", "ines albrecht"), ("time-zone", "Mars/Crater")]))
        let mistakes = #expect(throws: FormMistakes.self) {
            try form.checked(zones: TimeZones()) { _ in true }
        }
        #expect(
            mistakes?.all.map(\.field) == [
                "code", "university", "short-name", "domains", "time-zone", "term", "email", "username", "password",
            ])
        #expect(mistakes?.title == "9 things to mend")
    }
}
