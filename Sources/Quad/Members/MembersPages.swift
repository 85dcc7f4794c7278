import HTML

/// A generated picture for a person: initials on a pattern, both fixed by the username.
struct Avatar: Hashable, Sendable {
    let initials: String
    /// 1 to 6, a pair of colours in the stylesheet.
    let tone: Int
    let pattern: Pattern
    /// What stands in place of the pattern: the address of the photo.
    var photo: String?

    enum Pattern: Int, Sendable, CaseIterable {
        case petals, stripes, checks, frames, mills, waves
    }

    /// - Parameter username: decides tone and pattern, so that a change of name keeps the picture.
    init(name: String, username: String, photo: Attachment.ID? = nil) {
        let hash = Self.hash(username)
        self.photo = photo.map(AttachmentPaths.photo)
        initials = Self.initials(of: name)
        tone = Int(hash % 6) + 1
        pattern = Pattern.allCases[Int(hash / 6 % 6)]
    }

    init(initials: String, tone: Int, pattern: Pattern) {
        self.initials = initials
        self.tone = tone
        self.pattern = pattern
    }

    /// The picture of someone who deleted the account.
    static let gone = Avatar(initials: "–", tone: 6, pattern: .frames)

    /// The first letters of the first and the last word of a name, in capitals; one for a single word.
    private static func initials(of name: String) -> String {
        if let (first, last) = plainInitials(of: name) {
            return String(first) + (last.map(String.init) ?? "")
        }
        let words = name.split(whereSeparator: \.isWhitespace)
        let letters = words.compactMap { $0.first(where: { $0.isLetter || $0.isNumber }) }
        guard let first = letters.first, let last = letters.last else { return "–" }
        guard letters.count > 1 else { return first.uppercased() }
        return first.uppercased() + (first.joins ? "\u{200C}" : "") + last.uppercased()
    }

    /// The same for words that begin with an ASCII letter, with single spaces between, which most names are:
    /// a list shows fifty of them, and Unicode's properties take a microsecond a name to look up.
    ///
    /// - Returns: `nil` for any other name.
    private static func plainInitials(of name: String) -> (first: Unicode.Scalar, last: Unicode.Scalar?)? {
        var (first, last): (Unicode.Scalar?, Unicode.Scalar?)
        var startsWord = true
        for byte in name.utf8 {
            if byte == UInt8(ascii: " ") {
                if startsWord { return nil }
                startsWord = true
                continue
            }
            if startsWord {
                guard (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") else { return nil }
                if first == nil { first = Unicode.Scalar(byte & 0xDF) } else { last = Unicode.Scalar(byte & 0xDF) }
                startsWord = false
            }
        }
        guard let first, !startsWord else { return nil }
        return (first, last)
    }

    /// The same on every machine and in every run, which `Hasher` is not.
    ///
    /// - Source: FNV-1a, 64 bits (Fowler, Noll, Vo), folded because its low bits alone are weak modulo 6.
    private static func hash(_ username: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in username.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }
}

extension Character {
    /// Whether the next letter would be written onto this one, as in Arabic, which initials should not do.
    fileprivate var joins: Bool {
        unicodeScalars.first.map { (0x600..<0x800).contains($0.value) } ?? false
    }
}

extension Avatar.Pattern {
    /// Path data on a 48 × 48 grid, filled evenly and oddly.
    var outline: String {
        switch self {
        case .petals:
            "M0 0h24A24 24 0 0 1 0 24zM48 0v24A24 24 0 0 1 24 0zM48 48H24a24 24 0 0 1 24-24zM0 48V24a24 24 0 0 1 24 24z"
        case .stripes: "M0 0h12L0 12zM24 0h12L0 36V24zM48 0v12L12 48H0zM48 24v12L36 48H24z"
        case .checks: "M0 0h12v48H0zM24 0h12v48H24zM0 12h48v12H0zM0 36h48v12H0z"
        case .frames: "M5 5h38v38H5zM11 11v26h26V11zM17 17h14v14H17z"
        case .mills: "M0 0h24v24zM24 24h24v24zM0 24l24 24H0zM24 0l24 24V0z"
        case .waves:
            "M0 24a24 24 0 0 1 24-24v24zM24 48V24h24a24 24 0 0 1-24 24zM24 24A24 24 0 0 1 48 0v24zM0 48a24 24 0 0 1 24-24v24z"
        }
    }
}

/// Someone a page names.
struct Person: Sendable {
    let name: String
    /// The profile's path; `nil` for a deleted account or a profile the reader may not see.
    let path: String?
    let avatar: Avatar

    static let deleted = Person(name: "Deleted user", path: nil, avatar: .gone)
    /// Someone who must not be named here.
    static let unnamed = Person(name: "A member", path: nil, avatar: .gone)
}
