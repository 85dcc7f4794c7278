import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("Listening for notifications")
struct NotificationTests {
    @Test("notifications arrive in their order within a second, with channel and payload, when they are committed")
    func arrival() throws {
        try TestDatabase.withDatabase { database in
            let (inbox, connection) = (NotificationInbox(), Connection(database))
            let listener = try inbox.listen(database, to: ["a", "Odd \"name\""])
            defer { listener.stop() }
            try connection.notify("Odd \"name\"", "ü")
            #expect(eventually(within: 1) { inbox.texts == ["Odd \"name\": ü"] })
            try connection.transaction { connection in
                for number in 1...50 { try connection.notify("a", "\(number)") }
                usleep(50_000)
                #expect(inbox.texts.count == 1)
            }
            try connection.notify("b", "nobody")
            #expect(eventually(within: 1) { inbox.texts.count == 51 })
            #expect(inbox.texts.dropFirst() == ArraySlice((1...50).map { "a: \($0)" }))
            #expect(inbox.reconnections == 0)
        }
    }

    @Test("after its connection was cut it listens again and says that something may be missing")
    func cut() throws {
        try TestDatabase.withDatabase { database in
            let (inbox, connection) = (NotificationInbox(), Connection(database))
            let listener = try inbox.listen(database, to: ["a"])
            defer { listener.stop() }
            for round in 1...3 {
                try connection.terminate(try connection.fetch(.listening))
                #expect(eventually { inbox.reconnections == round })
                try connection.notify("a", "\(round)")
                #expect(eventually(within: 1) { inbox.texts.count == round })
            }
        }
    }

    @Test("a server that hangs is noticed by its silence, one that only has nothing to say is not")
    func frozen() throws {
        try TestDatabase.withDatabase { database in
            var configuration = database
            configuration.connectTimeout = .milliseconds(200)
            let (inbox, connection) = (NotificationInbox(), Connection(database))
            let listener = try inbox.listen(configuration, to: ["a"], heartbeat: .milliseconds(50))
            defer { listener.stop() }
            usleep(400_000)
            #expect(inbox.reconnections == 0)
            let process = pid_t(try connection.fetch(.listening))
            try #require(kill(process, SIGSTOP) == 0)
            #expect(eventually { inbox.reconnections == 1 })
            kill(process, SIGCONT)
            try connection.notify("a", "again")
            #expect(eventually(within: 1) { inbox.texts == ["a: again"] })
        }
    }

    @Test("a listener made before its database is there waits for it, and says that it came late")
    func early() throws {
        try TestDatabase.withDatabase { database in
            let (inbox, connection) = (NotificationInbox(), Connection(database))
            let name = try #require(database.database)
            try Connection(try TestDatabase.server()).script("ALTER DATABASE \(name) ALLOW_CONNECTIONS false")
            let listener = NotificationListener(
                database, channels: ["a"], onNotify: { inbox.add($0, $1) }, onReconnect: { inbox.reconnected() })
            defer { listener.stop() }
            usleep(100_000)
            #expect(inbox.reconnections == 0)
            try Connection(try TestDatabase.server()).script("ALTER DATABASE \(name) ALLOW_CONNECTIONS true")
            #expect(eventually { inbox.reconnections == 1 })
            try connection.notify("a", "x")
            #expect(eventually(within: 1) { inbox.texts == ["a: x"] })
        }
    }

    @Test("a stop does not wait for a server that never answers")
    func silent() throws {
        let server = try SilentServer()
        let listener = NotificationListener(
            DatabaseConfiguration(url: "host=\(server.directory) user=quad"), channels: ["a"], onNotify: { _, _ in })
        usleep(50_000)
        let begun = ContinuousClock.now
        listener.stop()
        #expect(ContinuousClock.now - begun < .milliseconds(500))
    }

    @Test("it works without prepared statements too")
    func unprepared() throws {
        try TestDatabase.withDatabase { database in
            var configuration = database
            configuration.preparesStatements = false
            let inbox = NotificationInbox()
            let listener = try inbox.listen(configuration, to: ["a"])
            defer { listener.stop() }
            try Connection(database).notify("a", "x")
            #expect(eventually(within: 1) { inbox.texts == ["a: x"] })
        }
    }

    @Test("nothing arrives after a stop, which is prompt and may come twice, or from a notification")
    func stopping() throws {
        try TestDatabase.withDatabase { database in
            let (inbox, connection) = (NotificationInbox(), Connection(database))
            let own = Mutex<NotificationListener?>(nil)
            let listener = NotificationListener(
                database, channels: ["a"],
                onNotify: { channel, payload in
                    inbox.add(channel, payload)
                    own.withLock { $0?.stop() }
                })
            own.withLock { $0 = listener }
            try connection.waitForListener()
            try connection.transaction { connection in
                try connection.notify("a", "one")
                try connection.notify("a", "two")
            }
            #expect(eventually { inbox.texts.count == 1 })
            let begun = ContinuousClock.now
            listener.stop()
            listener.stop()
            #expect(ContinuousClock.now - begun < .milliseconds(100))
            #expect(try eventually { try connection.fetch(.listeners) == 0 })
            #expect(inbox.texts == ["a: one"])
        }
    }

    @Test("a listener nobody holds ends")
    func released() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            var listener: NotificationListener? = try NotificationInbox().listen(database, to: ["a"])
            #expect(listener != nil)
            listener = nil
            #expect(try eventually { try connection.fetch(.listeners) == 0 })
        }
    }
}

private final class NotificationInbox: Sendable {
    private let state = Mutex<(texts: [String], reconnections: Int)>(([], 0))

    var texts: [String] { state.withLock { $0.texts } }
    var reconnections: Int { state.withLock { $0.reconnections } }

    /// Returns when it listens.
    func listen(
        _ configuration: DatabaseConfiguration, to channels: [String], heartbeat: Duration = .seconds(5)
    ) throws -> NotificationListener {
        let listener = NotificationListener(
            configuration, channels: channels, heartbeat: heartbeat, onNotify: { self.add($0, $1) },
            onReconnect: { self.reconnected() })
        try Connection(configuration).waitForListener()
        return listener
    }

    func add(_ channel: String, _ payload: String) { state.withLock { $0.texts.append("\(channel): \(payload)") } }
    func reconnected() { state.withLock { $0.reconnections += 1 } }
}

extension Connection {
    fileprivate func notify(_ channel: String, _ payload: String) throws {
        _ = try fetch(Query<Int>.execute("SELECT pg_notify(\(channel), \(payload))").writing())
    }

    fileprivate func waitForListener() throws {
        #expect(try eventually { try fetch(.listeners) == 1 })
    }
}

extension Query where Output == Int {
    /// The process of the one connection of this database that listens.
    fileprivate static var listening: Self {
        .value(
            """
            SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN %' AND pid <> pg_backend_pid()
            LIMIT 1
            """)
    }

    fileprivate static var listeners: Self {
        .value(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN %' AND state = 'idle'
                AND pid <> pg_backend_pid()
            """)
    }
}
