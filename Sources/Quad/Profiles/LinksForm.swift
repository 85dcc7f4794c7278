import HTTPServer

/// Links to elsewhere, as typed.
struct LinksForm: Sendable {
    var rows: [(label: String, address: String)]

    static let most = 8

    init(_ form: FormFields) {
        rows = (0..<Self.most).map { (form["label-\($0)"] ?? "", form["address-\($0)"] ?? "") }
    }

    init(_ links: [ProfileLink]) { rows = links.map { ($0.label, $0.address) } }

    func check() -> (links: [ProfileLink]?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        var links: [ProfileLink] = []
        for (index, row) in rows.enumerated() where !row.label.trimmed.isEmpty || !row.address.trimmed.isEmpty {
            let address = mistakes.check("address-\(index)") { () throws(ProfileFault) in
                try LinkAddress(row.address)
            }
            let label = mistakes.check("label-\(index)") { () throws(ProfileFault) in
                row.label.trimmed.isEmpty ? nil : try ProfileLine.checked(row.label, "Words", 40)
            }
            if let address, let label {
                links.append(ProfileLink(label: label ?? address.host, address: address.text))
            }
        }
        return (mistakes.isEmpty ? links : nil, mistakes)
    }

    func groups(_ mistakes: FormMistakes) -> [ProfileFormPage.Group] {
        let filled = rows.lastIndex { !$0.label.trimmed.isEmpty || !$0.address.trimmed.isEmpty }.map { $0 + 1 } ?? 0
        let fields = (0..<min(Self.most, filled + 2)).map { index in
            let row = index < rows.count ? rows[index] : ("", "")
            let names = ["label-\(index)", "address-\(index)"]
            return ProfileFieldView(
                row: .init(
                    legend: row.0.trimmed.isEmpty ? "One more link" : row.0,
                    error: mistakes[names[0]] ?? mistakes[names[1]],
                    name: mistakes[names[0]] != nil ? names[0] : names[1],
                    fields: [
                        TextField(name: names[0], label: "Words", value: row.0, error: mistakes[names[0]]),
                        TextField(name: names[1], label: "Address", value: row.1, error: mistakes[names[1]]),
                    ]))
        }
        return [.init(fields: fields)]
    }
}
