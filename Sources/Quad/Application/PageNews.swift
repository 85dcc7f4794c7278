package import Redis

/// Tells every instance which kept pages are out of date, through Redis.
package enum PageNews {
    static let channel = "live:pages"

    /// What to send with a write that changed these.
    package static func changed(_ tags: some Sequence<PageTag>) -> Command<Int> {
        .publish(channel, Array(tags.map(\.text).joined(separator: "\n").utf8))
    }

    /// Listens until stopped, on a thread of its own. A gap in the connection drops everything.
    package static func listen(_ configuration: RedisConfiguration, for application: Application) -> Subscriber {
        Subscriber(
            configuration, channels: [channel],
            onMessage: { [pages = application.pages] _, message in
                let tags = message.split(separator: UInt8(ascii: "\n")).map {
                    PageTag(text: String(decoding: $0, as: UTF8.self))
                }
                pages.drop(tags)
            }, onReconnect: { [pages = application.pages] in pages.dropAll() })
    }
}
