import Postgres

/// The reader's own day on the home page.
struct HomeDay: Sendable {
    var strips: TodayStrips?
    var agreed: [AgreedTime] = []
}

/// What the home page's first round trip brings for it.
struct HomeDayMatter: Sendable {
    /// `nil` where there is no such member any more.
    let own: MatchReader.Habits?
    let courses: [MatchCourse]
    /// Those of course mates and of people the reader is connected with; some may be there twice.
    let zones: [MatchReader.Zone]
    let groups: [StudyGroup]
}

extension Context {
    /// - Complexity: a round trip where the reader has free hours left today, none otherwise.
    func homeDay(of member: Member, _ matter: HomeDayMatter) throws -> HomeDay {
        guard let own = matter.own else { return HomeDay() }
        let book = application.zones
        let day = StudyDay(of: own.week, zone: book.offsets(of: own.timeZone), now: now)
        let agreed = AgreedTime.next(matter.groups, on: day, clock: own.timeZone, book: book, now: now)
        guard !day.rest.isEmpty else { return HomeDay(agreed: agreed) }
        let reader = MatchReader(
            member.id, of: member.universityID, own, matter.courses, matter.zones, book: book, now: now)
        let people = try database.fetch(.freeToday(day, for: reader, as: member))
        return HomeDay(strips: TodayStrips(people, on: day), agreed: agreed)
    }
}
