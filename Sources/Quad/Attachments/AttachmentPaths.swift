/// Addresses of files.
enum AttachmentPaths {
    /// Where a new one is sent.
    static let all = "/attachments"
    static let new = "/attachments/new"

    static func file(_ id: Attachment.ID, _ name: AttachmentName) -> String {
        "/attachments/\(id.text)/\(name.inAddress)"
    }
    static func removal(of id: Attachment.ID) -> String { "/attachments/\(id.text)/removal" }

    /// The smaller size of a picture that has two.
    static func small(_ path: String) -> String { path + "?size=small" }

    /// A person's photo in its larger size.
    static func photo(_ id: Attachment.ID) -> String { file(id, MemberPhoto.name) }

    /// A community's picture as pages show it beside its name.
    static func icon(_ id: Attachment.ID) -> String { small(file(id, CommunityIcon.name)) }
}

extension CommunityPaths {
    static func icon(of slug: String) -> String { "/c/\(slug)/icon" }
    static func iconRemoval(of slug: String) -> String { "/c/\(slug)/icon/removal" }
}
