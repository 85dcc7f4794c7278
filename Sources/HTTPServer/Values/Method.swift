/// The request methods this server answers; any other is refused with 405 or 501.
public enum Method: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"

    /// Whether a request of this method may not change anything (RFC 9110, section 9.2.1).
    public var isSafe: Bool { self != .post }

    init?(_ name: UnsafePointer<CChar>) {
        switch (name[0], name[1]) {
        case (0x47, 0x45) where name[2] == 0x54 && name[3] == 0: self = .get
        case (0x48, 0x45) where name[2] == 0x41 && name[3] == 0x44 && name[4] == 0: self = .head
        case (0x50, 0x4F) where name[2] == 0x53 && name[3] == 0x54 && name[4] == 0: self = .post
        default: return nil
        }
    }
}
