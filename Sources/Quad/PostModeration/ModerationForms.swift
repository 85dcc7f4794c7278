import HTTPServer

/// A reason as its form sends it: the number of a rule, or words.
struct TypedReason: Equatable, Sendable {
    let rule: String
    let own: String

    func reason(in rules: [String]) -> RemovalReason? {
        do { return try RemovalReason(rule: rule, own: own, rules: rules) } catch { return nil }
    }

    func fault(in rules: [String]) -> String? {
        do throws(RemovalReasonError) {
            _ = try RemovalReason(rule: rule, own: own, rules: rules)
            return nil
        } catch {
            return error.message
        }
    }
}

extension TypedReason {
    init(_ form: FormFields) { self.init(rule: form["rule"] ?? "", own: form["reason"] ?? "") }
}
