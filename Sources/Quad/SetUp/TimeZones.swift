import FoundationEssentials

/// The time zones to choose from: one at least for each country, as the system lists them.
struct TimeZones: Sendable {
    /// Zones of one continent or ocean.
    struct Region: Sendable {
        let name: String
        let zones: [Zone]
    }

    struct Zone: Sendable {
        /// As IANA names it: "America/Argentina/Buenos_Aires".
        let name: String

        /// "Buenos Aires (Argentina)".
        var city: String {
            let parts = name.split(separator: "/").dropFirst().map { $0.replacing("_", with: " ") }
            guard let city = parts.last.map(String.init) else { return name }
            return parts.count > 1 ? "\(city) (\(parts[0]))" : city
        }
    }

    /// In alphabetical order, UTC last.
    let regions: [Region]

    /// - Parameter directory: the system's time zone database.
    init(in directory: String = "/usr/share/zoneinfo") {
        // This table, which newer ones than zone.tab abridge, has Copenhagen where the others have Berlin for both.
        let table = FileManager.default.contents(atPath: directory + "/zone.tab") ?? Data()
        self.init(table: String(decoding: table, as: UTF8.self))
    }

    /// - Parameter table: lines of country, place, zone and a remark, separated by tabs; remarks begin with #.
    init(table: String) {
        let names = table.split(separator: "\n").compactMap { line -> String? in
            let columns = line.split(separator: "\t")
            return line.hasPrefix("#") || columns.count < 3 ? nil : String(columns[2])
        }
        let byRegion = Dictionary(grouping: Set(names)) { String($0.prefix { $0 != "/" }) }
        regions =
            byRegion.sorted { $0.key < $1.key }
            .map { Region(name: $0.key, zones: $0.value.sorted().map(Zone.init)) }
            + [Region(name: "Elsewhere", zones: [Zone(name: "UTC")])]
    }

    func contains(_ name: String) -> Bool {
        regions.contains { region in region.zones.contains { $0.name == name } }
    }

    /// The zone this machine is set to, where that says something; else UTC.
    static func ofThisMachine(_ link: String = "/etc/localtime") -> String {
        do {
            let path = try FileManager.default.destinationOfSymbolicLink(atPath: link)
            return path.firstRange(of: "zoneinfo/").map { String(path[$0.upperBound...]) } ?? "UTC"
        } catch {
            return "UTC"
        }
    }
}
