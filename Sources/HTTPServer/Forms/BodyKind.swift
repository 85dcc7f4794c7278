/// The media types a request body may have.
enum BodyKind: Equatable {
    case form
    case multipart
    case raw
}

extension BodyKind {
    /// - Parameter value: a whole `Content-Type`, parameters and all.
    init?(contentType value: String, raw: Set<String>) {
        let type = value.prefix { $0 != ";" && $0 != " " && $0 != "\t" }.lowercased()
        switch type {
        case "application/x-www-form-urlencoded": self = .form
        case "multipart/form-data": self = .multipart
        case _ where raw.contains(type): self = .raw
        default: return nil
        }
    }
}
