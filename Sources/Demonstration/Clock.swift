/// When things happen on a campus: at which hours and on which days people write.
struct CampusClock: Sendable {
    /// Seconds after 1970 of the moment the demonstration is made for; nothing happens later.
    let now: Int64

    /// Where the campus lies: its wall clock against UTC. Only the shape of a day depends on it, so a fixed offset
    /// is enough.
    private static let offset: Int64 = -8 * 3600

    private static let hours: [Double] = [
        0.22, 0.12, 0.06, 0.03, 0.02, 0.04, 0.12, 0.3, 0.5, 0.66, 0.8, 0.86,
        0.8, 0.78, 0.84, 0.88, 0.86, 0.8, 0.82, 0.94, 1, 0.96, 0.72, 0.42,
    ]
    /// Thursday first, as 1 January 1970 was.
    private static let days: [Double] = [0.9, 0.7, 0.5, 0.82, 1, 0.98, 0.95]

    /// How busy the campus is at a moment, 0 to 1.
    func activity(at seconds: Int64) -> Double {
        let local = seconds + Self.offset
        let hour = Int((local / 3600) % 24)
        let day = Int((local / 86_400) % 7)
        return Self.hours[hour] * Self.days[day]
    }

    func isNight(_ seconds: Int64) -> Bool {
        (1..<6).contains(Int(((seconds + Self.offset) / 3600) % 24))
    }

    /// A busy moment in the last `seconds` before now, late ones more often when `lean` is above 1.
    func moment(within seconds: Int64, lean: Double, chance: inout Chance) -> Int64 {
        for _ in 0..<12 {
            var share = chance.fraction()
            // u² and its neighbours lean to zero, that is to now; between whole powers the two mix.
            if chance.happens(lean - 1) { share *= share }
            let moment = now - 240 - Int64(share * Double(seconds - 240))
            if chance.happens(activity(at: moment)) { return moment }
        }
        return now - 240 - Int64(chance.fraction() * Double(seconds - 240))
    }
}
