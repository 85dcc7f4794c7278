/// Makes a community of its text, the shared text and the frames.
struct CommunityBuilder {
    let name: String
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

extension String {
    /// Without spaces at either end.
    fileprivate var trimmed: String {
        let front = drop { $0 == " " }
        guard let last = front.lastIndex(where: { $0 != " " }) else { return "" }
        return String(front[...last])
    }
}
