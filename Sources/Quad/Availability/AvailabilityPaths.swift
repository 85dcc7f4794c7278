enum AvailabilityPaths {
    static let week = "/settings/availability"
    /// The week page with all 24 hours in its picture.
    static let wholeDays = "/settings/availability?hours=all"
    static let zone = "/settings/availability/zone"
    static let timetable = "/settings/availability/timetable"
    static let timetableConfirmation = "/settings/availability/timetable/confirmation"
    static let timetableRemoval = "/settings/availability/timetable/removal"
    static let habits = "/settings/study-habits"
    static let readers = "/settings/availability/readers"
}
