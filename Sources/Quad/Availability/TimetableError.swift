/// Why no timetable can be taken from a file.
enum TimetableError: FieldError, Equatable {
    case noFile
    case unreadable
    case tooLarge
    case empty
    case notACalendar
    case cutOff(line: Int)
    case damaged(line: Int)
    case tooManyEvents(Int)
    /// Nothing in it takes hours of a day; with the first line that could not be read.
    case noHours(CalendarFile.Problem?)
    /// Nothing in it lies in the coming months.
    case otherTimes
    /// There are hours, but none comes back.
    case nothingRepeats

    var message: String {
        switch self {
        case .noFile: "Choose the calendar file first."
        case .unreadable: "The file couldn’t be kept long enough to read it. Try again in a moment."
        case .tooLarge: "The file is larger than 256 KB. Export only this term, or only your courses."
        case .empty: "The file is empty. Export your timetable again."
        case .notACalendar: "This isn’t a calendar file. Its first line would be BEGIN:VCALENDAR."
        case .cutOff(let line): "The file breaks off at line \(line). Export or download it again."
        case .damaged(let line): "Line \(line) ends something that didn’t begin. Export the file again."
        case .tooManyEvents(let most): "There are more than \(Wording.count(most)) events in it. Export only this term."
        case .noHours(let first):
            "There’s no event with a time of day in it, so it takes none of your hours."
                + (first.map { " Line \($0.line): \($0.words)" } ?? "")
        case .otherTimes:
            "Nothing in it lies between two weeks ago and four months from now. Export this term’s timetable."
        case .nothingRepeats:
            "Nothing in it comes back from one week to the next, so it says nothing of a normal week."
        }
    }

    var summary: String { "Choose a calendar file with this term’s timetable" }
}
