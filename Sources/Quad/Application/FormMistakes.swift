/// What is wrong with a form, in the order of its fields: told above it, where each line leads to its field, and beside
/// each field.
struct FormMistakes: Error, Sendable {
    struct Mistake: Sendable {
        /// The field's name, which is its `id` too.
        let field: String
        let message: String
        let summary: String
    }

    private(set) var all: [Mistake] = []

    var isEmpty: Bool { all.isEmpty }

    /// "Three things to mend".
    var title: String {
        let words = ["One thing", "Two things", "Three things", "Four things", "Five things", "Six things"]
        return (all.count <= words.count ? words[max(all.count, 1) - 1] : "\(all.count) things") + " to mend"
    }

    /// What to say beside a field; `nil` when it is fine.
    subscript(field: String) -> String? { all.first { $0.field == field }?.message }

    mutating func add(_ error: any FieldError, to field: String) {
        all.append(Mistake(field: field, message: error.message, summary: error.summary))
    }

    /// The value, or `nil` after noting why there is none.
    mutating func check<Value, Failure: FieldError>(
        _ field: String, _ make: () throws(Failure) -> Value
    ) -> Value? {
        do {
            return try make()
        } catch {
            add(error, to: field)
            return nil
        }
    }
}
