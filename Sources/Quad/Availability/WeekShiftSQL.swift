import Postgres

extension SQL {
    /// A week's column as it lies in the viewer's week: an expression of type `bit(672)`.
    ///
    /// - Parameter column: names a `bit(672)`: "p.availability". It is repeated, so let it be a column.
    static func shifted(_ column: SQL, by shift: WeekShift) -> SQL {
        if shift.isNone { return column }
        return "(" + .joined(shift.pieces.map { turned(column, $0) }, separator: " | ") + ")"
    }

    /// The same for rows of several zones.
    ///
    /// - Parameters:
    ///   - zone: names the column of each row's zone.
    ///   - shifts: by the zone's name; a row of another zone is taken as it is.
    static func shifted(_ column: SQL, zone: SQL, by shifts: [String: WeekShift]) -> SQL {
        let cases = shifts.filter { !$0.value.isNone }.sorted { $0.key < $1.key }
        if cases.isEmpty { return column }
        let parts = cases.map { name, shift -> SQL in "WHEN \(name) THEN \(shifted(column, by: shift))" }
        return "(CASE \(zone) \(joined(parts, separator: " ")) ELSE \(column) END)"
    }

    private static func turned(_ column: SQL, _ piece: WeekShift.Piece) -> SQL {
        let back = Week.slotCount - piece.distance
        let turned: SQL =
            piece.distance == 0
            ? column : "((\(column) << \(piece.distance)::integer) | (\(column) >> \(back)::integer))"
        return piece.slots.quarters == Week.slotCount ? turned : "(\(turned) & \(piece.slots))"
    }
}
