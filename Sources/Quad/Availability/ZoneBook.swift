import Synchronization

/// The time zones that were asked for, each read from the system once.
final class ZoneBook: Sendable {
    private let read = Mutex<[String: ZoneOffsets]>([:])

    /// - Parameter name: an IANA name.
    /// - Returns: UTC's where the system knows no such zone (any more), so that a page is shown all the same.
    func offsets(of name: String) -> ZoneOffsets { known(name) ?? .utc }

    /// - Returns: `nil` where the system knows no such zone.
    func known(_ name: String) -> ZoneOffsets? {
        if let known = read.withLock({ $0[name] }) { return known }
        let offsets: ZoneOffsets
        do { offsets = try ZoneOffsets(named: name) } catch { return nil }
        read.withLock { $0[name] = offsets }
        return offsets
    }
}
