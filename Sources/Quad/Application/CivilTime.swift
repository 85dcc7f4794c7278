/// A moment on a wall clock, in the Gregorian calendar.
struct CivilTime: Equatable, Sendable {
    let year: Int
    /// 1 to 12.
    let month: Int
    /// 1 to 31.
    let day: Int
    /// 0 is Sunday.
    let dayOfWeek: Int
    let hour: Int
    let minute: Int
    let second: Int

    /// - Parameter secondsSince1970: UTC for a time in UTC; with a zone's offset added, that zone's time.
    /// - Source: `civil_from_days` in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
    init(secondsSince1970 seconds: Int) {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let ofDay = seconds - days * 86_400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        dayOfWeek = ((days + 4) % 7 + 7) % 7
        hour = ofDay / 3_600
        minute = ofDay / 60 % 60
        second = ofDay % 60
    }

    /// "Sun".
    var weekday: String { Self.weekdays[dayOfWeek] }

    /// "2026-10-18T21:31:00Z"; right only for a time in UTC, years 0 to 9999.
    var iso8601: String {
        String(shortText: 20) { text in
            text.append(pair: year / 100)
            text.append(pair: year % 100)
            text.append("-")
            text.append(pair: month)
            text.append("-")
            text.append(pair: day)
            text.append("T")
            text.append(pair: hour)
            text.append(":")
            text.append(pair: minute)
            text.append(":")
            text.append(pair: second)
            text.append("Z")
        }
    }

    static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    static let longWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    static let shortMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}

extension ShortText {
    /// "14:31", "9:05".
    mutating func append(clock time: CivilTime) {
        append(number: time.hour)
        append(":")
        append(pair: time.minute)
    }

    /// "18 Oct".
    mutating func append(dayAndMonth time: CivilTime) {
        append(number: time.day)
        append(" ")
        append(CivilTime.shortMonths[time.month - 1])
    }
}
