import HTML
import Markdown

/// Where files are brought along without JavaScript, and what to write about them; shown by
/// Templates/attachments/attachments.html.
struct AttachmentsPage: Page {
    struct Item: Sendable {
        let id: String
        let name: String
        /// "JPEG picture, 1,600 × 900 pixels, 210 KB".
        let facts: String
        let markdown: String
        let path: String
        /// The smaller size of a picture; `nil` for what is none.
        let picturePath: String?
        let alternative: String
        let removalPath: String
    }

    let frame: Frame
    let action: String
    let id: String
    let alternative: String
    let error: String?
    let items: [Item]

    var fileDescription: String { error == nil ? "file-hint" : "file-hint file-error" }
}

extension AttachmentsPage {
    init(
        _ form: UploadForm, _ error: AttachmentError?, uploads: [Attachment], around: Surroundings, wording: Wording
    ) {
        self.init(
            frame: Frame(around: around, title: "Pictures and files", indexable: false), action: AttachmentPaths.all,
            id: (error == .incomplete ? Attachment.ID() : form.id).text, alternative: form.alternative,
            error: error?.sentence, items: uploads.map { Item($0) })
    }
}

extension AttachmentsPage.Item {
    fileprivate init(_ attachment: Attachment) {
        let size = FileSize.words(attachment.byteSize)
        self.init(
            id: attachment.id.text, name: attachment.name.text,
            facts: attachment.picture.map { "\($0.width) × \($0.height) pixels, \(size)" } ?? size,
            markdown: attachment.markdown, path: attachment.path,
            picturePath: attachment.picture.map {
                $0.smallWidth == nil ? attachment.path : AttachmentPaths.small(attachment.path)
            },
            alternative: attachment.alternative.isEmpty ? attachment.name.text : attachment.alternative,
            removalPath: AttachmentPaths.removal(of: attachment.id))
    }
}

/// A number of bytes as people say it.
enum FileSize {
    /// "3 KB", "1.4 MB".
    static func words(_ bytes: Int) -> String {
        guard bytes >= 1_000_000 else { return "\(max(1, (bytes + 500) / 1_000)) KB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}

/// A community's picture, for who moderates it; shown by Templates/attachments/community-icon.html.
struct IconPage: Page {
    let frame: Frame
    let community: CommunityLink
    let action: String
    let id: String
    let error: String?
    /// `nil` while the community shows its letters.
    let removalPath: String?

    var fileDescription: String { error == nil ? "file-hint" : "file-hint file-error" }
}

extension IconPage {
    init(_ place: WritingPlace, _ form: UploadForm, _ error: AttachmentError?, around: Surroundings) {
        self.init(
            frame: Frame(around: around, title: "Picture of \(place.name)", indexable: false, current: .communities),
            community: place.link, action: CommunityPaths.icon(of: place.slug),
            id: (error == .incomplete ? Attachment.ID() : form.id).text, error: error?.sentence,
            removalPath: place.iconID == nil ? nil : CommunityPaths.iconRemoval(of: place.slug))
    }
}
