/// A question to the database, typed by what it answers: a statement with its parameters, and how its rows become
/// values.
///
/// A value, so it can be named in an extension, passed on and asked together with others in one round trip.
public struct Query<Output: Sendable>: Sendable {
    @usableFromInline let request: Request
    @usableFromInline let decode: @Sendable (Rows) throws(PostgresError) -> Output

    @usableFromInline init(
        _ request: Request, decode: @escaping @Sendable (Rows) throws(PostgresError) -> Output
    ) {
        self.request = request
        self.decode = decode
    }
}

extension Query {
    /// All rows in order, each through `make`, whose parameters are the columns.
    @inlinable public static func all<each C: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (repeat each C) -> T
    ) -> Self where Output == [T] {
        Self(Request(sql)) { rows throws(PostgresError) in
            try rows.check(columns: Self.count(repeat (each C).self))
            var all: [T] = []
            all.reserveCapacity(rows.count)
            for row in 0..<Int32(rows.count) {
                var column: Int32 = 0
                all.append(make(repeat try rows.read((each C).self, row: row, column: &column)))
            }
            return all
        }
    }

    /// The first row, or `nil` when there is none.
    @inlinable public static func first<each C: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (repeat each C) -> T
    ) -> Self where Output == T? {
        Self(Request(sql)) { rows throws(PostgresError) in
            try rows.check(columns: Self.count(repeat (each C).self))
            guard rows.count > 0 else { return nil }
            var column: Int32 = 0
            return make(repeat try rows.read((each C).self, row: 0, column: &column))
        }
    }

    /// The first row; `fetch` throws `PostgresError.noRow` when there is none.
    @inlinable public static func one<each C: Column>(
        _ sql: SQL, as make: @escaping @Sendable (repeat each C) -> Output
    ) -> Self {
        Self(Request(sql)) { rows throws(PostgresError) in
            try rows.check(columns: Self.count(repeat (each C).self))
            guard rows.count > 0 else { throw rows.missing() }
            var column: Int32 = 0
            return make(repeat try rows.read((each C).self, row: 0, column: &column))
        }
    }

    @inlinable static func count<each C>(_ type: repeat (each C).Type) -> Int {
        var count = 0
        for _ in repeat each type { count += 1 }
        return count
    }
}

extension Query where Output: Column {
    /// The only column of the first row; `fetch` throws `PostgresError.noRow` when there is none.
    @inlinable public static func value(_ sql: SQL) -> Self {
        .one(sql) { (value: Output) in value }
    }
}

extension Query {
    /// The only column of all rows, in order.
    @inlinable public static func values<C: Column>(_ sql: SQL) -> Self where Output == [C] {
        .all(sql) { (value: C) in value }
    }
}

extension Query where Output == Int {
    /// Runs a statement; the answer is the number of rows it changed.
    @inlinable public static func execute(_ sql: SQL) -> Self {
        Self(Request(sql)) { rows in rows.affectedRows }
    }
}

extension Query {
    /// The same query with another answer, made of this one's.
    @inlinable public func map<New: Sendable>(_ change: @escaping @Sendable (Output) -> New) -> Query<New> {
        Query<New>(request) { [decode] rows throws(PostgresError) in change(try decode(rows)) }
    }

    /// Whether it is asked again when the connection is lost before the answer.
    ///
    /// `SELECT`, `VALUES`, `TABLE`, and `WITH` without a change in it are; others only as `idempotent`.
    public var isRead: Bool { request.isRetrySafe }

    /// The same query, said to do no harm when it happens twice: an `INSERT … ON CONFLICT DO NOTHING` with a key
    /// of the caller's.
    public var idempotent: Self { Self(request.marked(.safe), decode: decode) }

    /// The same query, said to change something although it begins like a read: a `SELECT` of a function that
    /// writes.
    public func writing() -> Self { Self(request.marked(.unsafe), decode: decode) }
}
