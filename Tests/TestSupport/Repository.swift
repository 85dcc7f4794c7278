/// The files of the project a test belongs to.
public enum Repository {
    /// The root of the repository, three steps above this file.
    public static var root: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    }

    public static func path(_ relative: String) -> String { "\(root)/\(relative)" }
}

/// What a test needs and does not find.
public enum TestSupportError: Error, CustomStringConvertible {
    case notSet(String)

    public var description: String {
        switch self {
        case .notSet(let variable):
            "\(variable) is not set. Run bin/test, which starts Postgres and Redis and sets it."
        }
    }
}
