import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Doing what was written down")
struct JobRunnerTests {
    @Test("four runners that race over 200 jobs do each of them once")
    func race() throws {
        try withCampus { campus in
            try campus.makeNotes()
            _ = try campus.database.fetch(each: (1...200).map { try .enqueue(NoteJob(number: $0)) })
            try campus.withRunners(4, threads: 2) { () throws in
                #expect(try eventually(within: 20) { try campus.jobs().isEmpty })
            }
            #expect(try campus.notes == Array(1...200))
            #expect(campus.get("/metrics").text.contains("quad_jobs_done_total{kind=\"note\"} 200\n"))
        }
    }

    @Test("a job of a transaction that was rolled back never runs, one of a committed transaction does")
    func transactions() throws {
        struct Stop: Error {}
        try withCampus { campus in
            try campus.makeNotes()
            try campus.withRunners { () throws in
                #expect(throws: Stop.self) {
                    try campus.database.transaction { database in
                        _ = try database.fetch(.enqueue(NoteJob(number: 1)))
                        throw Stop()
                    }
                }
                try campus.database.transaction { database in
                    _ = try database.fetch(.enqueue(NoteJob(number: 2)))
                    sleep(.milliseconds(150))
                }
                #expect(try eventually { try !campus.notes.isEmpty })
                #expect(try campus.notes == [2])
            }
        }
    }

    @Test("a notification wakes a runner within a second, and all its threads when there is work for all")
    func notification() throws {
        try withCampus { campus in
            try campus.makeNotes()
            var pace = JobPace.quick
            pace.poll = .seconds(600)
            try campus.withRunners(threads: 3, pace: pace) { () throws in
                sleep(.milliseconds(300))
                _ = try campus.database.fetch(
                    each: (1...3).map { try .enqueue(NoteJob(number: $0, milliseconds: 400)) })
                #expect(try eventually(within: 1) { try campus.notes.count == 3 })
            }
        }
    }

    @Test("a job for later waits until then")
    func later() throws {
        try withCampus { campus in
            try campus.makeNotes()
            _ = try campus.enqueue(NoteJob(number: 1), after: .milliseconds(600))
            try campus.withRunners { () throws in
                sleep(.milliseconds(300))
                #expect(try campus.notes.isEmpty)
                #expect(try eventually { try campus.notes == [1] })
            }
        }
    }

    @Test("behind pgbouncer, where nothing is told, work is found all the same")
    func withoutNotifications() throws {
        try withCampus({ $0.database.preparesStatements = false }) { campus in
            try campus.makeNotes()
            try campus.withRunners(pace: JobPace()) { () throws in
                sleep(.milliseconds(200))
                _ = try campus.enqueue(NoteJob(number: 1))
                #expect(try eventually(within: 2) { try campus.notes == [1] })
            }
        }
    }

    @Test("the same key is one job while it waits, the same identifier too, and a key is free again afterwards")
    func uniqueness() throws {
        try withCampus { campus in
            try campus.makeNotes()
            #expect(try campus.enqueue(NoteJob(number: 1), uniqueKey: "digest") == 1)
            #expect(try campus.enqueue(NoteJob(number: 2), uniqueKey: "digest") == 0)
            #expect(try campus.enqueue(NoteJob(number: 3), uniqueKey: "another") == 1)
            let id = UUID()
            #expect(try campus.enqueue(NoteJob(number: 4), id: id) == 1)
            #expect(try campus.enqueue(NoteJob(number: 5), id: id) == 0)
            try campus.withRunners { () throws in #expect(try eventually { try campus.notes == [1, 3, 4] }) }
            #expect(try campus.enqueue(NoteJob(number: 6), uniqueKey: "digest") == 1)
        }
    }

    @Test("a dead job does not keep its key from new work: it is tried again with that")
    func revival() throws {
        try withCampus { campus in
            try campus.makeNotes()
            _ = try campus.enqueue(NoteJob(number: 1), uniqueKey: "digest")
            try campus.run("UPDATE jobs SET state = 'dead', attempts = 8, last_error = 'No.'")
            #expect(try campus.enqueue(NoteJob(number: 2), uniqueKey: "digest") == 1)
            #expect(try campus.jobs().map(\.attempts) == [0])
            try campus.withRunners { () throws in #expect(try eventually { try campus.notes == [2] }) }
        }
    }

    @Test("a stop finishes the job under way, begins no other, and an idle runner stops at once")
    func stopping() throws {
        try withCampus { campus in
            try campus.makeNotes()
            _ = try campus.database.fetch(each: (1...3).map { try .enqueue(NoteJob(number: $0, milliseconds: 300)) })
            try campus.withRunners { () throws in sleep(.milliseconds(150)) }
            #expect(try campus.notes.count == 1)
            #expect(try campus.jobs().map(\.state) == ["waiting", "waiting"])
            #expect(try campus.jobs().map(\.attempts) == [0, 0])
            try campus.run("DELETE FROM jobs")
            var begun = ContinuousClock.now
            try campus.withRunners(pace: JobPace()) { () throws in
                sleep(.milliseconds(200))
                begun = .now
            }
            #expect(.now - begun < .milliseconds(500))
        }
    }

    @Test("a job that does not end in time is left behind, for another to take when its lease ends")
    func abandoned() throws {
        try withCampus { campus in
            try campus.makeNotes()
            _ = try campus.enqueue(NoteJob(number: 1, milliseconds: 1_000))
            var pace = JobPace.quick
            pace.farewell = .milliseconds(100)
            var begun = ContinuousClock.now
            try campus.withRunners(pace: pace) { () throws in
                #expect(try eventually { try campus.jobs().map(\.state) == ["running"] })
                begun = .now
            }
            #expect(.now - begun < .milliseconds(500))
            #expect(try eventually { try campus.notes == [1] })
        }
    }
}
