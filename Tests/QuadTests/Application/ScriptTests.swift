import FoundationEssentials
import Testing

@testable import Quad

@Suite("The scripts of pages")
struct ScriptTests {
    private let folder = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Public/js"
    /// Those that pages load, by their path from the folder.
    private let entries = Set((Site.memberModules + ["forms"]).map { $0 + ".js" })

    /// Every script, by its path from the folder, and what stands in it.
    private func scripts() throws -> [String: String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".js") }
        return try names.reduce(into: [:]) { scripts, name in
            let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
            scripts[name] = String(decoding: data, as: UTF8.self)
        }
    }

    @Test("what pages load, and what that imports, is there")
    func imports() throws {
        let scripts = try scripts()
        #expect(entries.isSubset(of: scripts.keys))
        for (name, script) in scripts {
            let place = name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
            for found in script.matches(of: /(?:from |import\()['"]\.\/([\w\/-]+\.js)['"]/) {
                let path = place + found.output.1
                #expect(scripts[path] != nil, "\(name) imports \(path)")
                // It would run once under its fingerprinted address, and once more under the plain one.
                #expect(!entries.contains(path), "\(name) imports \(path)")
            }
        }
    }

    @Test("no text becomes markup or a program")
    func hygiene() throws {
        for (name, script) in try scripts() {
            for danger in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
                #expect(!script.contains(danger), "\(danger) in \(name)")
            }
        }
    }
}
