/// What a timetable would take; shown by Templates/availability/timetable.html.
struct TimetablePage: Page {
    struct Day: Sendable {
        let name: String
        let times: [String]
    }

    let frame: Frame
    let tabs = SettingsTab.choices(current: .week)
    let picture: EditorPicture
    /// "26 hours a week are taken, from 14 weeks of your calendar."
    let lead: String
    let days: [Day]
    /// Free hours that would be free no more; empty when there are none.
    let lost: [TimePart]
    let wholeDays: String?
    let problems: [CalendarFile.Problem]
    let moreProblems: String?
    let busy: String

    let action: String
    let back: String

    private static let mostProblems = 20

    init(_ timetable: Timetable, _ own: OwnWeek, in context: Context) {
        frame = Frame(settings: context.around, title: "Is this your timetable?")
        action = context.inStep(AvailabilityPaths.timetableConfirmation)
        back = context.inStep(AvailabilityPaths.week)
        picture = EditorPicture(
            free: own.free.subtracting(timetable.busy), busy: timetable.busy, showsWholeDays: false)
        let total = timetable.busy.hoursInWords
        lead =
            timetable.weeks == 1
            ? "Everything in it lies in one week, so that week counts as your normal one: \(total) are taken."
            : "\(total) of a normal week are taken: what comes back in at least two of the "
                + "\(timetable.weeks) weeks that were looked at."
        days = timetable.busy.daysInWords.map { Day(name: $0.day.name, times: $0.times) }
        lost = own.free.intersection(timetable.busy).parts
        wholeDays =
            timetable.wholeDays == 0
            ? nil
            : Wording.counted(timetable.wholeDays, "event lasts", "events last")
                + " a whole day or longer, and takes no hours."
        problems = Array(timetable.problems.prefix(Self.mostProblems))
        let more = timetable.problems.count - problems.count
        moreProblems = more > 0 ? "And \(Wording.counted(more, "more line", "more lines"))." : nil
        busy = timetable.busy.hexadecimal
    }
}
