import HTTPServer

/// The form that adds hours of one day, as it was sent.
struct HoursForm: Sendable {
    var day = String(Weekday.monday.rawValue)
    var from = "9:00"
    var to = "11:00"
    var mistakes = FormMistakes()

    init() {}

    /// - Parameter error: what is wrong with what was typed.
    init(_ form: FormFields, _ error: WeekHoursError) {
        self.init(form)
        mistakes.add(error, to: error.field)
    }

    /// - Parameter taken: whether the timetable takes all of these hours.
    init(_ form: FormFields, taken: Bool) {
        self.init(form)
        if taken { mistakes.add(HoursTaken(), to: "from") }
    }

    private init(_ form: FormFields) {
        (day, from, to) = (form["day"] ?? day, form["from"] ?? from, form["to"] ?? to)
    }

    var dayField: OptionField {
        OptionField(
            name: "day", label: "Day", error: mistakes["day"],
            options: Weekday.fromMonday.map { weekday in
                OptionField.Option(
                    value: String(weekday.rawValue), label: weekday.name, note: nil,
                    isChosen: day == String(weekday.rawValue))
            })
    }

    var fromField: OptionField { Self.field("from", "From", 0..<Week.perDay, chosen: from, mistakes) }
    var toField: OptionField { Self.field("to", "To", 1..<Week.perDay + 1, chosen: to, mistakes) }

    private static func field(
        _ name: String, _ label: String, _ quarters: Range<Int>, chosen: String, _ mistakes: FormMistakes
    ) -> OptionField {
        let chosen = WeekHours.quarter(chosen)
        return OptionField(
            name: name, label: label, error: mistakes[name],
            options: quarters.map { quarter in
                let words = Week.Words.fullClock(quarter)
                return OptionField.Option(value: words, label: words, note: nil, isChosen: quarter == chosen)
            })
    }
}

extension WeekHoursError: FieldError {
    /// The field it stands beside.
    var field: String {
        switch self {
        case .unknownDay: "day"
        case .unreadable(.from): "from"
        case .unreadable(.to), .empty, .backwards: "to"
        }
    }

    var summary: String {
        switch self {
        case .unknownDay: "Choose a day"
        case .unreadable(.from): "Choose when the hours start"
        case .unreadable(.to): "Choose when the hours end"
        case .empty, .backwards: "Choose a later end"
        }
    }
}

/// All of the hours lie where the timetable takes them.
private struct HoursTaken: FieldError {
    var message: String { "Your timetable takes all of these hours. Choose others, or take the timetable out first." }
    var summary: String { "Choose hours that your timetable leaves free" }
}
