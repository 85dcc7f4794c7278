import HTTPServer
import Postgres

/// Whose clock a week follows.
enum ZoneHandlers {
    static func form(_ context: Context, member: Member) throws -> Response {
        let own = try context.ownWeek(of: member)
        return context.page(ZonePage(own, typed: own.chosenZone ?? "", FormMistakes(), in: context))
    }

    static func choose(_ context: Context, member: Member) throws -> Response {
        try context.spend(context.application.limits.weekChanges(member))
        let typed = (context.request.form["zone"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var chosen: String?
        if !typed.isEmpty {
            guard let name = TimeZones().named(typed), context.application.zones.known(name) != nil else {
                var mistakes = FormMistakes()
                mistakes.add(UnknownZone(), to: "zone")
                let own = try context.ownWeek(of: member)
                let page = ZonePage(own, typed: String(typed.prefix(100)), mistakes, in: context)
                return context.page(page, status: .unprocessableContent)
            }
            chosen = name
        }
        try context.spend(context.application.limits.zones(member))
        if try context.database.fetch(.saveZone(chosen, of: member.id)) > 0 {
            context.changed(.member(member.username))
        }
        return context.redirect(to: context.inStep(AvailabilityPaths.week), flash: .zoneChosen)
    }
}

/// No zone of that name is known.
private struct UnknownZone: FieldError {
    var message: String { "We don’t know that time zone. Start with a city, like Lisbon, and choose from the list." }
    var summary: String { "Choose a time zone from the list" }
}

extension TimeZones {
    /// - Parameter typed: a zone's name or its city's, in whatever case.
    fileprivate func named(_ typed: String) -> String? {
        let zones = regions.flatMap(\.zones)
        let wish = typed.lowercased()
        let spelled = wish.replacing(" ", with: "_")
        return zones.first { $0.name.lowercased() == spelled }?.name
            ?? zones.first { $0.city.lowercased() == wish }?.name
    }
}

/// Where somebody's clock is chosen; shown by Templates/availability/zone.html.
struct ZonePage: Page {
    let frame: Frame
    let tabs = SettingsTab.choices(current: .week)
    let field: TextField
    let mistakes: FormMistakes
    let zones: [TimeZones.Zone]
    /// "It’s 12:40 there now, and your hours are in that time."
    let lead: String
    /// "Leave it empty for Alder Bay’s."
    let universityName: String
    let hasOwn: Bool

    let action: String
    let back: String

    init(_ own: OwnWeek, typed: String, _ mistakes: FormMistakes, in context: Context) {
        frame = Frame(settings: context.around, title: "Your time zone")
        (action, back) = (context.inStep(AvailabilityPaths.zone), context.inStep(AvailabilityPaths.week))
        let clock = Wording(now: context.now, zone: context.application.zones.offsets(of: own.zone))
        lead =
            (own.chosenZone.map { "Your week is in the time of \(TimeZones.Zone(name: $0).city)" }
                ?? "Your week is in \(own.universityName)’s time") + ", where it’s \(clock.clock(context.now)) now."
        field = TextField(
            name: "zone", label: "Time zone", value: typed,
            hint: "A city like Lisbon, or a name like Europe/Lisbon. Leave it empty for \(own.universityName)’s time.",
            error: mistakes["zone"])
        self.mistakes = mistakes
        zones = TimeZones().regions.flatMap(\.zones)
        (universityName, hasOwn) = (own.universityName, own.chosenZone != nil)
    }
}
