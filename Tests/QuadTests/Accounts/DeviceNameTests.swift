import HTTPServer
import Testing

@testable import Quad

@Suite("Where somebody signed in")
struct DeviceNameTests {
    @Test(
        "a browser and its system are named from what it says of itself",
        arguments: [
            ("Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0", "Firefox on Android"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
                "Safari on iPhone"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/150.0 Mobile/15E148 Safari/605.1.15",
                "Firefox on iPhone"
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
                "Safari on Mac"
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
                "Chrome on Windows"
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
                "Edge on Windows"
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Ubuntu Chromium/156.0 Chrome/156.0 Safari/537.36",
                "Chromium on Linux"
            ),
            (
                "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/30.0 Chrome/150.0 Mobile Safari/537.36",
                "Samsung Internet on Android"
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
                "Chrome on ChromeOS"
            ),
            ("curl/8.14.1", "A browser"), ("SomeReader (Windows)", "A browser on Windows"), ("", "A browser"),
            ("Firefox/<script>alert(1)</script>\r\nX: y", "Firefox"),
        ])
    func names(userAgent: String, name: String) {
        #expect(DeviceName(userAgent: userAgent).text == name)
    }

    @Test("without a header, or behind 512 bytes of anything, it is a browser")
    func limits() {
        #expect(DeviceName(userAgent: nil).text == "A browser")
        #expect(DeviceName(userAgent: String(repeating: "é", count: 300_000) + "Firefox/1").text == "A browser")
    }

    @Test(
        "a network is named without the host",
        arguments: [
            ("203.0.113.77", "203.0.113.…"), ("::ffff:203.0.113.77", "203.0.113.…"), ("127.0.0.1", "127.0.0.…"),
            ("0.0.0.0", ""),
            ("2001:db8:7:1:2:3:4:5", "2001:db8:7:…"), ("2001:db8::1", "2001:db8:0:…"), ("::1", "0:0:0:…"),
            ("fe80::1", "fe80:0:0:…"),
        ])
    func networks(address: String, name: String) throws {
        let address = try #require(IPAddress(address))
        #expect(NetworkName(address).text == name)
    }
}
