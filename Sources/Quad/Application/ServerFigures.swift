import HTTPServer
import Synchronization

/// Where the application reads what only the server knows, once there is one.
final class ServerFigures: Sendable {
    private let read = Mutex<(@Sendable () -> ServerStatistics)?>(nil)

    func watch(_ read: @escaping @Sendable () -> ServerStatistics) {
        self.read.withLock { $0 = read }
    }

    var now: ServerStatistics? {
        read.withLock { $0 }?()
    }
}
