import HTTPServer
import Postgres

/// Who sees the whole week on its owner's profile: the same choice as among “Who sees what”.
enum WeekReadersHandlers {
    static func choose(_ context: Context, member: Member) throws -> Response {
        try context.spend(context.application.limits.weekChanges(member))
        let section = ProfileSection.availability
        guard let readers = context.request.form[section.rawValue].flatMap(Profile.Visibility.init(rawValue:)),
            section.choices.contains(readers)
        else {
            let own = try context.ownWeek(of: member)
            return context.page(
                WeekPage(own, readersError: "Choose one of the three.", in: context), status: .unprocessableContent)
        }
        _ = try context.database.fetch(.saveSections([(section: section, visibility: readers)], of: member.id))
        context.changed(.member(member.username))
        return context.redirect(to: context.inStep(AvailabilityPaths.week), flash: .weekReadersSaved)
    }
}

extension OptionField {
    static func weekReaders(_ own: OwnWeek, error: String?) -> OptionField {
        let section = ProfileSection.availability
        return OptionField(
            name: section.rawValue, label: "On your profile, all of it", error: error,
            options: section.choices.map {
                Option(
                    value: $0.rawValue, label: $0.choice(own.universityName), note: nil, isChosen: $0 == own.readers)
            })
    }
}
