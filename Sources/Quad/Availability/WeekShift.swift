import FoundationEssentials

/// How the normal week of somebody in another time zone lies in one real week of the viewer.
///
/// A week is wall time of its owner's zone. Which real hours it means depends on the week looked at: clocks of either
/// zone may change in it. So a shift is a few pieces, each a set of the viewer's slots and how far away the other's
/// slots of the same moments lie. A week without a change has one piece, one with a change two or three.
///
/// A viewer's slot is free for the other when at some moment of that week at which the viewer's clock reads it, the
/// other's clock reads a time the other is free. So an hour that the viewer's clock skips is free for nobody, and one
/// that it shows twice counts once.
///
/// ```swift
/// let shift = WeekShift(from: theirZone, to: viewerZone, weekOf: now)
/// let theirs = shift.applied(to: theirWeek)          // in the viewer's wall time
/// let shared = theirs.intersection(mine).hoursInWords
/// let sql: SQL = "SELECT bit_count(\(mine) & \(SQL.shifted("p.availability", by: shift))) FROM match_pool p"
/// ```
package struct WeekShift: Hashable, Sendable {
    package struct Piece: Hashable, Sendable {
        /// 0..<672, added to a viewer's slot, modulo 672, makes the other's.
        package let distance: Int
        /// The viewer's slots it holds for.
        package let slots: Week
    }

    /// At least one; each has a distance of its own, and together they hold every slot that there is in that week.
    package let pieces: [Piece]

    /// Leaves every week as it is: both live by the same clock.
    package static let none = WeekShift(pieces: [Piece(distance: 0, slots: Week([0..<Week.slotCount]))])

    private init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// - Parameters:
    ///   - theirs: the zone of the weeks that will be brought over.
    ///   - viewers: the zone they are brought to.
    ///   - moment: the viewer's week, Sunday to Saturday on the viewer's clock, is the one it lies in.
    /// - Complexity: a walk over the 776 quarter hours in which that week can lie, some 20 µs. Make one a zone, not
    ///   one a person.
    init(from theirs: ZoneOffsets, to viewers: ZoneOffsets, weekOf moment: Date) {
        let sunday = Self.sunday(of: Int(moment.timeIntervalSince1970.rounded(.down)), in: viewers)
        var byDistance: [Int: Week] = [:]
        // No clock is more than 14 hours away from UTC.
        for instant in stride(from: sunday - Self.reach, to: sunday + 7 * 86_400 + Self.reach, by: 900) {
            let slot = Self.quarters(instant + viewers.offset(at: instant) - sunday)
            guard (0..<Week.slotCount).contains(slot) else { continue }
            let other = Self.quarters(instant + theirs.offset(at: instant) - sunday)
            byDistance[Self.modulo(other - slot), default: Week()][slot] = true
        }
        pieces = byDistance.sorted { $0.key < $1.key }.map { Piece(distance: $0.key, slots: $0.value) }
    }

    private static let reach = 15 * 3_600

    /// Sunday 0:00 on the zone's clock, in seconds of wall time.
    private static func sunday(of moment: Int, in zone: ZoneOffsets) -> Int {
        let wall = moment + zone.offset(at: moment)
        let time = CivilTime(secondsSince1970: wall)
        return wall - time.dayOfWeek * 86_400 - time.hour * 3_600 - time.minute * 60 - time.second
    }

    private static func quarters(_ seconds: Int) -> Int { seconds >= 0 ? seconds / 900 : (seconds - 899) / 900 }

    private static func modulo(_ slot: Int) -> Int { (slot % Week.slotCount + Week.slotCount) % Week.slotCount }

    /// Whether it changes nothing.
    package var isNone: Bool { self == .none }

    /// The other's week in the viewer's wall time.
    package func applied(to week: Week) -> Week {
        pieces.reduce(Week()) { result, piece in
            result.union(week.turned(by: piece.distance).intersection(piece.slots))
        }
    }
}

extension Week {
    /// The week whose slot 0 is this one's slot `distance`, and so on around.
    fileprivate func turned(by distance: Int) -> Week {
        guard distance != 0 else { return self }
        return Week(
            spans.flatMap { span in
                let moved = span.lowerBound - distance..<span.upperBound - distance
                return [moved, moved.lowerBound + Self.slotCount..<moved.upperBound + Self.slotCount]
            })
    }
}
