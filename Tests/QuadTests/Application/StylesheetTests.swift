import FoundationEssentials
import Testing

@testable import Quad

@Suite("Styling pages")
struct StylesheetTests {
    private func folder() -> String {
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Public/css"
    }

    @Test("every sheet in the folder is served, and every sheet served is there")
    func sheets() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder())
        #expect(Set(files) == Set((Site.sheets + Site.memberSheets).map { $0 + ".css" }))
    }

    @Test("colours are written once, as roles", arguments: Site.sheets.dropFirst() + Site.memberSheets)
    func rolesOnly(sheet: String) throws {
        let data = try #require(FileManager.default.contents(atPath: folder() + "/\(sheet).css"))
        let css = String(decoding: data, as: UTF8.self)
        let raw = css.matches(of: /#[0-9a-fA-F]{3,8}\b/).map { String($0.output) }
        // Masks are not colours, and paper knows no dark.
        #expect(raw.filter { !["#000", "#fff", "#444", "#999"].contains($0) } == [])
    }

    @Test("braces balance", arguments: Site.sheets + Site.memberSheets)
    func braces(sheet: String) throws {
        let data = try #require(FileManager.default.contents(atPath: folder() + "/\(sheet).css"))
        #expect(data.count { $0 == UInt8(ascii: "{") } == data.count { $0 == UInt8(ascii: "}") })
    }
}
