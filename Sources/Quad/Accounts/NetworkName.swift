import HTTPServer

/// From where somebody signed in, as far as it is kept: "203.0.113.…", "2001:db8:7:…".
struct NetworkName: Hashable, Sendable, CustomStringConvertible {
    /// At most 64 characters; empty when nobody knows.
    let text: String

    var description: String { text }

    init(_ address: IPAddress) {
        text = address == .unknown ? "" : address.truncated
    }
}
