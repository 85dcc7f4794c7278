import HTTPServer

/// An error its visitor may see: a status, what happened, and what to do now.
protocol ResponseError: Error {
    var status: HTTPStatus { get }
    /// What happened, in a short sentence without a full stop; `nil` says what the status says.
    var message: String? { get }
    /// What to do now; `nil` says what the status says.
    var advice: String? { get }
    /// Where to go from here.
    var remedy: Choice? { get }
}

extension ResponseError {
    var message: String? { nil }
    var advice: String? { nil }
    var remedy: Choice? { nil }
}

/// There is nothing here, or nothing this viewer may know of: the two must look the same.
struct NotFound: ResponseError {
    var status: HTTPStatus { .notFound }
}
