/// Addresses of documents that prove a role.
enum VerificationPaths {
    static let own = "/settings/verification"
    static let queue = "/admin/verifications"
}
