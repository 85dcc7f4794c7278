import FoundationEssentials
import HTTPServer
import Postgres

/// Groups that a course would have, and starting one of them.
enum GroupProposalHandlers {
    static func proposals(_ context: Context, member: Member) throws -> Response {
        guard let course = context.request.query["course"] else { return context.redirect(to: StudyGroupPaths.all) }
        guard let id = MatchCourse.ID(text: course) else { throw NotFound() }
        let reader = try context.matchReader(member)
        guard let course = reader.course(id) else { throw NotFound() }
        try context.spend(context.application.limits.groupSearches(member))
        let (mates, found) = try search(context, reader, course)
        let (groups, companies) = try context.database.fetch(
            .studyGroups(of: member.id), .groupCompanies(of: member.id, in: course.id))
        let shift = context.shift(to: reader)
        let standing = groups.compactMap { group in
            companies[group.id].map { people in
                GroupProposalsPage.Standing(
                    path: StudyGroupPaths.group(group.id), week: shift(group).applied(to: Week([group.slots])),
                    people: people)
            }
        }
        return context.page(
            GroupProposalsPage(
                course, reader, mates: mates, found: found, standing: standing, around: context.around))
    }

    /// Starts a group that was proposed, if its people still have that time.
    static func start(_ context: Context, writer: Writer) throws -> Response {
        let form = context.request.form
        guard let id = form["id"].flatMap({ StudyGroup.ID(text: $0) }),
            let courseID = form["course"].flatMap({ MatchCourse.ID(text: $0) }),
            let start = form["start"].flatMap(Int.init), let count = form["count"].flatMap(Int.init),
            (0..<Week.slotCount).contains(start), (1...Week.perDay).contains(count), start + count <= Week.slotCount
        else { throw NotFound() }
        let reader = try context.matchReader(writer.member)
        guard let course = reader.course(courseID) else { throw NotFound() }
        if try context.database.fetch(.studyGroup(id, for: writer.id)) != nil {
            return context.redirect(to: StudyGroupPaths.group(id))
        }
        try context.spend(context.application.limits.writing(writer))
        let people = try check(
            Set(form.all("person")), slots: start..<start + count, context, reader, course)
        let (_, _, group, founded) = try context.database.fetch(
            .lockMember(writer.id),
            .startGroup(
                id, course: course, name: "\(course.code), \(StudyGroup.words(Week([start..<start + count])))",
                slots: start..<start + count, timeZone: reader.timeZone, people: people, by: writer.id),
            .studyGroup(id, for: writer.id), .groupsFounded(by: writer.id))
        guard group != nil else {
            throw founded < StudyGroup.mostFounded ? StudyGroupError.hoursChanged : .tooMany
        }
        return context.redirect(to: StudyGroupPaths.group(id), flash: .groupStarted)
    }

    /// - Throws: `.hoursChanged` unless all of them may be shown to the reader, can meet each other and are free then.
    private static func check(
        _ usernames: Set<String>, slots: Range<Int>, _ context: Context, _ reader: MatchReader, _ course: MatchCourse
    ) throws -> [Member.ID] {
        let (mates, conflicts) = try mates(context, reader, course)
        let chosen = mates.filter { mate in usernames.contains(mate.username) && slots.allSatisfy { mate.shared[$0] } }
        let ids = Set(chosen.map(\.id))
        guard chosen.count == usernames.count, StudyGroup.sizes.contains(chosen.count + 1),
            !conflicts.contains(where: { ids.contains($0.one) && ids.contains($0.other) })
        else { throw StudyGroupError.hoursChanged }
        return chosen.map(\.id)
    }

    private static func search(
        _ context: Context, _ reader: MatchReader, _ course: MatchCourse
    ) throws -> (mates: [GroupMate], found: [GroupSearch.Found]) {
        let (mates, conflicts) = try mates(context, reader, course)
        let search = GroupSearch(
            mates.map { GroupSearch.Candidate(id: $0.id, shared: $0.shared) },
            conflicts: conflicts.map { ($0.one, $0.other) })
        return (mates, search.best())
    }

    private static func mates(
        _ context: Context, _ reader: MatchReader, _ course: MatchCourse
    ) throws -> ([GroupMate], [MatePair]) {
        let scoring = MatchScoring(reader.habits, weights: context.application.settings.matching.weights)
        let mates = try context.database.fetch(.groupMates(course.id, for: reader, scoring: scoring))
        return (mates, try context.database.fetch(.conflicts(among: mates.map(\.id))))
    }
}
