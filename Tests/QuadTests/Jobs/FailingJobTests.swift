import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Jobs that fail")
struct FailingJobTests {
    @Test("each failure makes the pause longer, from 10 s to an hour, a fifth more or less")
    func pauses() {
        var generator = SystemRandomNumberGenerator()
        let expected = [10, 30, 120, 300, 900, 1_800, 3_600, 3_600, 3_600].map { Duration.seconds($0) }
        for (index, pause) in expected.enumerated() {
            let drawn = (0..<200).map { _ in JobPace().pause(after: index + 1, using: &generator) }
            #expect(drawn.allSatisfy { $0 >= pause * 0.8 && $0 <= pause * 1.2 })
            #expect(Set(drawn).count > 100)
        }
    }

    @Test("a failure is tried again after the pause with its reason kept, and the last try leaves it dead")
    func untilDead() throws {
        try withCampus { campus in
            _ = try campus.enqueue(FailingJob())
            var pace = JobPace()
            pace.poll = .milliseconds(50)
            try campus.withRunners(pace: pace) { () throws in
                for (attempt, seconds) in [(1, 8.0...12), (2, 24.0...36)] {
                    #expect(try eventually { try campus.jobs().first?.attempts == attempt })
                    #expect(try eventually { try campus.jobs().first?.state == "waiting" })
                    let job = try #require(try campus.jobs().first)
                    #expect((seconds.lowerBound - 1...seconds.upperBound).contains(job.delay))
                    #expect(job.lastError?.hasPrefix("the mailbox is full ééé") == true)
                    #expect(job.lastError?.count == 1_000)
                    try campus.run("UPDATE jobs SET run_at = now()")
                }
                #expect(try eventually { try campus.jobs().first?.state == "dead" })
                sleep(.milliseconds(150))
            }
            #expect(try campus.jobs().map(\.attempts) == [3])
            #expect(campus.get("/metrics").text.contains("quad_jobs_failed_total{kind=\"failing\"} 3\n"))
            #expect(campus.get("/metrics").text.contains("quad_jobs{state=\"dead\"} 1\n"))
        }
    }

    @Test("a permanent failure is dead at once, in the job’s own words")
    func permanent() throws {
        try withCampus { campus in
            _ = try campus.enqueue(FailingJob(isPermanent: true))
            try campus.withRunners { () throws in #expect(try eventually { try campus.jobs().first?.state == "dead" }) }
            let job = try #require(try campus.jobs().first)
            #expect(job.attempts == 1 && job.lastError == "The address is gone.")
        }
    }

    @Test("“not yet” waits without counting a try")
    func notYet() throws {
        try withCampus { campus in
            try campus.makeNotes()
            _ = try campus.enqueue(PatientJob())
            try campus.withRunners { () throws in
                sleep(.milliseconds(400))
                #expect(try campus.jobs().map(\.kind) == ["patient"])
                #expect(try campus.jobs().allSatisfy { $0.attempts <= 1 && $0.state != "dead" })
                try campus.run("INSERT INTO notes (number) VALUES (1)")
                #expect(try eventually { try campus.notes == [1, 2] })
            }
        }
    }

    @Test("a job that cannot be read is dead with what is wrong with it, but not its values")
    func unreadable() throws {
        try withCampus { campus in
            for payload in ["{}", #"{"number": "secret", "milliseconds": 0}"#, "[1]"] {
                try campus.run("INSERT INTO jobs (id, kind, payload) VALUES (\(UUID()), 'note', \(JSONText(payload)))")
            }
            try campus.withRunners { () throws in
                #expect(try eventually { try campus.jobs().allSatisfy { $0.state == "dead" } })
            }
            let errors = try campus.jobs().map { $0.lastError ?? "" }
            #expect(errors.contains("What was written down can’t be read as note: number is missing"))
            #expect(errors.contains("What was written down can’t be read as note: number is no Int"))
            #expect(!errors.contains { $0.contains("secret") })
        }
    }

    @Test("a kind that only a newer Quad knows is left waiting")
    func unknownKind() throws {
        try withCampus { campus in
            try campus.makeNotes()
            try campus.run("INSERT INTO jobs (id, kind, payload) VALUES (\(UUID()), 'from_the_future', '{}')")
            _ = try campus.enqueue(NoteJob(number: 1))
            try campus.withRunners { () throws in #expect(try eventually { try campus.notes == [1] }) }
            #expect(try campus.jobs().map(\.state) == ["waiting"])
            #expect(try campus.jobs().map(\.attempts) == [0])
        }
    }

    @Test("a job whose process was killed is taken over when its lease ends, and dead after its last try")
    func takenOver() throws {
        try withCampus { campus in
            try campus.makeNotes()
            for number in 1...3 { _ = try campus.enqueue(NoteJob(number: number)) }
            try campus.run("UPDATE jobs SET state = 'running', attempts = 1, leased_until = now() + interval '1 hour'")
            let killed = "payload->>'number' = '1'" as SQL
            let fatal = "payload->>'number' = '2'" as SQL
            try campus.run("UPDATE jobs SET leased_until = now() - interval '1 second' WHERE \(killed)")
            try campus.run("UPDATE jobs SET leased_until = now() - interval '1 second', attempts = 8 WHERE \(fatal)")
            try campus.withRunners(2) { () throws in #expect(try eventually { try campus.notes == [1] }) }
            let rest = try campus.jobs()
            #expect(rest.map(\.state).sorted() == ["dead", "running"])
            #expect(rest.first { $0.state == "dead" }?.lastError?.contains("the process that ran it ended") == true)
        }
    }

    @Test("who held a job too long cannot cross it off when another has it")
    func lateFinish() throws {
        try withCampus { campus in
            _ = try campus.enqueue(FailingJob())
            let claim = Query.claimJob(of: ["failing"], lease: .milliseconds(1))
            let first = try #require(try campus.database.fetch(claim))
            sleep(.milliseconds(20))
            #expect(try campus.database.fetch(.releaseOutlivedJobs) == 1)
            let second = try #require(try campus.database.fetch(claim))
            #expect(second.id == first.id && second.attempts == 2)
            #expect(try campus.database.fetch(.finish(first)) == 0)
            #expect(try campus.database.fetch(.bury(first, because: "late")) == 0)
            #expect(try campus.database.fetch(.finish(second)) == 1)
        }
    }
}
