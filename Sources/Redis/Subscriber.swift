/// Receives what is published on some channels, on a thread of its own, for as long as it exists.
///
/// What is published while the connection is lost never arrives: `onReconnect` says that something may have been
/// missed.
public final class Subscriber: Sendable {
    private let listener: Listener

    /// - Parameters:
    ///   - channels: at least one.
    ///   - heartbeat: after this long without a word the server is asked for one, and after as long again
    ///     without an answer it counts as lost.
    ///   - onMessage: given the channel and the message, on the subscriber's thread; the next message waits for it.
    ///   - onReconnect: called, on the same thread, after every subscription but a first one that succeeds at once,
    ///     before any message that follows.
    public init(
        _ configuration: RedisConfiguration, channels: [String], heartbeat: Duration = .seconds(2),
        onMessage: @escaping @Sendable (String, [UInt8]) -> Void,
        onReconnect: @escaping @Sendable () -> Void = {}
    ) {
        precondition(!channels.isEmpty, "A subscriber listens to one channel at least.")
        listener = Listener(
            configuration: configuration, channels: channels, heartbeat: heartbeat,
            onMessage: onMessage, onReconnect: onReconnect)
        listener.start()
    }

    deinit { listener.stop() }

    /// Ends the subscription and waits for a call of `onMessage` or `onReconnect` under way, unless this is called
    /// from one. None comes afterwards. Stopping twice does nothing.
    public func stop() {
        listener.stop()
        listener.waitUntilEnded()
    }
}
