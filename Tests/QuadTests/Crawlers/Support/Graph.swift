import FoundationEssentials
import HTTPServer

/// JSON as a test looks into it: `data["mainEntity"]["name"].text`.
indirect enum Graph: Decodable, Equatable {
    case text(String)
    case number(Int)
    case list([Graph])
    case object([String: Graph])
    case nothing

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let list = try? container.decode([Graph].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: Graph].self))
        }
    }

    subscript(name: String) -> Graph {
        if case .object(let members) = self { members[name] ?? .nothing } else { .nothing }
    }
    subscript(index: Int) -> Graph { list.indices.contains(index) ? list[index] : .nothing }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var list: [Graph] { if case .list(let list) = self { list } else { [] } }
    var type: String? { self["@type"].text }
}

extension Response {
    /// What the page says in the vocabulary of schema.org; empty without any.
    func graph() throws -> [Graph] {
        let opening = #"<script type="application/ld+json">"#
        guard let start = text.firstRange(of: opening)?.upperBound else { return [] }
        let json = text[start...].prefix(while: { $0 != "<" })
        return try JSONDecoder().decode(Graph.self, from: Data(json.utf8))["@graph"].list
    }
}
