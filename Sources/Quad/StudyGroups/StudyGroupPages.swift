import FoundationEssentials
import HTML

/// The groups a course would have; shown by Templates/study-groups/group-proposals.html.
struct GroupProposalsPage: Page {
    struct Item: Sendable {
        /// Of the new group: two clicks start one.
        let id: String
        let heading: String
        /// "2 hours every week, for 5 people".
        let line: String
        let people: [Person]
        let usernames: [String]
        let picture: GroupWeekPicture
        let start: Int
        let count: Int
        /// Whether it is the one to begin with.
        let isFirst: Bool
        /// The group that these people have then already.
        let groupPath: String?
    }

    /// A group the reader is in or invited to.
    struct Standing: Sendable {
        let path: String
        /// When it meets, in the reader's wall time.
        let week: Week
        /// The others in it.
        let people: Set<Member.ID>
    }

    let frame: Frame
    let courseCode: String
    let course: String
    let coursePath: String
    let matchesPath: String
    let items: [Item]
    let empty: EmptyState?
}

/// One group; shown by Templates/study-groups/study-group.html.
struct StudyGroupPage: Page {
    struct Row: Sendable {
        let person: Person
        let line: String
    }

    let frame: Frame
    let name: String
    /// "Every Wed 18–20, in your time. CS 161."
    let line: String
    let courseCode: String
    let coursePath: String
    let isInvited: Bool
    let isFounder: Bool
    /// Whether its founder sees nobody else in it, so that to leave and to dissolve it are one.
    let isAlone: Bool
    /// What leaving does.
    let leaving: String
    /// What the group still needs; `nil` when it is complete.
    let missing: String?
    let people: [Row]
    /// Who could be invited.
    let more: [(person: Person, username: String)]
    let path: String
}

/// The groups somebody is in; shown by Templates/study-groups/study-groups.html.
struct StudyGroupsPage: Page {
    struct Row: Sendable {
        let name: String
        let path: String
        let line: String
        let isInvited: Bool
    }

    let frame: Frame
    let rows: [Row]
    /// Courses to find a group in.
    let courses: [Choice]
    let empty: EmptyState
}

extension GroupProposalsPage {
    init(
        _ course: MatchCourse, _ reader: MatchReader, mates: [GroupMate], found: [GroupSearch.Found],
        standing: [Standing], around: Surroundings
    ) {
        let groups = found.map { found in
            let people = Set(found.people.map { mates[$0].id })
            return standing.first { $0.people == people && $0.week == Week([found.slots]) }?.path
        }
        let first = groups.firstIndex(of: nil)
        self.init(
            frame: Frame(
                around: around, title: "A group for \(course.code)", indexable: false, current: .study),
            courseCode: course.code, course: course.id.text,
            coursePath: CoursePaths.course(Course.ID(rawValue: course.id.rawValue)),
            matchesPath: MatchPaths.matches(course.id),
            items: zip(found, groups).enumerated().map { place, found in
                Item(found.0, mates, reader, isFirst: place == first, groupPath: found.1)
            },
            empty: found.isEmpty
                ? reader.week.isEmpty
                    ? EmptyState(
                        "Groups with a time that suits everyone would stand here.",
                        why: "You haven’t said yet when you can study.",
                        action: Choice("Paint my week", path: AvailabilityPaths.week))
                    : EmptyState(
                        "No three people of \(course.code) have an hour together yet.",
                        why: "It takes two others who share the same hour with you. More free hours of yours help.",
                        action: Choice("Change my hours", path: AvailabilityPaths.week)) : nil)
    }
}

extension GroupProposalsPage.Item {
    fileprivate init(
        _ found: GroupSearch.Found, _ mates: [GroupMate], _ reader: MatchReader, isFirst: Bool, groupPath: String?
    ) {
        let (others, best) = (found.people.map { mates[$0] }, Week([found.slots]))
        let size = others.count + 1
        self.init(
            id: StudyGroup.ID().text, heading: "\(size) people, \(best.inWords)",
            line:
                "\(Week.Words.hours(quarters: found.slots.count)) every week when all \(size) of you are free, you included.",
            people: others.map(\.person), usernames: others.map(\.username),
            picture: GroupWeekPicture(
                title: "When the \(size) of you are free, as far as you are too",
                weeks: [reader.week] + others.map(\.shared), best: found.slots),
            start: found.slots.lowerBound, count: found.slots.count, isFirst: isFirst,
            groupPath: groupPath)
    }
}

