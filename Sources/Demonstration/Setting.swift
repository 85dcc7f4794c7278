/// What fills the slots of one post.
struct Setting {
    /// Everything the community may say in a slot, by slot number.
    let values: [[Phrase]]
    /// What this post alone puts in a slot: names of people, references, what a topic is called.
    var own: [(slot: Slot, phrase: Phrase)] = []
    /// Where many posts are written, some titles say more in the end: what, and the share of titles, 0 to 1.
    var tail: (slot: Slot, share: Double)?
    /// Decides the slots; the same for title, body and replies of one post.
    let key: (seed: UInt64, post: Int)

    mutating func set(_ slot: Slot, to phrase: Phrase) {
        own.append((slot, phrase))
    }

    func phrase(in slot: Slot) -> Phrase? {
        for entry in own where entry.slot == slot { return entry.phrase }
        guard slot.number < values.count, !values[slot.number].isEmpty else { return nil }
        let options = values[slot.number]
        var chance = Chance(seed: key.seed, for: .slots, at: key.post, and: slot.number)
        return options[chance.below(options.count)]
    }
}
