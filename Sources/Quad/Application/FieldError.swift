/// Something typed into a field of a form that cannot be taken.
protocol FieldError: Error {
    /// Beside the field: whole sentences that say what is wrong and what would be right. Never repeats what was typed.
    var message: String { get }
    /// In the list above the form: what to do, without a full stop ("Choose a longer password").
    var summary: String { get }
}
