import FoundationEssentials
import HTTPServer
import Images
import Postgres

/// A role that somebody proves by a document, which a moderator looks at once.
///
/// An address at the university proves that its owner studies there without any: `SQL.provenTypes`.
struct Verification: Sendable {
    typealias ID = Quad.ID<Verification>

    let id: ID
    let type: ProfileType
    let document: DocumentKind
    let state: State
    /// Why it was rejected.
    let reason: String
    /// Whether the file is still there.
    let hasFile: Bool
    let createdAt: Date
    let decidedAt: Date?

    enum State: String, Column, SQLBindable {
        case pending, approved, rejected, withdrawn
    }

    /// How long a file is kept after the decision.
    static let keepsFile = "30 days"
}

/// What can prove a role.
enum DocumentKind: String, Column, SQLBindable, CaseIterable {
    case studentCard = "student_card"
    case degree
    case employmentLetter = "employment_letter"

    var words: String {
        switch self {
        case .studentCard: "Student card"
        case .degree: "Degree or certificate"
        case .employmentLetter: "Letter from an employer"
        }
    }
}

/// A document as it came: its kind is what its bytes say, whatever its name does.
struct ReceivedDocument: Sendable {
    let piece: ReceivedFile.Piece
    let mediaType: String

    init(_ upload: UploadedFile) throws(AttachmentError) {
        let bytes = try ReceivedFile.bytes(of: upload)
        switch FileKind(of: bytes) {
        case .pdf: mediaType = "application/pdf"
        case .picture(let kind) where kind == .jpeg || kind == .png:
            // A file that only begins like a picture is none.
            do throws(ImageError) { _ = try ImageHeader(of: bytes) } catch { throw AttachmentError(error) }
            mediaType = kind.mediaType
        default: throw .otherDocument
        }
        piece = ReceivedFile.Piece(bytes)
    }
}

/// Why a document or a decision can't be taken.
enum VerificationError: ResponseError, Equatable {
    /// One of this role waits already.
    case waitsAlready
    case provenAlready
    case notOfThisType
    /// Another moderator was faster.
    case decidedBefore
    case ownDocument

    var status: HTTPStatus { .conflict }

    var message: String? {
        switch self {
        case .waitsAlready: "A document for this waits already"
        case .provenAlready: "This is confirmed already"
        case .notOfThisType: "That isn’t among what you say you are"
        case .decidedBefore: "Somebody has decided about this already"
        case .ownDocument: "This one is your own"
        }
    }

    var advice: String? {
        switch self {
        case .waitsAlready: "A moderator looks at it soon. Take it back first to send another."
        case .provenAlready: "There’s nothing to do."
        case .notOfThisType: "Add it to your profile first."
        case .decidedBefore: "Their decision stands, yours changed nothing."
        case .ownDocument: "Another moderator has to look at it."
        }
    }

    var remedy: Choice? {
        switch self {
        case .decidedBefore, .ownDocument: Choice("Back to the queue", path: VerificationPaths.queue)
        case .notOfThisType: Choice("Your profile", path: ProfilePaths.profile)
        default: Choice("Your role", path: VerificationPaths.own)
        }
    }
}
