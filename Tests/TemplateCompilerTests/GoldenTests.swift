import Foundation
import TemplateCompiler
import Testing

@Suite("Golden templates")
struct GoldenTests {
    private let shared: [TemplateSource]

    init() throws {
        shared = try GoldenFile.all(in: "Shared").map { try $0.source() }
    }

    @Test(
        "a mistake is reported at its place, with what to write instead", arguments: GoldenFile.all(in: "Diagnostics"))
    func diagnostics(_ golden: GoldenFile) throws {
        let said = TemplateSet(shared + [try golden.source()]).compiled().diagnostics
        let text = said.map { "\($0)\n" }.joined()
        #expect(text == (try golden.expectation(after: text)))
        #expect(!said.isEmpty)
    }

    @Test("a template becomes the Swift that is written down", arguments: GoldenFile.all(in: "Swift"))
    func swift(_ golden: GoldenFile) throws {
        let result = TemplateSet(shared + [try golden.source()]).compiled()
        #expect(result.diagnostics.isEmpty)
        let part = String(result.swift.part(about: "\(golden.name).html"))
        #expect(part == (try golden.expectation(after: part)))
    }

    @Test("the same templates give the same bytes in whatever order they come")
    func order() throws {
        let sources = shared + (try GoldenFile.all(in: "Swift").map { try $0.source() })
        let compiled = TemplateSet(sources).compiled()
        #expect(compiled.swift == TemplateSet(sources.reversed()).compiled().swift)
        #expect(compiled.diagnostics.isEmpty)
    }
}

extension String {
    /// The extension that a template at `path` became.
    fileprivate func part(about path: String) -> Substring {
        let parts = split(separator: "\n\n", omittingEmptySubsequences: true)
        return parts.first { $0.contains("file: \"\(path)\"") } ?? ""
    }
}
