/// What is wrong with a form, field by field, in the form's order.
struct FieldFaults: Equatable, Sendable {
    struct Fault: Equatable, Sendable {
        /// The field's name, also its `id`.
        let field: String
        /// What to do.
        let words: String
    }

    private(set) var all: [Fault] = []

    var isEmpty: Bool { all.isEmpty }

    mutating func add(_ field: String, _ words: String) {
        all.append(Fault(field: field, words: words))
    }

    /// What stands beside a field.
    subscript(field: String) -> String? { all.first { $0.field == field }?.words }

    /// "Three things to mend", over a summary; `nil` where the words beside the field are enough.
    var heading: String? {
        guard all.count > 1 else { return nil }
        let numbers = ["Two", "Three", "Four", "Five"]
        return (all.count - 2 < numbers.count ? numbers[all.count - 2] : "Several") + " things to mend"
    }
}
