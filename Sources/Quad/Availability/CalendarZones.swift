/// Zones as calendar files name them.
enum CalendarZones {
    /// - Parameter name: an IANA name, one with a maker's prefix ("/example.org/Europe/Berlin"), or a name of Windows's.
    /// - Returns: `nil` for a zone that is not known here.
    static func offsets(of name: String, in book: ZoneBook) -> ZoneOffsets? {
        if let name = windows[name] { return book.known(name) }
        let parts = name.split(separator: "/")
        // The longest end of the name that is a zone.
        for start in parts.indices.prefix(6) {
            let end = parts[start...].joined(separator: "/")
            if end.utf8.count <= 64, let zone = book.known(end) { return zone }
        }
        return nil
    }

    /// Those of the most people; Unicode's CLDR, windowsZones.xml, territory 001.
    private static let windows: [String: String] = [
        "AUS Eastern Standard Time": "Australia/Sydney", "Arabian Standard Time": "Asia/Dubai",
        "Argentina Standard Time": "America/Argentina/Buenos_Aires", "Atlantic Standard Time": "America/Halifax",
        "Central Europe Standard Time": "Europe/Budapest", "Central European Standard Time": "Europe/Warsaw",
        "Central Standard Time": "America/Chicago", "Central Standard Time (Mexico)": "America/Mexico_City",
        "China Standard Time": "Asia/Shanghai", "E. Australia Standard Time": "Australia/Brisbane",
        "E. South America Standard Time": "America/Sao_Paulo", "Eastern Standard Time": "America/New_York",
        "Egypt Standard Time": "Africa/Cairo", "FLE Standard Time": "Europe/Kyiv", "GMT Standard Time": "Europe/London",
        "GTB Standard Time": "Europe/Bucharest", "Greenwich Standard Time": "Atlantic/Reykjavik",
        "India Standard Time": "Asia/Kolkata", "Iran Standard Time": "Asia/Tehran",
        "Israel Standard Time": "Asia/Jerusalem", "Korea Standard Time": "Asia/Seoul",
        "Mountain Standard Time": "America/Denver", "New Zealand Standard Time": "Pacific/Auckland",
        "Pacific Standard Time": "America/Los_Angeles", "Romance Standard Time": "Europe/Paris",
        "Russian Standard Time": "Europe/Moscow", "SA Pacific Standard Time": "America/Bogota",
        "Singapore Standard Time": "Asia/Singapore", "South Africa Standard Time": "Africa/Johannesburg",
        "Tokyo Standard Time": "Asia/Tokyo", "Turkey Standard Time": "Europe/Istanbul", "UTC": "UTC",
        "US Mountain Standard Time": "America/Phoenix", "W. Australia Standard Time": "Australia/Perth",
        "W. Europe Standard Time": "Europe/Berlin",
    ]
}
