/// What a browser is called in the list of devices: "Firefox on Android".
///
/// Put together from words of our own alone; nothing of what the browser sent is repeated.
struct DeviceName: Hashable, Sendable, CustomStringConvertible {
    /// At most 80 characters.
    let text: String

    var description: String { text }

    /// - Parameter userAgent: the header of that name; only its first 512 bytes are read.
    init(userAgent: String?) {
        let header = String(decoding: (userAgent ?? "").utf8.prefix(512), as: UTF8.self)
        let browser = Self.first(of: Self.browsers, in: header)
        let system = Self.first(of: Self.systems, in: header)
        text = (browser ?? "A browser") + (system.map { system in " on " + system } ?? "")
    }

    private static func first(of names: [(mark: String, name: String)], in header: String) -> String? {
        names.first { name in header.contains(name.mark) }?.name
    }

    /// In this order, because most say that they are Chrome, and all that they are Safari.
    private static let browsers = [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"), ("YaBrowser/", "Yandex Browser"),
        ("DuckDuckGo/", "DuckDuckGo"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chromium/", "Chromium"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]

    /// Android says that it is Linux too, and the iPhone that it is like Mac OS X.
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Macintosh", "Mac"), ("Linux", "Linux"), ("FreeBSD", "FreeBSD"), ("OpenBSD", "OpenBSD"),
    ]
}
