import HTTPServer

/// What someone typed into a form that could not be taken just now: shown again, so that nothing is lost.
struct KeptForm: Equatable, Sendable {
    struct Field: Equatable, Sendable {
        let name: String
        let value: String
    }

    /// Where the form goes: a path of this site.
    let action: String
    let fields: [Field]

    /// - Returns: `nil` when there is nothing worth keeping.
    init?(_ request: Request) {
        self.init(action: request.path, fields: request.form.pairs.map { Field(name: $0.name, value: $0.value) })
    }

    /// - Parameter action: checked to be a path of this site; secrets among the fields are left out.
    init?(action: String, fields: [Field]) {
        guard let action = ReturnPath(action) else { return nil }
        self.action = action.text
        self.fields = fields.filter { !Self.isSecret($0.name) && !$0.name.hasPrefix(Self.prefix) }
        guard !self.fields.isEmpty else { return nil }
    }

    private static func isSecret(_ name: String) -> Bool {
        ["password", "token", "code"].contains { name.contains($0) }
    }

    /// The text a person wrote, which is shown; the rest goes along hidden.
    var title: Field? { fields.first { $0.name == "title" } }
    var body: Field? { fields.first { $0.name == "body" } }
    var hidden: [Field] { fields.filter { $0.name != "title" && $0.name != "body" } }

    // While someone signs in, the form travels inside that form under names of its own.
    private static let prefix = "kept."
    private static let actionName = "kept-action"

    /// The fields of a form that carries this one.
    var carried: [Field] {
        [Field(name: Self.actionName, value: action)]
            + fields.map { Field(name: Self.prefix + $0.name, value: $0.value) }
    }

    /// The form that another one carried; `nil` without one.
    init?(carriedIn form: FormFields) {
        guard let action = form[Self.actionName] else { return nil }
        self.init(
            action: action,
            fields: form.pairs.filter { $0.name.hasPrefix(Self.prefix) }.map {
                Field(name: String($0.name.dropFirst(Self.prefix.count)), value: $0.value)
            })
    }
}
