import Foundation
import PackagePlugin

/// Compiles every template below the package's Templates/ into one Swift file of the target.
@main
struct TemplatePlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL.appending(path: "Templates")
        let templates = templates(below: root)
        let output = context.pluginWorkDirectoryURL.appending(path: "Templates.swift")
        return [
            watch(root),
            .buildCommand(
                displayName: "Compiling \(templates.count) templates",
                executable: try context.tool(named: "compile-templates").url,
                arguments: ["--output", output.plainPath, "--root", root.plainPath] + templates.map(\.plainPath),
                inputFiles: templates, outputFiles: [output]),
        ]
    }

    /// Sorted, so that the same files give the same command.
    private func templates(below root: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "html" }
            .sorted { $0.plainPath < $1.plainPath }
    }

    /// Makes SwiftPM ask this plugin again when a file below `root` comes or goes. Until Package.swift or the names below a
    /// target's folder change it would otherwise repeat the commands it knows; but it also watches the
    /// folder that a prebuild command says it writes to, and this one writes nothing.
    private func watch(_ root: URL) -> Command {
        .prebuildCommand(
            displayName: "Watching Templates", executable: URL(filePath: "/usr/bin/true"), arguments: [],
            outputFilesDirectory: root)
    }
}

extension URL {
    fileprivate var plainPath: String { path(percentEncoded: false) }
}
