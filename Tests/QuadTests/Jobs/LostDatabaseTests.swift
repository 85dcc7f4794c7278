import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Jobs while the database comes and goes")
struct LostDatabaseTests {
    @Test("connections that are cut all the time lose no job")
    func terminated() throws {
        try withCampus { campus in
            try campus.makeNotes()
            var pace = JobPace.quick
            pace.lease = .seconds(1)
            try campus.withRunners(2, threads: 2, pace: pace) { () throws in
                let cut = """
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """ as SQL
                for number in 1...100 {
                    _ = try campus.enqueue(NoteJob(number: number, milliseconds: 2))
                    if number.isMultiple(of: 5) { _ = try campus.count(cut) }
                    sleep(.milliseconds(5))
                }
                #expect(try eventually(within: 20) { try campus.jobs().isEmpty })
            }
            // At least once each: the answer to a change may be lost after it happened.
            #expect(Set(try campus.notes) == Set(1...100))
        }
    }
}

extension WholeProgram {
    @Suite("Jobs while Postgres is away")
    struct JobsAwayTests {
        @Test("a Postgres killed and started again loses no job, and its absence ends no runner")
        func killed() throws {
            let postgres = try OwnPostgres()
            defer { postgres.end() }
            let campus = try TestCampus(postgres.configuration)
            try campus.makeNotes()
            var pace = JobPace.quick
            pace.lease = .seconds(1)
            try campus.withRunners(2, pace: pace) { () throws in
                _ = try campus.database.fetch(
                    each: (1...60).map { try .enqueue(NoteJob(number: $0, milliseconds: 20)) })
                #expect(try eventually { try campus.notes.count > 5 })
                postgres.kill()
                sleep(.milliseconds(500))
                try postgres.start()
                #expect(
                    eventually(within: 20) {
                        do { return try campus.jobs().isEmpty } catch { return false }
                    })
            }
            #expect(Set(try campus.notes) == Set(1...60))
        }

        @Test("quad work does what is due, and SIGTERM ends it with 0")
        func work() throws {
            try withInstallation { installation in
                let database = Connection(installation.database)
                let directory = try OwnDirectory()
                defer { directory.remove() }
                let begun = try ChildProcess(
                    try QuadProcess.path, ["work"], environment: installation.settings, output: directory.file("log"))
                #expect(
                    try eventually(within: 10) {
                        try database.fetch(Query<Int>.value("SELECT count(*) FROM schedules WHERE next_run_at > now()"))
                            == [Schedule].all.count
                    })
                #expect(try eventually { try database.fetch(Query<Int>.value("SELECT count(*) FROM jobs")) == 0 })
                begun.signal(15)
                #expect(begun.end(within: 3) == .exit(0))
            }
        }

        @Test("quad serve does it too, unless JOB_THREADS is 0")
        func serve() throws {
            try withInstallation { installation in
                let database = Connection(installation.database)
                let schedules = Query<Int>.value("SELECT count(*) FROM schedules")
                let idle = try installation.serve(["JOB_THREADS": "0"])
                sleep(.milliseconds(300))
                #expect(try database.fetch(schedules) == 0)
                idle.process.signal(15)
                let busy = try installation.serve()
                #expect(try eventually { try database.fetch(schedules) == [Schedule].all.count })
                #expect(
                    try eventually {
                        try busy.get("/metrics").text.contains("quad_jobs_done_total{kind=\"clean_up\"} 1")
                    })
                busy.process.signal(15)
                #expect(busy.process.end(within: 5) == .exit(0))
            }
        }
    }
}
