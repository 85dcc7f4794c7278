import HTTPServer
import Images

/// Why a file cannot be taken, in its owner's words.
enum AttachmentError: ResponseError, Equatable {
    case noFile
    case empty
    case tooLarge
    /// A picture of a kind that cannot be made anew, and so would keep where and when it was taken.
    case otherPicture
    /// A document of a kind that nobody can look at safely.
    case otherDocument
    case damagedPicture
    case movingPicture
    case tooManyPixels(width: Int, height: Int)
    case shareIsFull(megabytes: Int)
    /// The form named an identity that is not its sender's.
    case incomplete
    case notModerator(path: String)
    case storageIsFull
    case storageIsAway

    init(_ error: ImageError) {
        switch error {
        case .unknownKind: self = .otherPicture
        case .damaged, .unusual: self = .damagedPicture
        case .animated: self = .movingPicture
        case .tooLarge(let width, let height): self = .tooManyPixels(width: width, height: height)
        }
    }

    var status: HTTPStatus {
        switch self {
        case .tooLarge: .contentTooLarge
        case .shareIsFull, .incomplete: .conflict
        case .notModerator: .forbidden
        case .storageIsFull: .insufficientStorage
        case .storageIsAway: .serviceUnavailable
        default: .unprocessableContent
        }
    }

    var message: String? {
        switch self {
        case .noFile: "Choose a file first"
        case .empty: "There’s nothing in that file"
        case .tooLarge: "That file is larger than 10 MB"
        case .otherPicture: "Pictures come as JPEG, PNG, GIF or WebP"
        case .otherDocument: "Documents come as PDF, JPEG or PNG"
        case .damagedPicture: "That picture is damaged"
        case .movingPicture: "That picture moves"
        case .tooManyPixels: "That picture is too large"
        case .shareIsFull(let megabytes): "Your \(megabytes) MB for files are used up"
        case .incomplete: "Something was missing from the form"
        case .notModerator: "Only moderators change a community’s picture"
        case .storageIsFull: "There’s no room for files left"
        case .storageIsAway: "Files can’t be taken just now"
        }
    }

    var advice: String? {
        switch self {
        case .noFile: "Then send the form again."
        case .empty: "Look whether it’s the right one."
        case .tooLarge: "Make it smaller, or put it where you can link to it."
        case .otherPicture: "Save it as one of these, then try again."
        case .otherDocument: "Save or photograph it as one of these, then try again."
        case .damagedPicture: "Open it, save it anew, then try again."
        case .movingPicture: "Take one picture out of it, or save it as GIF: the first picture is kept."
        case .tooManyPixels(let width, let height):
            "It says it’s \(width) by \(height) pixels. 12,000 a side and 50 million in all are the most: scale it down."
        case .shareIsFull: "Remove uploads that nothing uses, or posts whose files nobody needs any more."
        case .incomplete: "Choose the file again and send it once more."
        case .notModerator: "Ask one of them."
        case .storageIsFull: "Nothing was kept. Whoever runs this site has to make room."
        case .storageIsAway: "Nothing was kept. Try again in a minute."
        }
    }

    var remedy: Choice? {
        if case .notModerator(let path) = self { Choice("Back to the community", path: path) } else { nil }
    }

    /// Both in a line, beside a field.
    var sentence: String { "\(message ?? ""). \(advice ?? "")" }
}
