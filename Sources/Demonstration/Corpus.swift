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

/// Makes a community of its text, the shared text and the frames.
struct CommunityBuilder {
    private let name: String
    private let parts: CorpusParts
    private let shared: CorpusParts
    private let frames: CorpusParts

    init(_ name: String, _ parts: CorpusParts, shared: CorpusParts, frames: CorpusParts) {
        self.name = name
        self.parts = parts
        self.shared = shared
        self.frames = frames
    }

    func build(names: inout SlotNames, slots: ReservedSlots) throws -> CommunityText {
        let spaces = parts.values(of: "space").map(Self.space)
        var scenes: [Scene] = []
        for section in parts.sections where section.words.first != "topic" {
            scenes.append(try handmade(section, subject: scenes.count, spaces: spaces, names: &names))
        }
        let handmadeCount = scenes.count
        for (place, topic) in parts.sections.filter({ $0.words.first == "topic" }).enumerated() {
            for frame in frames.sections where fits(frame) {
                scenes.append(
                    try framed(
                        topic, in: frame, subject: handmadeCount + place, spaces: spaces, names: &names, slots: slots))
            }
        }
        let remarks = Remarks { occasion in
            lines(of: occasion.rawValue).map { Phrase($0, names: &names) }
        }
        return CommunityText(
            slug: field("slug"), name: field("name"), about: field("about"),
            visibility: field("visibility", or: "public"), indexing: field("indexing", or: "open"),
            university: Int(field("university")), weight: Double(field("weight", or: "1")) ?? 1,
            rules: parts.values(of: "rule"), spaces: spaces, slots: slotValues(names: &names), remarks: remarks,
            scenes: scenes, handmadeCount: handmadeCount)
    }

    private func field(_ key: String, or fallback: String = "") -> String {
        parts.values(of: key).first ?? fallback
    }

    /// What everyone says and what is only said here; a community in another language has just its own.
    private func lines(of key: String) -> [String] {
        field("style") == "none" ? parts.values(of: key) : parts.values(of: key) + shared.values(of: key)
    }

    private func fits(_ frame: CorpusParts.Section) -> Bool {
        frame.words.first == "any" || frame.words.first.map(String.init) == field("style")
    }

    private static func space(_ line: String) -> CommunityText.Space {
        let cells = line.split(separator: "|").map { String($0).trimmed }
        return CommunityText.Space(
            slug: cells.first ?? "", name: cells.count > 1 ? cells[1] : "",
            description: cells.count > 2 ? cells[2] : "",
            isForModerators: cells.count > 3)
    }

    /// The community's own `slot name: a | b` lines before the shared ones of the same name.
    private func slotValues(names: inout SlotNames) -> [[Phrase]] {
        var values: [Slot: [Phrase]] = [:]
        for (key, value) in parts.fields + shared.fields where key.hasPrefix("slot ") {
            let slot = names.slot(String(key.dropFirst(5)))
            guard values[slot] == nil else { continue }
            values[slot] = value.split(separator: "|").map { Phrase(String($0).trimmed, names: &names) }
        }
        for key in ["opener", "closer", "tail"] {
            values[names.slot(key)] = lines(of: key).map { Phrase($0, names: &names) }
        }
        return names.names.indices.map { values[Slot(number: $0)] ?? [] }
    }
}

extension CommunityBuilder {
    private func handmade(
        _ section: CorpusParts.Section, subject: Int, spaces: [CommunityText.Space], names: inout SlotNames
    ) throws -> Scene {
        let word = section.words.first.map(String.init) ?? ""
        let form: Scene.Form = word == "gathering" ? .gathering : word == "story" ? .story : .exchange
        guard let kind = form == .exchange ? Scene.Kind(rawValue: word) : .discussion, !section.titles.isEmpty else {
            throw DemonstrationError.corpus(text: name, line: 0, section.titles.first ?? word)
        }
        return Scene(
            form: form, kind: kind, space: space(of: section, kind: kind, in: spaces), tags: section.tags,
            titles: section.titles.map { Phrase($0, names: &names) },
            body: Phrase(CorpusParts.text(of: section.body), names: &names),
            replies: section.comments.map { reply($0, names: &names) }, subject: subject)
    }

    private func framed(
        _ topic: CorpusParts.Section, in frame: CorpusParts.Section, subject: Int, spaces: [CommunityText.Space],
        names: inout SlotNames, slots: ReservedSlots
    ) throws -> Scene {
        let word = frame.words.dropFirst().first.map(String.init) ?? ""
        guard let kind = Scene.Kind(rawValue: word), let topicName = topic.titles.first, !topic.comments.isEmpty else {
            throw DemonstrationError.corpus(text: name, line: 0, topic.titles.first ?? word)
        }
        let replies = topic.comments.map { reply($0, names: &names) }
        let body = CorpusParts.text(of: frame.body)
        // A frame that tells the answer itself leaves only the other replies to be said.
        let isTold = body.contains("‹answer›")
        var scene = Scene(
            form: .exchange, kind: kind, space: space(of: frame, kind: kind, in: spaces), tags: topic.tags,
            titles: frame.titles.map { Phrase($0, names: &names) }, body: Phrase(body, names: &names),
            replies: isTold ? Array(replies.dropFirst()) : replies, subject: subject)
        scene.bindings = [
            (slots.name, Phrase(topicName, names: &names)),
            (slots.ask, Phrase(CorpusParts.text(of: topic.body), names: &names)),
            (slots.answer, replies[0].phrase),
        ]
        return scene
    }

    private func reply(_ comment: CorpusParts.Comment, names: inout SlotNames) -> Scene.Reply {
        let speaker: Scene.Speaker =
            switch comment.speaker {
            case "@": .author
            case "m": .moderator
            default: .other(Int(comment.speaker) ?? 0)
            }
        return Scene.Reply(
            depth: comment.depth, speaker: speaker, isAnswer: comment.isAnswer,
            phrase: Phrase(CorpusParts.text(of: comment.lines), names: &names))
    }

    /// The space a section names with `@slug`, otherwise the usual one of its kind, otherwise the first.
    private func space(of section: CorpusParts.Section, kind: Scene.Kind, in spaces: [CommunityText.Space]) -> Int {
        let named = section.words.first { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
        let usual =
            switch kind {
            case .question: "questions"
            case .announcement: "announcements"
            case .article: "show"
            case .discussion: "general"
            }
        return spaces.firstIndex { $0.slug == named ?? usual } ?? 0
    }
}

extension String {
    /// Without spaces at either end.
    fileprivate var trimmed: String {
        let front = drop { $0 == " " }
        guard let last = front.lastIndex(where: { $0 != " " }) else { return "" }
        return String(front[...last])
    }
}
