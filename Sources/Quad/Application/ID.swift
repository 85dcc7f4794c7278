import Cryptography
package import FoundationEssentials
import Postgres

/// The identity of one `Subject`: a UUIDv7, so that rows made one after another lie one after another.
package struct ID<Subject>: RawRepresentable, Hashable, Sendable, Column, SQLBindable {
    package let rawValue: UUID

    package init(rawValue: UUID) {
        self.rawValue = rawValue
    }

    /// A new one.
    package init() {
        rawValue = UUIDv7.generate()
    }

    /// An identity as an address or a form writes it; `nil` for any other text.
    init?(text: String) {
        guard text.utf8.count == 36, let uuid = UUID(uuidString: text) else { return nil }
        rawValue = uuid
    }

    /// As addresses and forms write it.
    var text: String { rawValue.uuidString.lowercased() }
}
