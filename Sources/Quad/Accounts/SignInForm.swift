import HTTPServer

/// What is typed to sign in, and what came along.
struct SignInForm: Sendable {
    let email: String
    let password: String
    let destination: ReturnPath?
    let kept: KeptForm?

    init(_ fields: FormFields) {
        email = fields["email"] ?? ""
        password = fields["password"] ?? ""
        destination = ReturnPath(fields["to"])
        kept = KeptForm(carriedIn: fields)
    }

    /// Never says which of the two it was.
    static let wrong = "That address and password don’t go together. Check both, or choose a new password below."

    static func suspended(until: String?, _ reason: String?) -> String {
        let how = until.map { "Your account is suspended until \($0)." } ?? "Your account is suspended."
        return [how, reason.map { "The reason: \($0)" }].compactMap(\.self).joined(separator: " ")
    }
}
