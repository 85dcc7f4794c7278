import HTTPServer

/// Skills with their levels, and interests, as typed.
struct SkillsForm: Sendable {
    struct Row: Sendable {
        var name = ""
        var level = 3
        /// Where it stands among them, from 1; what is no number stands where it stood.
        var place = ""
    }

    var rows: [Row] = []
    /// One a line.
    var interests = ""

    static let most = 20

    init(_ form: FormFields) {
        rows = (0..<Self.most).map { index in
            Row(
                name: form["skill-\(index)"] ?? "",
                level: form["level-\(index)"].flatMap(Int.init).flatMap { (1...5).contains($0) ? $0 : nil } ?? 3,
                place: form["place-\(index)"] ?? "")
        }
        interests = BodyRules.withPlainLineEnds(form["interests"] ?? "")
    }

    init(_ skills: [Skill], interests: [String]) {
        rows = skills.enumerated().map { Row(name: $1.name, level: $1.level, place: String($0 + 1)) }
        self.interests = interests.joined(separator: "\n")
    }

    struct Checked: Sendable {
        /// In their order.
        let skills: [(slug: SkillSlug, level: Int)]
        let interests: [SkillSlug]
    }

    func check() -> (checked: Checked?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        var (skills, seen): ([(place: Double, slug: SkillSlug, level: Int)], Set<String>) = ([], [])
        for (index, row) in rows.enumerated() where !row.name.trimmed.isEmpty {
            let slug = mistakes.check("skill-\(index)") { () throws(ProfileFault) in
                let slug = try SkillSlug(row.name)
                guard seen.insert(slug.text).inserted else {
                    throw ProfileFault(
                        message: "This is above already. Once is enough.", summary: "Name each skill once")
                }
                return slug
            }
            guard let slug else { continue }
            // Who says "2" for two of them gets the one that moved before the one that stood there.
            let place = Int(row.place.trimmed).map { Double($0) - (Int(row.place) == index + 1 ? 0 : 0.5) }
            skills.append((place ?? Double(index + 1), slug, row.level))
        }
        let interests = mistakes.check("interests") { () throws(ProfileFault) in
            var found: [SkillSlug] = []
            for line in try ProfileLine.lines(self.interests, "Interests", most: Self.most, limit: SkillSlug.limit) {
                let slug = try SkillSlug(line)
                if !found.contains(where: { $0.text == slug.text }) { found.append(slug) }
            }
            return found
        }
        guard mistakes.isEmpty, let interests else { return (nil, mistakes) }
        let ordered = skills.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
        return (Checked(skills: ordered.map { ($0.element.slug, $0.element.level) }, interests: interests), mistakes)
    }

    func groups(_ mistakes: FormMistakes) -> [ProfileFormPage.Group] {
        let filled = rows.lastIndex { !$0.name.trimmed.isEmpty }.map { $0 + 1 } ?? 0
        let shown = min(Self.most, max(filled + 3, 4))
        let fields = (0..<shown).map { index in
            ProfileFieldView(row: row(index, index < rows.count ? rows[index] : Row(), mistakes))
        }
        return [
            .init(
                heading: "Skills",
                note: "Give each a level from 1, beginning, to 5, teaching it. Emptying a line takes the skill away. "
                    + "\(Self.most) is the most; save to get more lines.",
                fields: fields),
            .init(
                heading: "Interests",
                fields: [.area("interests", "What you like", interests, rows: 4, hint: "One a line.", mistakes)]),
        ]
    }

    private func row(_ index: Int, _ row: Row, _ mistakes: FormMistakes) -> ProfileFieldView.Row {
        let name = "skill-\(index)"
        return ProfileFieldView.Row(
            legend: row.name.trimmed.isEmpty ? "One more skill" : row.name, error: mistakes[name], name: name,
            fields: [
                TextField(name: name, label: "Skill", value: row.name, error: mistakes[name]),
                TextField(
                    name: "place-\(index)", label: "Place", value: row.place.isEmpty ? String(index + 1) : row.place),
            ],
            level: OptionField(
                name: "level-\(index)", label: "Level",
                options: (1...5).map {
                    .init(value: String($0), label: "\($0) of 5", note: nil, isChosen: $0 == row.level)
                }))
    }
}
