/// Everything the demonstration can say.
struct Corpus: Sendable {
    let communities: [CommunityText]
    let slots: ReservedSlots

    /// Compiles all texts: about 30 ms.
    /// - Throws: `DemonstrationError.corpus` for a text that breaks the format.
    init() throws {
        var names = SlotNames()
        slots = ReservedSlots(&names)
        let shared = try CorpusParts(CorpusText.shared, named: "shared")
        let frames = try CorpusParts(CorpusText.frames, named: "frames")
        var builders: [CommunityBuilder] = []
        for text in CorpusText.communities {
            let parts = try CorpusParts(text.words, named: text.name)
            builders.append(CommunityBuilder(text.name, parts, shared: shared, frames: frames))
        }
        // Slots are numbered while phrases are compiled, so values are looked up once all names are known.
        var communities: [CommunityText] = []
        for builder in builders { communities.append(try builder.build(names: &names, slots: slots)) }
        self.communities = communities
    }
}

/// Slots that each post fills for itself.
struct ReservedSlots: Sendable {
    /// What a frame's topic is called, asks and answers.
    let name, ask, answer: Slot
    /// What a question may begin and end with.
    let opener, closer: Slot
    /// What a title may say more.
    let tail: Slot
    /// The community's slug, a reference to a related post, somebody else's username.
    let place, reference, someone: Slot

    init(_ names: inout SlotNames) {
        name = names.slot("name")
        ask = names.slot("ask")
        answer = names.slot("answer")
        place = names.slot("place")
        reference = names.slot("ref")
        someone = names.slot("someone")
        opener = names.slot("opener")
        closer = names.slot("closer")
        tail = names.slot("tail")
    }
}
