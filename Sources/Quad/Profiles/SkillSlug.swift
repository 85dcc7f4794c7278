/// A skill or an interest: how it is written, and the spelling that tells it from others.
struct SkillSlug: Equatable, Sendable {
    let text: String
    let name: String

    static let limit = 60

    /// - Throws: for what has no letter or digit in it, or is too long.
    init(_ typed: String) throws(ProfileFault) {
        name = try ProfileLine.checked(typed, "Skill", Self.limit)
        var slug = ""
        for scalar in name.lowercased().unicodeScalars {
            if scalar == "+" {
                slug += "plus"
            } else if scalar == "#" {
                slug += "sharp"
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
            {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        if slug.hasSuffix("-") { slug.removeLast() }
        guard !slug.isEmpty else {
            throw ProfileFault(message: "A skill has at least one letter.", summary: "Write the skill in letters")
        }
        let text = TypedText.composed(slug)
        guard text.unicodeScalars.count <= Self.limit else {
            throw ProfileFault(
                message: "That’s too long to be found by. \(Self.limit) characters is the most.",
                summary: "Shorten the skill")
        }
        self.text = text
    }
}
