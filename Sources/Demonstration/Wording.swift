/// Turns scenes into text.
enum Wording {
    /// A title of at most 200 characters.
    static func title(of scene: Scene, in setting: Setting) -> String {
        var chance = Chance(seed: setting.key.seed, for: .words, at: setting.key.post, and: -1)
        guard let title = chance.pick(scene.titles) else { return "" }
        var words = title.words(in: setting, chance: &chance)
        if let tail = setting.tail, chance.happens(tail.share) {
            words += " "
            setting.phrase(in: tail.slot)?.write(to: &words, in: setting, chance: &chance)
        }
        guard words.utf8.count > 200, words.count > 200 else { return words.capitalisedFirst }
        return String(words.prefix(199)) + "…"
    }

    /// The Markdown of a post; questions sometimes greet first and thank last.
    static func body(of scene: Scene, in setting: Setting, greetings: (opener: Slot, closer: Slot)) -> String {
        var chance = Chance(seed: setting.key.seed, for: .words, at: setting.key.post, and: 0)
        var text = ""
        if scene.kind == .question, chance.happens(0.34) {
            setting.phrase(in: greetings.opener)?.write(to: &text, in: setting, chance: &chance)
            text += "\n\n"
        }
        scene.body.write(to: &text, in: setting, chance: &chance)
        if scene.kind == .question, chance.happens(0.36) {
            text += "\n\n"
            setting.phrase(in: greetings.closer)?.write(to: &text, in: setting, chance: &chance)
        }
        return text
    }

    /// The body as the scene has it, without greetings: what makes two posts read alike.
    static func plainBody(of scene: Scene, in setting: Setting) -> String {
        var chance = Chance(seed: setting.key.seed, for: .words, at: setting.key.post, and: 0)
        return scene.body.words(in: setting, chance: &chance)
    }

    /// The Markdown of comment `number`.
    static func comment(_ phrase: Phrase, number: Int, in setting: Setting) -> String {
        if let words = phrase.fixedWords { return words }
        var chance = Chance(seed: setting.key.seed, for: .words, at: setting.key.post, and: number)
        return phrase.words(in: setting, chance: &chance)
    }
}

extension String {
    /// With its first letter in upper case, when a lowercase word begins it.
    var capitalisedFirst: String {
        guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return self }
        return prefix(1).uppercased() + dropFirst()
    }
}
