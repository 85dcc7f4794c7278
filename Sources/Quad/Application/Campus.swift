import FoundationEssentials
import HTTPServer
import Postgres

/// What the installation is, read once at start-up.
struct Campus: Sendable {
    let site: Site
    let zone: ZoneOffsets
    let isDemonstration: Bool
    /// Whether somebody has said which university this is.
    let isSetUp: Bool
}

extension Campus {
    /// The row that says who runs this installation.
    struct Home: Sendable {
        let universityName: String
        let timeZone: String
        let isDemonstration: Bool
    }

    /// - Parameter home: `nil` before the installation was set up.
    init(home: Home?, settings: Settings, assets: StaticFiles) throws {
        let name = home.map { "Quad at \($0.universityName)" } ?? "Quad"
        site = Site(
            name: name, universityName: home?.universityName ?? "", origin: settings.origin,
            stylesheet: assets.path(of: "css/site.css"), memberStylesheet: assets.path(of: "css/members.css"),
            scripts: Site.modules.map { assets.path(of: "js/\($0).js") },
            memberScripts: Site.memberModules.map { assets.path(of: "js/\($0).js") },
            favicon: assets.path(of: "favicon.svg"),
            touchIcon: assets.path(of: "apple-touch-icon.png"), showsComponents: home?.isDemonstration ?? false,
            allowsTraining: settings.allowsTraining)
        zone = try home.map { try ZoneOffsets(named: $0.timeZone) } ?? .utc
        isDemonstration = home?.isDemonstration ?? false
        isSetUp = home != nil
    }
}

extension Query where Output == Campus.Home? {
    static var home: Self {
        .first(
            """
            SELECT u.name, u.time_zone, s.is_demonstration
            FROM site s JOIN universities u ON u.id = s.home_university_id
            LIMIT 1
            """, as: Campus.Home.init)
    }
}
