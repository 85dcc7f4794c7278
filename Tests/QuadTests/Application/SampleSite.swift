import HTML

@testable import Quad

extension Site {
    /// An installation for tests that render pages.
    static let sample = Site(
        name: "Quad at Alder Bay", universityName: "Alder Bay University", origin: "https://quad.alderbay.example",
        stylesheet: "/public/css/site.css", memberStylesheet: "/public/css/members.css", favicon: "/public/favicon.svg",
        touchIcon: "/public/apple-touch-icon.png")
}

extension Letterhead {
    init(_ site: Site) { self.init(name: site.name, address: site.origin) }
}

extension Surroundings {
    static let sample = Surroundings(site: .sample)

    static func sample(flash: Flash) -> Surroundings { Surroundings(site: .sample, flash: flash) }
}

extension HTML.Page {
    /// The page as a browser would be sent it.
    var html: String {
        var out = HTMLBuffer()
        write(into: &out)
        return String(decoding: out.finish(), as: UTF8.self)
    }
}
