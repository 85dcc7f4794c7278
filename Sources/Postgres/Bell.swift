internal import Glibc

/// Wakes a thread that waits in `poll`. Once rung it stays rung.
///
/// In a process without a descriptor left it is mute: whoever waits finds out when the wait is over.
final class Bell: Sendable {
    /// For `poll`: readable once the bell was rung.
    let descriptor: Int32
    private let ringing: Int32

    init() {
        var ends: (Int32, Int32) = (-1, -1)
        let made = withUnsafeMutableBytes(of: &ends) { raw in
            pipe(raw.bindMemory(to: Int32.self).baseAddress)
        }
        // poll passes over a negative descriptor.
        (descriptor, ringing) = made == 0 ? ends : (-1, -1)
        for end in [descriptor, ringing] where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        close(ringing)
    }

    func ring() {
        var byte: UInt8 = 1
        // A full pipe is a bell that rings already.
        _ = write(ringing, &byte, 1)
    }

    func wait(atMost duration: Duration) {
        var bell = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = Wire.poll(&bell, until: .now + duration)
    }
}
