import FoundationEssentials
import Postgres

extension Query where Output == Int {
    /// Has somebody told when a person of the course shares free time with them.
    static func watchMatches(of course: MatchCourse.ID, as member: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO match_watches (user_id, course_id)
            SELECT user_id, course_id FROM enrolments
            WHERE user_id = \(member) AND course_id = \(course) AND state = 'active'
            ON CONFLICT (user_id, course_id) DO NOTHING
            """
        ).idempotent
    }

    static func endWatch(of course: MatchCourse.ID, by member: Member.ID) -> Self {
        .execute("DELETE FROM match_watches WHERE user_id = \(member) AND course_id = \(course)").idempotent
    }

    /// Notes what pages showed when nobody was found yet: while that stays so, there is nothing to look for.
    static func noteWatch(_ watch: MatchWatch, changes: Int) -> Self {
        .execute(
            """
            UPDATE match_watches SET seen_changes = \(changes)
            WHERE user_id = \(watch.member) AND course_id = \(watch.course)
            """
        ).idempotent
    }
}

extension Query where Output == Bool {
    static func watchesMatches(of course: MatchCourse.ID?, _ member: Member.ID) -> Self {
        .value(
            "SELECT EXISTS (SELECT FROM match_watches WHERE user_id = \(member) AND course_id = \(course))")
    }
}

/// Somebody who waits for a match in a course.
struct MatchWatch: Sendable {
    let member: Member.ID
    let universityID: University.ID
    let course: MatchCourse.ID
    /// As `Query.matchChanges` was when nobody was found last; `nil` when it was never looked.
    let seenChanges: Int?
}

extension Query where Output == [MatchWatch] {
    /// The next of those who wait, in the order of their rows.
    static func matchWatches(after last: MatchWatch?, limit: Int) -> Self {
        let from: SQL =
            last.map { "AND (w.user_id, w.course_id) > (\($0.member), \($0.course))" } ?? ""
        return .all(
            """
            SELECT w.user_id, u.university_id, w.course_id, w.seen_changes
            FROM match_watches w JOIN users u ON u.id = w.user_id
            WHERE u.state = 'active' \(from)
            ORDER BY w.user_id, w.course_id
            LIMIT \(limit)
            """, as: MatchWatch.init)
    }
}

/// Looks whether somebody has appeared for those who wait for it, and writes to them once. Forgets exposures that are
/// over, too.
struct MatchNews: Job {
    static let kind = "match_news"
    static let mostAttempts = 3
    static let batch = 100

    func run(_ context: JobContext) throws {
        _ = try context.database.fetch(.forgetOldExposures)
        let zones = ZoneBook()
        var last: MatchWatch?
        repeat {
            let watches = try context.database.fetch(.matchWatches(after: last, limit: Self.batch))
            for watch in watches where !context.isStopping() { try look(watch, zones, context) }
            last = watches.count == Self.batch ? watches.last : nil
        } while last != nil && !context.isStopping()
    }

    private func look(_ watch: MatchWatch, _ zones: ZoneBook, _ context: JobContext) throws {
        let (changes, own, courses, all) = try context.database.fetch(
            .matchChanges(for: watch.member, course: watch.course), .ownHabits(watch.member),
            .matchCourses(of: watch.member, first: watch.course), .matchZones(of: watch.member, first: watch.course))
        guard changes != watch.seenChanges, let own else { return }
        let reader = MatchReader(
            watch.member, of: watch.universityID, own, courses, all, book: zones, now: context.now)
        let counts = try context.database.fetch(.matchCounts(for: reader))
        guard let place = courses.firstIndex(where: { $0.id == watch.course }), counts[place] > 0 else {
            _ = try context.database.fetch(.noteWatch(watch, changes: changes))
            return
        }
        _ = try context.database.fetch(
            .enqueue(
                MatchFoundMail(
                    user: watch.member.rawValue, course: watch.course.rawValue, code: courses[place].code)),
            .endWatch(of: watch.course, by: watch.member))
    }
}

/// Tells somebody that the wait is over. Names nobody: who it is may have changed until it is read.
struct MatchFoundMail: Job {
    static let kind = "match_found_mail"

    let user: UUID
    let course: UUID
    let code: String

    func run(_ context: JobContext) throws {
        guard let holder = try context.database.fetch(.accountHolder(Member.ID(rawValue: user))) else { return }
        try context.send { $0.matchFound(for: holder, code, MatchCourse.ID(rawValue: course)) }
    }
}

extension Letters {
    func matchFound(for holder: AccountHolder, _ code: String, _ course: MatchCourse.ID) -> Letter {
        Letter(
            to: .init(address: holder.email, name: holder.name), subject: "Somebody in \(code) is free when you are",
            greeting: Self.greeting(holder.name),
            paragraphs: ["You asked to be told: there is somebody in \(code) now who shares free hours with you."],
            action: .init(label: "See who it is", url: origin + MatchPaths.matches(course)),
            closing: "This was the one mail about it. If nobody suits you, you can ask to be told again.",
            reason: "You get this because you chose “Tell me when someone is” in \(code).")
    }
}
