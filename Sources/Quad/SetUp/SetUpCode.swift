import Cryptography
package import Postgres

/// What whoever started the program types on the page that sets it up, so that nobody else does.
package enum SetUpCode {
    /// Makes a new code, which takes the place of the one before.
    ///
    /// - Returns: the code to print; `nil` when the installation is set up already.
    package static func renew(on database: Connection) throws -> String? {
        let code = RandomCode()
        return try database.fetch(.keepSetUpCode(code.storedForm)) == 1 ? code.text : nil
    }
}

/// Why a code is not taken.
enum SetUpCodeError: FieldError, Hashable {
    case empty, wrong

    var message: String {
        switch self {
        case .empty: "Type the code that quad serve printed when it started."
        case .wrong: "That isn’t the code. The newest start of quad serve printed the one that counts."
        }
    }

    var summary: String { self == .empty ? "Type the code" : "Check the code" }
}
