/// Receives what `NOTIFY` sends on some channels, on a thread and a connection of its own, for as long as it exists.
///
/// What is sent while the connection is lost never arrives: `onReconnect` says that something may have been missed.
///
/// It needs a session of its own on the server. Through pgbouncer in transaction mode `LISTEN` seems to succeed and
/// nothing ever arrives, and a server connection that others use goes on listening: there one has to ask every now
/// and then instead.
public final class NotificationListener: Sendable {
    private let loop: NotificationLoop

    /// - Parameters:
    ///   - channels: at least one.
    ///   - heartbeat: after this long without a notification the server is asked for a sign of life; without one in
    ///     `configuration.connectTimeout` it counts as lost.
    ///   - onNotify: given the channel and the payload, on the listener's thread; the next one waits for it.
    ///   - onReconnect: called, on the same thread, each time it begins to listen but a first one that succeeds at
    ///     once, before any notification that follows.
    public init(
        _ configuration: DatabaseConfiguration, channels: [String], heartbeat: Duration = .seconds(5),
        onNotify: @escaping @Sendable (String, String) -> Void,
        onReconnect: @escaping @Sendable () -> Void = {}
    ) {
        precondition(!channels.isEmpty, "A listener listens to one channel at least.")
        loop = NotificationLoop(
            configuration: configuration, channels: channels, heartbeat: heartbeat,
            onNotify: onNotify, onReconnect: onReconnect)
        loop.start()
    }

    deinit { loop.stop() }

    /// Ends it and waits for a call of `onNotify` or `onReconnect` under way, unless this is called from one. None
    /// comes afterwards. Stopping twice does nothing.
    public func stop() {
        loop.stop()
        loop.waitForCall()
    }
}
