/// What people write about themselves.
struct Biographies {
    private let headlines: [Phrase]
    private let sentences: [Phrase]
    private let closings: [Phrase]
    private let values: [[Phrase]]
    /// What somebody studies, and how far they are.
    private let subject, year: Slot
    private let seed: UInt64

    /// - Throws: `DemonstrationError.corpus` when the text breaks its format.
    init(seed: UInt64) throws {
        let parts = try CorpusParts(CorpusText.biographies, named: "biographies")
        var names = SlotNames()
        headlines = parts.values(of: "headline").map { Phrase($0, names: &names) }
        sentences = parts.values(of: "sentence").map { Phrase($0, names: &names) }
        closings = parts.values(of: "closing").map { Phrase($0, names: &names) }
        var values: [String: [Phrase]] = [:]
        for (key, value) in parts.fields where key.hasPrefix("slot ") {
            values[String(key.dropFirst(5))] = value.split(separator: "|").map { Phrase($0, names: &names) }
        }
        (subject, year) = (names.slot("subject"), names.slot("year"))
        self.values = names.names.map { values[$0] ?? [] }
        self.seed = seed
    }

    /// What somebody says they study, wherever they say it: "mathematics", "First-year".
    func studies(at place: Int) -> (subject: String, year: String) {
        let setting = Setting(values: values, key: (seed: seed, post: place))
        return (
            setting.phrase(in: subject)?.fixedWords ?? "", setting.phrase(in: year)?.fixedWords ?? ""
        )
    }

    /// A third say nothing at all, most one to three sentences, as Markdown.
    func words(of person: Person, at place: Int) -> (headline: String, biography: String) {
        var chance = Chance(seed: seed, for: .biography, at: place)
        let isCast = place < NamePool.cast.count
        guard isCast || chance.happens(0.68) else { return ("", "") }
        let setting = Setting(values: values, key: (seed: seed, post: place))
        let headline = chance.pick(headlines)?.words(in: setting, chance: &chance) ?? ""
        guard isCast || chance.happens(0.7) else { return (headline, "") }
        var chosen: [String] = []
        for phrase in sentences.shuffled(using: &chance).prefix(chance.within(1...3)) {
            chosen.append(phrase.words(in: setting, chance: &chance))
        }
        if chance.happens(0.4), let closing = chance.pick(closings) {
            chosen.append("\n\n" + closing.words(in: setting, chance: &chance))
        }
        return (headline, chosen.joined(separator: " "))
    }
}
