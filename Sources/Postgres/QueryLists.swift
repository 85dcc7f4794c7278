// What `Query.all` with a parameter pack does, once for each number of columns. Swift 6.3 does not specialise loops
// over packs: a cell costs some 530 instructions there and 280 here, which on a list of 25 rows and 12 columns is 20 µs.
// Found by valgrind --tool=callgrind. To be deleted on the day the pack is as fast.
extension Query {
    @inlinable public static func all<A: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A) -> T
    ) -> Self where Output == [T] {
        list(sql, 1) { row throws(PostgresError) in make(try row()) }
    }

    @inlinable public static func all<A: Column, B: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A, B) -> T
    ) -> Self where Output == [T] {
        list(sql, 2) { row throws(PostgresError) in make(try row(), try row()) }
    }

    @inlinable public static func all<A: Column, B: Column, C: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C) -> T
    ) -> Self where Output == [T] {
        list(sql, 3) { row throws(PostgresError) in make(try row(), try row(), try row()) }
    }

    @inlinable public static func all<A: Column, B: Column, C: Column, D: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D) -> T
    ) -> Self where Output == [T] {
        list(sql, 4) { row throws(PostgresError) in make(try row(), try row(), try row(), try row()) }
    }

    @inlinable public static func all<A: Column, B: Column, C: Column, D: Column, E: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E) -> T
    ) -> Self where Output == [T] {
        list(sql, 5) { row throws(PostgresError) in make(try row(), try row(), try row(), try row(), try row()) }
    }

    @inlinable public static func all<A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F) -> T
    ) -> Self where Output == [T] {
        list(sql, 6) { row throws(PostgresError) in
            make(try row(), try row(), try row(), try row(), try row(), try row())
        }
    }

    @inlinable public static func all<A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G) -> T
    ) -> Self where Output == [T] {
        list(sql, 7) { row throws(PostgresError) in
            make(try row(), try row(), try row(), try row(), try row(), try row(), try row())
        }
    }

    @inlinable
    public static func all<A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, T>(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H) -> T
    ) -> Self where Output == [T] {
        list(sql, 8) { row throws(PostgresError) in
            make(try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I) -> T
    ) -> Self where Output == [T] {
        list(sql, 9) { row throws(PostgresError) in
            make(try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, J: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I, J) -> T
    ) -> Self where Output == [T] {
        list(sql, 10) { row throws(PostgresError) in
            make(
                try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(),
                try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, J: Column,
        K: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I, J, K) -> T
    ) -> Self where Output == [T] {
        list(sql, 11) { row throws(PostgresError) in
            make(
                try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(),
                try row(), try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, J: Column,
        K: Column, L: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I, J, K, L) -> T
    ) -> Self where Output == [T] {
        list(sql, 12) { row throws(PostgresError) in
            make(
                try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(),
                try row(), try row(), try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, J: Column,
        K: Column, L: Column, M: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I, J, K, L, M) -> T
    ) -> Self where Output == [T] {
        list(sql, 13) { row throws(PostgresError) in
            make(
                try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(),
                try row(), try row(), try row(), try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, J: Column,
        K: Column, L: Column, M: Column, N: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I, J, K, L, M, N) -> T
    ) -> Self where Output == [T] {
        list(sql, 14) { row throws(PostgresError) in
            make(
                try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(),
                try row(), try row(), try row(), try row(), try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, J: Column,
        K: Column, L: Column, M: Column, N: Column, O: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I, J, K, L, M, N, O) -> T
    ) -> Self where Output == [T] {
        list(sql, 15) { row throws(PostgresError) in
            make(
                try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(),
                try row(), try row(), try row(), try row(), try row(), try row())
        }
    }

    @inlinable
    public static func all<
        A: Column, B: Column, C: Column, D: Column, E: Column, F: Column, G: Column, H: Column, I: Column, J: Column,
        K: Column, L: Column, M: Column, N: Column, O: Column, P: Column, T
    >(
        _ sql: SQL, as make: @escaping @Sendable (A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P) -> T
    ) -> Self where Output == [T] {
        list(sql, 16) { row throws(PostgresError) in
            make(
                try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(), try row(),
                try row(), try row(), try row(), try row(), try row(), try row(), try row())
        }
    }

    @inlinable static func list<T>(
        _ sql: SQL, _ columns: Int, of make: @escaping @Sendable (inout RowReader) throws(PostgresError) -> T
    ) -> Self where Output == [T] {
        Self(Request(sql)) { rows throws(PostgresError) in
            try rows.check(columns: columns)
            var all: [T] = []
            all.reserveCapacity(rows.count)
            for row in 0..<Int32(rows.count) {
                var reader = RowReader(rows, row: row)
                all.append(try make(&reader))
            }
            return all
        }
    }
}

/// Reads one row from its first column to its last.
@usableFromInline struct RowReader {
    @usableFromInline let rows: Rows
    @usableFromInline let row: Int32
    @usableFromInline var column: Int32 = 0

    @inlinable init(_ rows: Rows, row: Int32) {
        self.rows = rows
        self.row = row
    }

    @inlinable mutating func callAsFunction<C: Column>() throws(PostgresError) -> C {
        try rows.read(C.self, row: row, column: &column)
    }
}
