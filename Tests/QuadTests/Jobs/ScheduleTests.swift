import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Work that comes round again")
struct ScheduleTests {
    private let hourly = Schedule(name: "hourly_note", every: .seconds(3_600), job: NoteJob(number: 1))

    @Test("with three runners a round is done once")
    func once() throws {
        try withCampus { campus in
            try campus.makeNotes()
            try campus.withRunners(3, threads: 2, schedules: [hourly]) { () throws in
                #expect(try eventually { try !campus.notes.isEmpty })
                sleep(.milliseconds(300))
            }
            #expect(try campus.notes == [1])
            #expect(
                try campus.count("SELECT count(*) FROM schedules WHERE next_run_at > now() + interval '59 min'") == 1)
        }
    }

    @Test("missed rounds are not made up for, and the next one is in step")
    func missed() throws {
        try withCampus { campus in
            try campus.makeNotes()
            try campus.run(
                """
                INSERT INTO schedules (name, every, next_run_at)
                VALUES ('hourly_note', interval '1 hour', now() - interval '5 hours 10 minutes')
                """)
            try campus.withRunners(3, schedules: [hourly]) { () throws in
                #expect(try eventually { try !campus.notes.isEmpty })
                sleep(.milliseconds(200))
            }
            #expect(try campus.notes == [1])
            let minutes = "extract(epoch FROM next_run_at - now()) / 60" as SQL
            #expect(try campus.count("SELECT round(\(minutes))::bigint FROM schedules") == 50)
        }
    }

    @Test("one that comes round every second does so")
    func everySecond() throws {
        try withCampus { campus in
            try campus.makeNotes()
            let schedule = Schedule(name: "note", every: .seconds(1), job: NoteJob(number: 1))
            try campus.withRunners(2, schedules: [schedule]) { () throws in sleep(.milliseconds(2_700)) }
            #expect((2...4).contains(try campus.notes.count))
        }
    }

    @Test("a round does not begin while the last one waits")
    func overlapping() throws {
        try withCampus { campus in
            let schedule = Schedule(name: "failing", every: .seconds(1), job: FailingJob())
            var pace = JobPace()
            pace.poll = .milliseconds(50)
            try campus.withRunners(schedules: [schedule], pace: pace) { () throws in sleep(.milliseconds(2_300)) }
            #expect(try campus.jobs().map(\.state) == ["waiting"])
        }
    }

    @Test("a new interval takes the place of the old one, and a shorter one at once")
    func changed() throws {
        try withCampus { campus in
            _ = try campus.database.fetch(.register(hourly))
            try campus.run("UPDATE schedules SET next_run_at = now() + interval '1 hour'")
            _ = try campus.database.fetch(.register(hourly))
            let late = "SELECT count(*) FROM schedules WHERE next_run_at > now() + interval '50 min'" as SQL
            #expect(try campus.count(late) == 1)
            _ = try campus.database.fetch(.register(Schedule(name: hourly.name, every: .seconds(60), job: hourly.job)))
            #expect(try campus.count(late) == 0)
        }
    }

    @Test("everything registered can be written down and is of a known kind")
    func registered() throws {
        try withCampus { campus in
            for schedule in [Schedule].all {
                #expect(try campus.database.fetch(.enqueue(schedule.job, uniqueKey: schedule.uniqueKey)) == 1)
                _ = try campus.database.fetch(.register(schedule))
            }
            #expect(Set(try campus.jobs().map(\.kind)).isSubset(of: JobKinds.all.names))
        }
    }
}
