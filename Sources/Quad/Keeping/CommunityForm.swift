import HTTPServer
import Postgres

extension Community.Visibility: SQLBindable, CaseIterable {
    static let allCases: [Community.Visibility] = [.everyone, .university, .members]
}
extension Community.Indexing: SQLBindable, CaseIterable {
    static let allCases: [Community.Indexing] = [.open, .search, .closed]
}

/// The form of a community, new or kept, as it was typed.
struct CommunityForm: Equatable, Sendable {
    /// Of a new one; `nil` when the form names no identity of ours.
    var id: Community.ID?
    var name = ""
    var slug = ""
    var description = ""
    /// One a line.
    var rules = ""
    var visibility: Community.Visibility?
    var isOfUniversity = false
    var takesAsks = false
    var indexing = Community.Indexing.open
    var commentWait = 0
    var language = Language.english

    static let mostRules = 20
    /// Minutes between two comments.
    static let waits = [0, 1, 5, 15, 60]
}

extension CommunityForm {
    init(_ form: FormFields) {
        self.init(
            id: form["id"].flatMap(Community.ID.init(text:)), name: form["name"] ?? "", slug: form["slug"] ?? "",
            description: form["description"] ?? "", rules: form["rules"] ?? "",
            visibility: form["visibility"].flatMap(Community.Visibility.init(rawValue:)),
            isOfUniversity: form["belongs"] == "university", takesAsks: form["takes-asks"] == "yes",
            indexing: form["indexing"].flatMap(Community.Indexing.init(rawValue:)) ?? .open,
            commentWait: form["wait"].flatMap(Int.init).flatMap { Self.waits.contains($0) ? $0 : nil } ?? 0,
            language: form["language"].flatMap(Language.init(rawValue:)) ?? .english)
    }

    init(_ place: KeptPlace) {
        self.init(
            id: place.id, name: place.name, slug: place.slug, description: place.description,
            rules: place.rules.joined(separator: "\n"), visibility: place.visibility,
            isOfUniversity: place.universityName != nil, takesAsks: place.takesAsks, indexing: place.indexing,
            commentWait: place.commentWait, language: place.language)
    }

    /// - Parameter isOwners: whether it asks who reads the community, and where it stands.
    func check(isOwners: Bool) -> (fields: CommunityFields?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        let name = mistakes.check("name") { () throws(CommunityFault) in
            try CommunityLine.needed(self.name, "name", limit: 80)
        }
        let address = isOwners ? mistakes.check("slug", checkedAddress) : nil
        let description = mistakes.check("description") { () throws(CommunityFault) in
            try CommunityLine.optional(self.description, "description", limit: 500)
        }
        let rules = mistakes.check("rules", checkedRules)
        if isOwners, self.visibility == nil { mistakes.add(Self.noReaders, to: "visibility") }
        guard mistakes.isEmpty, let name, let description, let rules else { return (nil, mistakes) }
        let visibility = self.visibility ?? .members
        let fields = CommunityFields(
            name: name, slug: address?.text ?? slug, description: description, rules: rules, visibility: visibility,
            isOfUniversity: isOfUniversity, takesAsks: takesAsks && visibility == .members,
            indexing: visibility == .everyone ? indexing : .open, commentWait: commentWait, language: language)
        return (fields, mistakes)
    }

    private static let noReaders = CommunityFault(
        message: "Choose who can read what is written there.", summary: "Choose who can read it")

    private func checkedAddress() throws(CommunityFault) -> CommunityAddress {
        if slug.unicodeScalars.allSatisfy(\.properties.isWhitespace), !name.isEmpty,
            let suggested = CommunityAddress.suggested(for: name)
        {
            return suggested
        }
        return try CommunityAddress(slug)
    }

    private func checkedRules() throws(CommunityFault) -> [String] {
        guard rules.utf8.count <= 40_000 else { throw Self.tooManyRules }
        var lines: [String] = []
        for line in rules.split(whereSeparator: \.isNewline) {
            let rule = try CommunityLine.optional(String(line), "rule", limit: 200)
            if !rule.isEmpty { lines.append(rule) }
        }
        guard lines.count <= Self.mostRules else { throw Self.tooManyRules }
        return lines
    }

    private static let tooManyRules = CommunityFault(
        message: "\(mostRules) rules is the most. Few rules are read, many are not.", summary: "Give it fewer rules")
}

/// What a community is to be, checked.
struct CommunityFields: Equatable, Sendable {
    let name: String
    let slug: String
    let description: String
    let rules: [String]
    let visibility: Community.Visibility
    let isOfUniversity: Bool
    let takesAsks: Bool
    let indexing: Community.Indexing
    let commentWait: Int
    let language: Language
}

extension CommunityFields {
    /// As it is now.
    init(_ place: KeptPlace) {
        self.init(
            name: place.name, slug: place.slug, description: place.description, rules: place.rules,
            visibility: place.visibility, isOfUniversity: place.universityName != nil, takesAsks: place.takesAsks,
            indexing: place.indexing, commentWait: place.commentWait, language: place.language)
    }

    /// What somebody may save who decides about words alone: the rest stays.
    func keeping(_ place: KeptPlace) -> CommunityFields {
        guard place.charge != .owner else { return self }
        return CommunityFields(
            name: name, slug: place.slug, description: description, rules: rules, visibility: place.visibility,
            isOfUniversity: place.universityName != nil, takesAsks: place.takesAsks, indexing: place.indexing,
            commentWait: commentWait, language: language)
    }
}
