import Foundation
import TemplateCompiler
import Testing

/// Templates with what the compiler is to say about them, in the folder Golden.
///
/// To write down anew what it says, after reading it with care: `UPDATE_GOLDEN=1 swift test --filter Golden`.
struct GoldenFile: Sendable, CustomTestStringConvertible {
    /// Its path below its folder without `.html`.
    let name: String
    private let folder: URL

    var testDescription: String { name }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static func all(in folder: String) -> [GoldenFile] {
        let folder = root.appending(path: folder)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "html" }
            .map { GoldenFile(name: String($0.path.dropFirst(folder.path.count + 1).dropLast(5)), folder: folder) }
            .sorted { $0.name < $1.name }
    }

    func source() throws -> TemplateSource {
        TemplateSource(name: name, path: "\(name).html", bytes: Array(try Data(contentsOf: file("html"))))
    }

    /// What is written down; with `UPDATE_GOLDEN` set, `actual` is written down first.
    func expectation(after actual: String) throws -> String {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try Data(actual.utf8).write(to: file("txt"))
        }
        return String(decoding: try Data(contentsOf: file("txt")), as: UTF8.self)
    }

    private func file(_ ending: String) -> URL {
        folder.appending(path: "\(name).\(ending)")
    }
}
