import HTTPServer

extension [Route] {
    static let availability: [Route] = [
        .get(AvailabilityPaths.week, for: .member, WeekHandlers.week),
        .post(AvailabilityPaths.week, for: .member, WeekHandlers.change),
        .get(AvailabilityPaths.zone, for: .member, ZoneHandlers.form),
        .post(AvailabilityPaths.zone, for: .member, ZoneHandlers.choose),
        .post(AvailabilityPaths.readers, for: .member, WeekReadersHandlers.choose),
        .post(AvailabilityPaths.timetable, for: .writer, lane: .heavy, TimetableHandlers.read),
        .post(AvailabilityPaths.timetableConfirmation, for: .member, TimetableHandlers.confirm),
        .post(AvailabilityPaths.timetableRemoval, for: .member, TimetableHandlers.remove),
        .get(AvailabilityPaths.habits, for: .member, HabitsHandlers.form),
        .post(AvailabilityPaths.habits, for: .member, HabitsHandlers.save),
    ]
}
