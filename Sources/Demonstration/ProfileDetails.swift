import FoundationEssentials

/// What people say of themselves in the fields of their profile type.
enum ProfileDetails {
    /// - Parameter studies: what a student says about them elsewhere.
    /// - Returns: the fields as JSON; `nil` for the third who say nothing.
    static func fields(
        of person: Person, at place: Int, seed: UInt64, studies: (subject: String, year: String)
    ) -> String? {
        var chance = Chance(seed: seed, for: .details, at: place)
        guard place < NamePool.cast.count || chance.happens(0.66) else { return nil }
        func pick(_ list: [String]) -> String { quoted(chance.pick(list) ?? "") }
        func some(_ list: [String]) -> String {
            "[" + list.shuffled(using: &chance).prefix(chance.within(1...3)).map(quoted).joined(separator: ",") + "]"
        }
        let year = 2026
        let fields: [(String, String)]
        switch person.type {
        case .student:
            let bachelor = years.firstIndex(of: studies.year)
            let yearOfStudy = bachelor.map { $0 + 1 } ?? chance.within(1...2)
            let length = bachelor == nil ? 2 : 4
            fields = [
                ("degree", pick(bachelor == nil ? ["MSc", "MA"] : ["BSc", "BA"])),
                ("major", quoted(titled(studies.subject))), ("year", quoted(String(yearOfStudy))),
                ("expected_graduation", String(year + 1 + length - yearOfStudy)),
                ("languages", some(languages)),
            ]
        case .alumni:
            fields = [
                ("degree", pick(["BSc", "BA", "MSc", "PhD"])),
                ("graduation_year", String(year - chance.within(1...20))),
                ("employer", pick(companies)),
                ("job_title", pick(["Engineer", "Analyst", "Teacher", "Editor", "Nurse"])),
                ("industry", pick(industries)), ("city", pick(cities)),
            ]
        case .mentor:
            fields = [
                ("expertise", some(["Job interviews", "Going abroad", "A first paper", "Changing subjects"])),
                ("years_of_experience", String(chance.within(2...25))),
                ("approach", pick(["I ask more than I answer.", "We set one small goal a month."])),
                ("capacity", String(chance.within(1...4))), ("languages", some(languages)),
            ]
        case .faculty:
            fields = [
                ("research_areas", some(["Graph algorithms", "Tidal ecology", "Syntax", "Labour history", "Optics"])),
                ("institution", quoted(Campus.universities[person.university].name)),
                ("publications", #"["“Counting what moves”, Journal of Small Results 12"]"#),
            ]
        case .staff:
            fields = [
                ("department", pick(["Library", "Registrar", "Student advice", "Housing", "IT services"])),
                ("position", pick(["Librarian", "Adviser", "Coordinator", "Technician"])),
            ]
        case .organizationPartner:
            fields = [
                ("company", pick(companies)), ("industry", pick(industries)),
                ("partnership_interests", some(["Theses", "Placements", "Guest lectures", "A shared lab"])),
            ]
        case .investor:
            let from = 25_000 * chance.within(1...8)
            fields = [
                ("focus", some(["Climate", "Health", "Education", "Software"])), ("stage", pick(["pre_seed", "seed"])),
                ("ticket_size", #"{"from":\#(from),"to":\#(from * 4),"currency":"EUR"}"#),
                ("portfolio", some(["Tidewater", "Lumen Labs", "Fieldnote"])),
            ]
        case .innovator:
            fields = [
                ("startup", pick(["Tidewater", "Lumen Labs", "Fieldnote", "Second Shelf"])),
                ("industry", pick(industries)), ("stage", pick(["idea", "pre_seed", "seed"])),
            ]
        case .serviceProvider:
            fields = [
                ("services", some(["Proofreading", "Translation", "Bookkeeping", "Printing"])),
                ("pricing", pick(["By the page, less for students.", "By the hour, the first one is free."])),
            ]
        case .governmentOfficial:
            fields = [
                ("department", pick(["City planning", "Education", "Health"])),
                ("policy_focus", some(["Student housing", "Public transport", "Research funding"])),
            ]
        case .communityMember:
            fields = [("interests", some(["Open lectures", "The choir", "Language tandems", "The botanical garden"]))]
        }
        return "{" + fields.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// "Marine Biology".
    private static func titled(_ subject: String) -> String {
        subject.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// As students say them who aren't at their master's yet.
    private static let years = ["First-year", "Second-year", "Third-year", "Final-year"]
    private static let languages = ["English", "Spanish", "French", "German", "Mandarin", "Arabic", "Hindi", "Persian"]
    private static let companies = ["Harbour Data", "Northlight", "Kite & Sons", "Bluewater Health", "Ostrava Rail"]
    private static let industries = ["Software", "Health", "Education", "Energy", "Logistics", "Publishing"]
    private static let cities = ["Vancouver", "Copenhagen", "Dublin", "Lagos", "Lisbon", "Pune", "Montréal"]
}
