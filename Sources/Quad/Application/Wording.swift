import FoundationEssentials

/// Times as one page says them: counted from one moment, in the campus's own time.
///
/// Written by hand because a page says fifty of them and a formatter costs microseconds each.
struct Wording: Sendable {
    let now: Date
    let zone: ZoneOffsets

    /// For lists: "now", "5 min", "5 h", "2 days", then "Fri 16 Oct", "11 Oct", "11 Oct 2025".
    func ago(_ date: Date) -> Moment {
        moment(date, words: agoWords(date))
    }

    /// For the head of a post: "Sun 18 Oct, 14:31"; with the year instead of the weekday when it is another year.
    func exact(_ date: Date) -> Moment {
        let local = local(date)
        let day =
            local.year == self.local(now).year
            ? local.weekday + " " + local.dayAndMonth : local.dayAndMonth + " " + String(local.year)
        return moment(date, words: day + ", " + local.clock)
    }

    /// For comments: "Sun 15:12" within six days, as `exact` before that.
    func inThread(_ date: Date) -> Moment {
        guard isWithinDays(6, date) else { return exact(date) }
        let local = local(date)
        return moment(date, words: local.weekday + " " + local.clock)
    }

    /// For "since September 2025".
    func month(_ date: Date) -> String {
        let local = local(date)
        return CivilTime.months[local.month - 1] + " " + String(local.year)
    }

    private func agoWords(_ date: Date) -> String {
        let seconds = Int(now.timeIntervalSince1970) - Int(date.timeIntervalSince1970)
        switch seconds {
        case ..<60: return "now"
        case ..<3_600: return String(seconds / 60) + " min"
        case ..<86_400: return String(seconds / 3_600) + " h"
        case ..<(4 * 86_400): return Self.counted(seconds / 86_400, "day", "days")
        default: break
        }
        let local = local(date)
        if isWithinDays(7, date) { return local.weekday + " " + local.dayAndMonth }
        let isThisYear = local.year == self.local(now).year
        return isThisYear ? local.dayAndMonth : local.dayAndMonth + " " + String(local.year)
    }

    private func isWithinDays(_ days: Double, _ date: Date) -> Bool {
        abs(now.timeIntervalSince(date)) < days * 86_400
    }

    private func moment(_ date: Date, words: String) -> Moment {
        let utc = CivilTime(secondsSince1970: Int(date.timeIntervalSince1970.rounded(.down)))
        return Moment(datetime: utc.iso8601, words: words)
    }

    private func local(_ date: Date) -> CivilTime {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        return CivilTime(secondsSince1970: seconds + zone.offset(at: seconds))
    }
}

/// Figures, worded the same everywhere.
extension Wording {
    /// A whole number with its thousands apart: "1,284".
    static func count(_ number: Int) -> String {
        guard !(-999...999).contains(number) else { return String(number) }
        let (thousands, rest) = number.quotientAndRemainder(dividingBy: 1_000)
        let digits = String(rest.magnitude)
        return count(thousands) + (digits.utf8.count == 3 ? "," : digits.utf8.count == 2 ? ",0" : ",00") + digits
    }

    /// A number with what it counts: "1 reply", "1,284 members".
    static func counted(_ number: Int, _ one: String, _ many: String) -> String {
        count(number) + " " + (number == 1 ? one : many)
    }

    /// How long something took, in its largest unit: "less than a minute", "41 minutes", "3 hours", "2 days".
    ///
    /// - Parameter seconds: taken as 0 when negative, because clocks of two machines differ.
    static func elapsed(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "less than a minute"
        case ..<3_600: counted(seconds / 60, "minute", "minutes")
        case ..<86_400: counted(seconds / 3_600, "hour", "hours")
        default: counted(seconds / 86_400, "day", "days")
        }
    }

    /// The same, short enough for a row: "1 min", "22 min", "3 h", "2 days".
    static func elapsedShort(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "1 min"
        case ..<3_600: String(seconds / 60) + " min"
        case ..<86_400: String(seconds / 3_600) + " h"
        default: counted(seconds / 86_400, "day", "days")
        }
    }
}
