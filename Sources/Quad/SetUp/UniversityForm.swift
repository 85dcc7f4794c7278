import HTTPServer

/// What pages, times and sign-up say of the university, as an admin types it.
struct UniversityForm: Sendable {
    var name = ""
    var shortName = ""
    var timeZone = ""
    var term = ""
    /// One a line.
    var domains = ""
    /// Those the form began with, between blanks: what somebody else adds meanwhile is not taken away.
    var domainsBefore = ""

    init(_ kept: KeptUniversity) {
        (name, shortName, timeZone, term) = (kept.name, kept.shortName, kept.timeZone, kept.term)
        domains = kept.domains.joined(separator: "\n")
        domainsBefore = kept.domains.joined(separator: " ")
    }

    init(_ fields: FormFields) {
        func value(_ name: String) -> String { fields[name] ?? "" }
        (name, shortName, timeZone) = (value("university"), value("short-name"), value("time-zone"))
        (term, domains, domainsBefore) = (value("term"), value("domains"), value("domains-before"))
    }

    /// What the fields say, checked.
    struct Checked: Sendable {
        let name: CampusLine
        let shortName: CampusLine
        let timeZone: String
        let term: CampusLine
        let added: [EmailDomain]
        let removed: [String]
    }

    /// - Parameter kept: a zone that no list has (any more) may stay.
    func check(zones: TimeZones, kept: KeptUniversity) -> (checked: Checked?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        let name = mistakes.check("university") { () throws(CampusLineError) in try CampusLine(self.name, as: .name) }
        let shortName = mistakes.check("short-name") { () throws(CampusLineError) in
            try CampusLine(self.shortName, as: .shortName)
        }
        let domains = mistakes.check("domains") { () throws(EmailDomainError) in try EmailDomain.list(self.domains) }
        let before = domainsBefore.split(separator: " ").map(String.init)
        if let taken = domains?.first(where: { kept.domainsOfOthers.contains($0.text) }) {
            mistakes.add(TakenDomain(domain: taken), to: "domains")
        }
        if !zones.contains(timeZone), timeZone != kept.timeZone {
            mistakes.add(TimeZoneError.notChosen, to: "time-zone")
        }
        let term = mistakes.check("term") { () throws(CampusLineError) in try CampusLine(self.term, as: .term) }
        guard let name, let shortName, let domains, let term, mistakes.isEmpty else { return (nil, mistakes) }
        let checked = Checked(
            name: name, shortName: shortName, timeZone: timeZone, term: term,
            added: domains.filter { !before.contains($0.text) },
            removed: before.filter { old in !domains.contains { $0.text == old } })
        return (checked, mistakes)
    }
}

/// Another university of this installation has it.
private struct TakenDomain: FieldError {
    let domain: EmailDomain

    var message: String { "\(domain.text) belongs to another university here. Leave it out." }
    var summary: String { "Leave out a domain of another university" }
}
