internal import Glibc

enum Poll {
    /// Waits until one of the descriptors is ready for what is asked, broken, or the deadline has passed.
    ///
    /// - Returns: what each is ready for, 0 for not at all; all 0 when the time is over.
    static func wait(for descriptors: [(Int32, Int32)], until deadline: Deadline) -> [Int32] {
        var entries = descriptors.map { descriptor, events in
            pollfd(fd: descriptor, events: Int16(events), revents: 0)
        }
        while poll(&entries, nfds_t(entries.count), deadline.millisecondsLeft) < 0, errno == EINTR {}
        return entries.map { entry in Int32(entry.revents) }
    }

    /// As ``wait(for:until:)`` for one descriptor, without allocating.
    static func wait(for descriptor: Int32, _ events: Int32, until deadline: Deadline) -> Int32 {
        var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        while poll(&entry, 1, deadline.millisecondsLeft) < 0, errno == EINTR {}
        return Int32(entry.revents)
    }
}
