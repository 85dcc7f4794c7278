import HTTPServer
import Postgres

/// Changing what was said of the university when the installation was set up.
enum UniversityHandlers {
    static func form(_ context: Context, admin: Admin) throws -> Response {
        let kept = try context.keptUniversity()
        return context.page(UniversityPage(UniversityForm(kept), kept, around: context.around))
    }

    static func save(_ context: Context, admin: Admin) throws -> Response {
        let form = UniversityForm(context.request.form)
        let kept = try context.keptUniversity()
        let (checked, mistakes) = form.check(zones: TimeZones(), kept: kept)
        guard let checked else {
            let page = UniversityPage(form, kept, mistakes: mistakes, around: context.around)
            return context.page(page, status: .unprocessableContent)
        }
        _ = try context.database.fetch(
            .saveUniversity(checked), .removeDomains(checked.removed), .addDomains(checked.added))
        try context.application.readCampus(context.database)
        // Its name and its times stand on every page.
        context.changed(.everything)
        return context.redirect(to: SetUpPaths.university, flash: .universitySaved)
    }
}

extension Context {
    fileprivate func keptUniversity() throws -> KeptUniversity {
        guard let kept = try database.fetch(.keptUniversity) else { throw NotFound() }
        return kept
    }
}

enum SetUpPaths {
    static let university = "/admin/university"
}

/// The university, for an admin; shown by Templates/set-up/university.html.
struct UniversityPage: Page {
    let frame: Frame
    let mistakes: FormMistakes
    let names: [TextField]
    let place: CampusFields
    let term: TextField
    let domainsBefore: String

    var tabs: [Choice] { ModerationTab.choices(current: .university, for: frame.viewer) }

    init(
        _ form: UniversityForm, _ kept: KeptUniversity, mistakes: FormMistakes = FormMistakes(), around: Surroundings
    ) {
        frame = Frame(around: around, title: "The university", indexable: false, current: .moderation)
        self.mistakes = mistakes
        names = [
            TextField(
                name: "university", label: "Name", autocomplete: "organization", value: form.name,
                error: mistakes["university"]),
            TextField(
                name: "short-name", label: "Short name", value: form.shortName,
                hint: "What people call it in a sentence.", error: mistakes["short-name"]),
        ]
        place = CampusFields(
            domains: form.domains, timeZone: form.timeZone, zones: TimeZones(), kept: kept.timeZone, mistakes: mistakes)
        term = TextField(
            name: "term", label: "Current term", value: form.term,
            hint: "“Fall 2026”, for example. Courses of other terms are listed under theirs.", error: mistakes["term"])
        domainsBefore = form.domainsBefore
    }
}

/// Where a university’s addresses end and whose clocks it goes by; shown by Templates/set-up/_campus-fields.html.
struct CampusFields: Sendable {
    /// One domain a line.
    let domains: String
    let domainsError: String?
    let regions: [TimeZones.Region]
    let timeZone: String
    let timeZoneError: String?
    /// Whether they stand already and are changed here.
    let isKept: Bool

    /// - Parameter kept: the zone until now, to choose from even when the system lists it no more; `nil` at set-up.
    init(domains: String, timeZone: String, zones: TimeZones, kept: String? = nil, mistakes: FormMistakes) {
        (self.domains, domainsError) = (domains, mistakes["domains"])
        (self.timeZone, timeZoneError) = (timeZone, mistakes["time-zone"])
        isKept = kept != nil
        let unlisted = kept.flatMap { zones.contains($0) ? nil : TimeZones.Zone(name: $0) }
        regions = (unlisted.map { [TimeZones.Region(name: "As it is", zones: [$0])] } ?? []) + zones.regions
    }
}
