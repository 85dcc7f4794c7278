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
    ///
    /// By hand because a member's post page writes a hundred of them.
    var text: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            withUnsafeBytes(of: rawValue.uuid) { bytes in
                for (index, byte) in bytes.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = Self.digit(byte >> 4)
                    text[place + 1] = Self.digit(byte & 15)
                    place += 2
                }
            }
            return place
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
