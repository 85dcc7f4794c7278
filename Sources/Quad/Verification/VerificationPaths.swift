/// Addresses of documents that prove a role.
enum VerificationPaths {
    static let own = "/settings/verification"
    static let queue = "/admin/verifications"

    static func queue(after id: Verification.ID) -> String { "\(queue)?after=\(id.text)" }
    static func withdrawal(of id: Verification.ID) -> String { "/settings/verification/\(id.text)/withdrawal" }
    static func document(_ id: Verification.ID) -> String { "/verifications/\(id.text)/document" }
    static func approval(of id: Verification.ID) -> String { "/admin/verifications/\(id.text)/approval" }
    static func rejection(of id: Verification.ID) -> String { "/admin/verifications/\(id.text)/rejection" }
}
