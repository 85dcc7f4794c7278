package import FoundationEssentials
import Postgres

/// The identity of one `Subject`: a UUIDv7, so that rows made one after another lie one after another.
package struct ID<Subject>: RawRepresentable, Hashable, Sendable, Column, SQLBindable {
    package let rawValue: UUID

    package init(rawValue: UUID) {
        self.rawValue = rawValue
    }
}