extension StudyGroupPage {
    init(
        _ group: StudyGroup, _ people: [StudyGroup.Participant], more: [GroupMate], member: Member.ID, time: String,
        around: Surroundings
    ) {
        let isFounder = group.founderID == member
        let members = people.count { $0.isMember }
        self.init(
            frame: Frame(around: around, title: group.name, indexable: false, current: .study), name: group.name,
            line: "Every \(time) in your time.", courseCode: group.courseCode,
            coursePath: CoursePaths.course(Course.ID(rawValue: group.courseID.rawValue)),
            isInvited: group.standing == .invited, isFounder: isFounder,
            isAlone: isFounder && people.count == 1,
            leaving: isFounder && people.count == 1
                ? "There’s nobody else in it to tell."
                : members == 1
                    ? "You’re the only one who has said yes so far: leave, and the group ends."
                    : isFounder
                        ? "Leave, and the group goes on with who has been in it the longest. Or dissolve it for everyone."
                        : "Your place is free again for somebody else.",
            missing: Self.missing(
                members: members, asked: people.count - members, mayInvite: !more.isEmpty,
                isAlone: members == 1 && people.count == 1),
            people: people.map { participant in
                Row(
                    person: participant.person,
                    line: participant.isMember
                        ? participant.id == group.founderID ? "Started the group" : "Takes part"
                        : "Invited, no answer yet")
            },
            more: more.map { ($0.person, $0.username) }, path: StudyGroupPaths.group(group.id))
    }
}

extension StudyGroupPage {
    /// What a group with fewer than three people needs.
    private static func missing(members: Int, asked: Int, mayInvite: Bool, isAlone: Bool) -> String? {
        let short = StudyGroup.sizes.lowerBound - members
        guard short > 0 else { return nil }
        if asked >= short {
            return "\(short == 1 ? "One more has" : "\(Wording.count(short)) more have") to say yes until it’s a group."
        }
        let need = short - asked == 1 ? "one more" : "\(Wording.count(short - asked)) more"
        return (isAlone ? "You’re the only one in it now. " : "")
            + (mayInvite
                ? "It takes three to be a group: invite \(need) below."
                : "It takes three to be a group, and nobody else of the course can be asked for this time.")
    }
}

extension StudyGroup {
    /// "4 people"; while it waits "1 of 4 has said yes".
    fileprivate var peopleWords: String {
        if seenCount == 1 { return "only you now" }
        if saidYes >= Self.sizes.lowerBound { return Wording.counted(seenCount, "person", "people") }
        return "\(saidYes) of \(seenCount) \(saidYes == 1 ? "has" : "have") said yes"
    }
}

extension StudyGroupsPage {
    init(
        _ groups: [StudyGroup], _ reader: MatchReader, shift: (StudyGroup) -> WeekShift, around: Surroundings
    ) {
        self.init(
            frame: Frame(around: around, title: "Your study groups", indexable: false, current: .study),
            rows: groups.map { group in
                Row(
                    name: group.name, path: StudyGroupPaths.group(group.id),
                    line: "Every \(group.time(shift(group))) in your time, \(group.peopleWords)",
                    isInvited: group.standing == .invited)
            },
            courses: reader.courses.map { Choice($0.code, path: StudyGroupPaths.proposals($0.id)) },
            empty: EmptyState(
                "Your study groups would stand here.",
                why: reader.courses.isEmpty
                    ? "A group belongs to a course, and you haven’t said yet which ones you take."
                    : "You aren’t in one yet. Choose a course below to find people who share a time.",
                action: reader.courses.isEmpty ? Choice("Find your courses", path: CoursePaths.all) : nil))
    }
}
