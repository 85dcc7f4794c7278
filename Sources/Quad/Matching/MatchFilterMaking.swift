extension MatchFilterForm {
    init(_ form: MatchForm, _ reader: MatchReader) {
        let filter = form.selection.filter
        let course = form.selection.course.flatMap(reader.course)
        let chosenHours = filter.leastShared == 1 ? nil : filter.leastShared / 4
        var hours = [OptionField.Option(value: "", label: "Any shared time", note: nil, isChosen: chosenHours == nil)]
        hours += MatchFilter.hours.map { count in
            OptionField.Option(
                value: String(count),
                label: count == 0 ? "None needed" : "\(Wording.counted(count, "hour", "hours")) or more", note: nil,
                isChosen: chosenHours == count)
        }
        self.init(
            action: MatchPaths.matches(form.selection.course), isNarrowed: filter != MatchFilter(),
            fields: [
                OptionField(name: "hours", label: "Shared time", options: hours),
                OptionField(
                    name: "style", label: "Style",
                    options: Self.options(
                        filter.style,
                        [(.quiet, "Quiet is fine"), (.collaborative, "Talking is fine"), (.mixed, "Likes both")])),
                OptionField(
                    name: "place", label: "Place",
                    options: Self.options(
                        filter.location,
                        [
                            (.library, "The library works"), (.cafe, "A café works"), (.home, "At home works"),
                            (.studyRoom, "A study room works"), (.any, "Happy anywhere"),
                        ])),
                OptionField(
                    name: "pace", label: "Pace",
                    options: Self.options(filter.pace, [(.slow, "Slow"), (.moderate, "Moderate"), (.fast, "Fast")])),
            ],
            kept: form.selection.kept(weights: true),
            sameSection: (course?.sections.count ?? 1) > 1 ? filter.sameSection : nil)
    }

    private static func options<Choice: RawRepresentable<String> & Equatable>(
        _ chosen: Choice?, _ all: [(Choice, String)]
    ) -> [OptionField.Option] {
        [OptionField.Option(value: "", label: "Any", note: nil, isChosen: chosen == nil)]
            + all.map { choice, label in
                OptionField.Option(value: choice.rawValue, label: label, note: nil, isChosen: choice == chosen)
            }
    }
}
