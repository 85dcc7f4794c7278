/// One's own week, painted and as a list; shown by Templates/availability/availability.html.
struct WeekPage: Page {
    /// A day of the list.
    struct Day: Sendable {
        let name: String
        let spans: [Span]
    }

    struct Span: Sendable {
        let words: String
        /// "132-140": the slots that its button removes.
        let value: String
        let label: String
    }

    /// Two weeks of which one was changed elsewhere while the other was painted here.
    struct Conflict: Sendable {
        let saved: [TimePart]
        let painted: [TimePart]
        /// Painted and saved hours together.
        let both: String
    }

    let frame: Frame
    /// Of the first set-up, where it was reached from there.
    let stepLine: StepLine?
    let tabs = SettingsTab.choices(current: .week)
    let picture: EditorPicture
    /// Whether all 24 hours are shown already.
    let showsWholeDays: Bool
    /// 168 hexadecimal digits each.
    let saved: String
    let painted: String
    let busy: String
    let revision: Int
    let conflict: Conflict?
    let refusal: String?
    let patterns: [WeekPattern]
    let days: [Day]
    let hours: HoursForm
    let hasPrevious: Bool
    /// "Saved on 2 October"; `nil` when there are no hours yet.
    let savedTitle: String
    let times: [TimePart]
    let total: String
    /// "Alder Bay, now 12:40".
    let zone: String
    /// "26 hours"; `nil` when no timetable was read.
    let timetable: String?
    let timetableError: String?
    /// Who sees all of it on the profile.
    let readers: OptionField

    let action: String
    let wholeDaysPath: String
    let zonePath: String
    let timetablePath: String
    let timetableRemovalPath: String
    let readersPath: String
}

extension WeekPage {
    /// - Parameters:
    ///   - painted: what was painted and is not saved; `nil` when nothing is.
    ///   - refusal: why nothing was saved, above the page.
    init(
        _ own: OwnWeek, painted: Week? = nil, hours: HoursForm = HoursForm(), isConflict: Bool = false,
        refusal: String? = nil, timetableError: TimetableError? = nil, readersError: String? = nil,
        showsWholeDays: Bool = false,
        in context: Context
    ) {
        frame = Frame(settings: context.around, title: "When can you study?")
        stepLine = context.firstStep == .week ? StepLine(.week, isDone: !own.free.isEmpty) : nil
        (action, wholeDaysPath) = (context.inStep(AvailabilityPaths.week), context.inStep(AvailabilityPaths.wholeDays))
        zonePath = context.inStep(AvailabilityPaths.zone)
        timetablePath = context.inStep(AvailabilityPaths.timetable)
        timetableRemovalPath = context.inStep(AvailabilityPaths.timetableRemoval)
        readersPath = context.inStep(AvailabilityPaths.readers)
        let shown = painted ?? own.free
        picture = EditorPicture(free: shown, busy: own.busy, showsWholeDays: showsWholeDays)
        self.showsWholeDays = picture.opening == 0 && picture.closing == 24
        (saved, self.painted, busy) = (own.free.hexadecimal, shown.hexadecimal, own.busy.hexadecimal)
        (revision, self.hours, self.refusal) = (own.revision, hours, refusal)
        conflict =
            isConflict
            ? Conflict(
                saved: own.free.parts, painted: shown.parts, both: shown.union(own.free).hexadecimal)
            : nil
        patterns = WeekPattern.offered(free: own.free, busy: own.busy)
        days = Weekday.fromMonday.map { day in
            Day(name: day.short, spans: own.free.spans(on: day).map { Span($0, on: day) })
        }
        hasPrevious = own.previous.map { $0.subtracting(own.busy) != own.free } ?? false
        savedTitle =
            own.changedAt.flatMap { own.free.isEmpty ? nil : "Saved on \(context.wording.day($0))" }
            ?? "Nothing saved yet"
        (times, total) = (own.free.parts, own.free.hoursInWords)
        let name = own.chosenZone.map { TimeZones.Zone(name: $0).city } ?? own.universityName
        let offsets = context.application.zones.offsets(of: own.zone)
        zone = "\(name), now \(Wording(now: context.now, zone: offsets).clock(context.now))"
        self.timetableError = timetableError?.message
        readers = .weekReaders(own, error: readersError)
        timetable = own.busy.isEmpty ? nil : own.busy.hoursInWords
    }
}

extension WeekPage.Span {
    fileprivate init(_ span: Range<Int>, on day: Weekday) {
        let slots = Week.slots(span, on: day)
        let words = Week.Words.span(span)
        self.init(
            words: words, value: "\(slots.lowerBound)-\(slots.upperBound)", label: "Remove \(day.short) \(words)")
    }
}
