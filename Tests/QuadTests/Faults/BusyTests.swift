import Postgres
import TestSupport
import Testing

extension WholeProgram {
    @Suite("With more requests than it can take")
    struct BusyTests {
        @Test("a full queue answers 503 at once in the site's look, kept pages go on, and who waited is answered")
        func fullQueue() throws {
            try withInstallation { installation in
                let quad = try installation.serve(["WORKERS": "1", "QUEUE_LIMIT": "2"])
                #expect(try quad.get("/communities").status == 200)
                let lock = try installation.lock("posts")
                var waiting: [HTTPClient] = []
                for _ in 0..<3 {
                    let client = try HTTPClient(port: quad.port)
                    client.send("GET \(Installation.rendered) HTTP/1.1\r\nHost: test\r\n\r\n")
                    waiting.append(client)
                    // The worker has the first before the queue fills.
                    #expect(try eventually { try lock.hasWaiting })
                    sleep(.milliseconds(200))
                }
                let begun = ContinuousClock.now
                let refused = try quad.get(Installation.rendered)
                #expect(.now - begun < .milliseconds(500))
                #expect(refused.status == 503)
                #expect(refused["Retry-After"] != nil)
                #expect(refused["Connection"] == "close")
                #expect(refused.text.contains("Quad is busy right now"))
                #expect(refused.text.contains("<link rel=\"stylesheet\""))
                #expect(refused["Content-Security-Policy"] != nil)
                #expect(try quad.get("/communities").status == 200)
                try lock.release()
                for client in waiting { #expect(try client.answer().status == 200) }
                #expect(try quad.get(Installation.rendered).status == 200)
            }
        }
    }
}

/// A session that keeps a table from being read, so that a page takes as long as a test likes.
final class TableLock {
    private let session: Connection

    fileprivate init(_ table: String, _ database: DatabaseConfiguration) throws {
        session = Connection(database)
        try session.script("BEGIN; LOCK TABLE \(table)")
    }

    /// Whether another session waits for this one.
    var hasWaiting: Bool {
        get throws {
            try session.fetch(
                Query<Bool>.value(
                    """
                    SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                    """))
        }
    }

    func release() throws { try session.script("ROLLBACK") }
}

extension Installation {
    func lock(_ table: String) throws -> TableLock { try TableLock(table, database) }
}
