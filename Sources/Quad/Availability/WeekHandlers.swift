import HTTPServer
import Postgres

/// One's own week: seen, and changed by every form of its page.
enum WeekHandlers {
    static func week(_ context: Context, member: Member) throws -> Response {
        let own = try context.ownWeek(of: member)
        return context.page(WeekPage(own, showsWholeDays: context.request.query["hours"] == "all", in: context))
    }

    /// Takes one change. Where scripts run, the form carries the week as it is painted, so that what was not saved yet
    /// is not lost; and then from which revision, so that a week changed elsewhere meanwhile is not written over.
    static func change(_ context: Context, member: Member) throws -> Response {
        try context.spend(context.application.limits.weekChanges(member))
        let form = context.request.form
        let painted = form["week"].flatMap { $0.isEmpty ? nil : $0 }.map { Week(hexadecimal: $0) }
        let own = try context.ownWeek(of: member)
        if case .some(.none) = painted { return refused(own, "Your hours came in a form we can’t read.", context) }
        let change: WeekChange
        do throws(WeekHoursError) {
            guard let asked = try WeekChange(form) else { return .redirect(to: context.inStep(AvailabilityPaths.week)) }
            change = asked
        } catch {
            return page(own, painted: painted ?? nil, HoursForm(form, error), context)
        }
        if let painted, let painted {
            let revision = form["revision"].flatMap { Int($0) }
            guard revision == own.revision else { return conflict(own, painted, context) }
            return try save(change, on: painted, own, painted: painted, member, context)
                ?? conflict(try context.ownWeek(of: member), painted, context)
        }
        // A change that says what to add or remove fits whatever is there.
        var current = own
        for _ in 0..<3 {
            if let response = try save(change, on: current.free, current, painted: nil, member, context) {
                return response
            }
            current = try context.ownWeek(of: member)
        }
        throw WeekIsBusy()
    }

    /// - Returns: `nil` when another change came first.
    private static func save(
        _ change: WeekChange, on free: Week, _ own: OwnWeek, painted: Week?, _ member: Member, _ context: Context
    ) throws -> Response? {
        if case .add(let hours) = change, Week([hours.slots]).subtracting(own.busy).isEmpty {
            return page(own, painted: painted, HoursForm(context.request.form, taken: true), context)
        }
        let after = change.applied(to: free, of: own)
        // Painted hours are saved once; what a list takes one by one may have more to come.
        let onward: String
        if case .keep = change, context.firstStep == .week, !after.isEmpty {
            onward = FirstStep.week.next.path
        } else {
            onward = context.inStep(AvailabilityPaths.week)
        }
        guard after != own.free else { return context.redirect(to: onward, flash: .weekUnchanged) }
        let count = try context.database.fetch(.saveWeek(after, of: member.id, from: own.revision))
        guard count > 0 else { return nil }
        context.changed(.member(member.username))
        return context.redirect(to: onward, flash: change.flash)
    }

    private static func page(_ own: OwnWeek, painted: Week?, _ hours: HoursForm, _ context: Context) -> Response {
        context.page(WeekPage(own, painted: painted, hours: hours, in: context), status: .unprocessableContent)
    }

    private static func refused(_ own: OwnWeek, _ words: String, _ context: Context) -> Response {
        context.page(WeekPage(own, refusal: words, in: context), status: .unprocessableContent)
    }

    private static func conflict(_ own: OwnWeek, _ painted: Week, _ context: Context) -> Response {
        let page = WeekPage(own, painted: painted.subtracting(own.busy), isConflict: true, in: context)
        return context.page(page, status: .conflict)
    }
}

extension Context {
    func ownWeek(of member: Member) throws -> OwnWeek {
        guard let own = try database.fetch(.ownWeek(of: member.id)) else { throw NotSignedIn() }
        return own
    }
}

/// Somebody's week changes again and again while one change waits its turn.
struct WeekIsBusy: ResponseError {
    var status: HTTPStatus { .conflict }
    var message: String? { "Your week is being changed from several places at once" }
    var advice: String? { "Wait a moment, look at it again, and then change it." }
    var remedy: Choice? { Choice("Your week", path: AvailabilityPaths.week) }
}
