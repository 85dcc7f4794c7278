import FoundationEssentials
import HTTPServer
import Postgres

/// A timetable from another calendar: looked at first, then taken.
enum TimetableHandlers {
    /// Shows what would be taken. Neither the file nor anything in it is kept.
    static func read(_ context: Context, writer: Writer) throws -> Response {
        let own = try context.ownWeek(of: writer.member)
        try context.spend(context.application.limits.previews(writer))
        do throws(TimetableError) {
            let file = try CalendarFile(try bytes(context.request.file("ics")))
            let book = context.application.zones
            let timetable = try Timetable(file, zone: book.offsets(of: own.zone), book: book, now: context.now)
            return context.page(TimetablePage(timetable, own, in: context))
        } catch {
            let page = WeekPage(own, timetableError: error, in: context)
            return context.page(page, status: .unprocessableContent)
        }
    }

    private static func bytes(_ upload: UploadedFile?) throws(TimetableError) -> [UInt8] {
        guard let upload, upload.size > 0 || !upload.fileName.isEmpty else { throw .noFile }
        guard upload.size > 0 else { throw .empty }
        guard upload.size <= CalendarFile.mostBytes else { throw .tooLarge }
        guard let data = FileManager.default.contents(atPath: upload.path) else { throw .unreadable }
        return [UInt8](data)
    }

    static func confirm(_ context: Context, member: Member) throws -> Response {
        guard let busy = context.request.form["busy"].flatMap(Week.init(hexadecimal:)), !busy.isEmpty else {
            return .redirect(to: context.inStep(AvailabilityPaths.week))
        }
        return try save(busy, .timetableRead, context, member)
    }

    static func remove(_ context: Context, member: Member) throws -> Response {
        try save(Week(), .timetableRemoved, context, member)
    }

    private static func save(
        _ busy: Week, _ flash: FlashCode, _ context: Context, _ member: Member
    ) throws -> Response {
        _ = try context.database.fetch(.saveTimetable(busy, of: member.id))
        context.changed(.member(member.username))
        return context.redirect(to: context.inStep(AvailabilityPaths.week), flash: flash)
    }
}
