import FoundationEssentials

/// Times as one page says them: counted from one moment, in the campus's own time.
///
/// Written by hand because a page says fifty of them and a formatter costs microseconds each.
struct Wording: Sendable {
    /// Seconds since 1970.
    private let now: Int
    /// The page’s, on the campus’s clock.
    let year: Int
    private let zone: ZoneOffsets

    init(now: Date, zone: ZoneOffsets) {
        self.now = Int(now.timeIntervalSince1970)
        self.zone = zone
        year = CivilTime(secondsSince1970: self.now + zone.offset(at: self.now)).year
    }

    /// What a greeting or a sentence calls somebody: the first word of the name as they wrote it.
    static func firstName(of name: String) -> String { name.split(separator: " ").first.map(String.init) ?? name }

    /// Whether a moment is over when the page is made.
    func hasPassed(_ date: Date) -> Bool { Self.seconds(date) <= now }

    /// What every time counts from, to the second.
    var moment: Date { Date(timeIntervalSince1970: Double(now)) }

    /// For lists: "now", "5 min", "5 h", "2 days", then "Fri 16 Oct", "11 Oct", "11 Oct 2025".
    func ago(_ date: Date) -> Moment {
        let seconds = Self.seconds(date)
        return moment(seconds, words: agoWords(seconds))
    }

    /// For the head of a post: "Sun 18 Oct, 14:31"; with the year instead of the weekday when it is another year.
    func exact(_ date: Date) -> Moment {
        exact(Self.seconds(date))
    }

    /// For comments: "Sun 15:12" within six days, as `exact` before that.
    func inThread(_ date: Date) -> Moment {
        let seconds = Self.seconds(date)
        guard abs(now - seconds) < 6 * 86_400 else { return exact(seconds) }
        let local = local(seconds)
        let words = String(shortText: 9) { text in
            text.append(local.weekday)
            text.append(" ")
            text.append(clock: local)
        }
        return moment(seconds, words: words)
    }

    /// The time of day alone: "14:31".
    func clock(_ date: Date) -> String {
        let local = local(Self.seconds(date))
        return String(shortText: 5) { text in text.append(clock: local) }
    }

    /// For "Saved on": "2 October", with the year when it is another one.
    func day(_ date: Date) -> String {
        let local = local(Self.seconds(date))
        let year = local.year == year ? "" : " \(local.year)"
        return "\(local.day) \(CivilTime.months[local.month - 1])\(year)"
    }

    /// The same as a moment.
    func dated(_ date: Date) -> Moment { Moment(datetime: exact(date).datetime, words: day(date)) }

    /// For "Asked on Sunday": "today", "yesterday", "on Sunday" within six days, then "on 2 October".
    func onDay(_ date: Date) -> String {
        let days = dayNumber(now) - dayNumber(Self.seconds(date))
        switch days {
        case ...0: return "today"
        case 1: return "yesterday"
        case 2...6: return "on " + CivilTime.longWeekdays[local(Self.seconds(date)).dayOfWeek]
        default: return "on " + day(date)
        }
    }

    /// Days on the campus's clock since some day long ago.
    private func dayNumber(_ seconds: Int) -> Int { (seconds + zone.offset(at: seconds)) / 86_400 }

    /// For "since September 2025".
    func month(_ date: Date) -> String {
        let local = local(Self.seconds(date))
        return CivilTime.months[local.month - 1] + " " + String(local.year)
    }

    /// The day the page is of: "Tuesday 20 October".
    var today: String {
        let local = local(now)
        return "\(CivilTime.longWeekdays[local.dayOfWeek]) \(local.day) \(CivilTime.months[local.month - 1])"
    }

    /// When the day before began.
    var startOfYesterday: Date {
        let local = now + zone.offset(at: now)
        let midnight = local - (local % 86_400 + 86_400) % 86_400 - 86_400
        // As far from UTC as the clocks were then.
        let about = midnight - zone.offset(at: midnight - zone.offset(at: now))
        return Date(timeIntervalSince1970: Double(about))
    }

    private func exact(_ seconds: Int) -> Moment {
        let local = local(seconds)
        let words = String(shortText: 24) { text in
            if local.year == year {
                text.append(local.weekday)
                text.append(" ")
                text.append(dayAndMonth: local)
            } else {
                text.append(dayAndMonth: local)
                text.append(" ")
                text.append(number: local.year)
            }
            text.append(", ")
            text.append(clock: local)
        }
        return moment(seconds, words: words)
    }

    private func agoWords(_ seconds: Int) -> String {
        let age = now - seconds
        switch age {
        case ..<60: return "now"
        case ..<3_600: return String(age / 60) + " min"
        case ..<86_400: return String(age / 3_600) + " h"
        case ..<(4 * 86_400): return Self.counted(age / 86_400, "day", "days")
        default: break
        }
        let local = local(seconds)
        return String(shortText: 12) { text in
            if age < 7 * 86_400 {
                text.append(local.weekday)
                text.append(" ")
                text.append(dayAndMonth: local)
            } else {
                text.append(dayAndMonth: local)
                guard local.year != year else { return }
                text.append(" ")
                text.append(number: local.year)
            }
        }
    }

    private func moment(_ seconds: Int, words: String) -> Moment {
        Moment(datetime: CivilTime(secondsSince1970: seconds).iso8601, words: words)
    }

    private func local(_ seconds: Int) -> CivilTime {
        CivilTime(secondsSince1970: seconds + zone.offset(at: seconds))
    }

    private static func seconds(_ date: Date) -> Int {
        Int(date.timeIntervalSince1970.rounded(.down))
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
