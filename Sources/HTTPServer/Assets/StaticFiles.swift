internal import FoundationEssentials

/// The files of a directory, read once and served from memory on the event thread.
///
/// Each is found under two addresses: `/assets/css/site.1a2b3c4d.css`, which changes with the content and is
/// cached for a year, and `/assets/css/site.css`, which is asked for again each time. What is not in the table
/// does not exist: no request ever reaches the file system.
public struct StaticFiles: Sendable {
    private let prefix: String
    private let assets: [String: Asset]
    /// Fingerprinted addresses by name.
    private let addresses: [String: String]

    /// - Parameters:
    ///   - directory: its files and those of its folders, but for names that begin with a dot.
    ///   - prefix: what their addresses begin with; without a slash at its end.
    ///   - joined: names of files that are not in the directory, each made of files that are, in this order: one
    ///     request instead of many.
    ///   - headers: sent with every file, besides those that say what it is.
    /// - Throws: when the directory or a file cannot be read.
    public init(
        directory: String, prefix: String = "/assets", joined: [String: [String]] = [:], headers: [Header] = []
    ) throws {
        var assets: [String: Asset] = [:]
        var addresses: [String: String] = [:]
        let found = try Self.names(in: directory, "").map { ($0, [$0]) }
        for (name, parts) in found + joined.map({ ($0.key, $0.value) }) {
            let path = "\(directory)/\(name)"
            let content = try parts.flatMap { try Self.content(of: "\(directory)/\($0)") }
            let fingerprint = Fingerprint.of(content)
            let address = "\(prefix)/\(Self.fingerprinted(name, fingerprint))"
            addresses[name] = address
            for (address, isImmutable) in [(address, true), ("\(prefix)/\(name)", false)] {
                assets[address] = Asset(
                    name: name, at: path, content, fingerprint, isImmutable: isImmutable, headers: headers)
            }
        }
        (self.prefix, self.assets, self.addresses) = (prefix, assets, addresses)
    }

    /// The address of a file under which it never changes.
    ///
    /// - Parameter name: its path in the directory: `css/site.css`. One that is not there is a mistake of ours: it
    ///   stops a debug build, and answers 404 in a release build.
    public func path(of name: String) -> String {
        if let address = addresses[name] { return address }
        assertionFailure("no such file to serve: \(name)")
        return "\(prefix)/\(name)"
    }

    /// The answer to a request for one of the files; `nil` for anything else.
    public func immediate(_ head: borrowing RequestHead) -> PreparedResponse? {
        let path = head.path
        guard path.count > prefix.utf8.count, path.prefix(prefix.utf8.count).elementsEqual(prefix.utf8) else {
            return nil
        }
        return assets[String(decoding: path, as: UTF8.self)]?.answer(head)
    }

    private static func content(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CocoaError(.fileReadUnknown, userInfo: ["NSFilePath": path])
        }
        return [UInt8](data)
    }

    private static func names(in directory: String, _ folder: String) throws -> [String] {
        var names: [String] = []
        for entry in try FileManager.default.contentsOfDirectory(atPath: "\(directory)/\(folder)").sorted()
        where !entry.hasPrefix(".") {
            var isDirectory = false
            let name = folder.isEmpty ? entry : "\(folder)/\(entry)"
            guard FileManager.default.fileExists(atPath: "\(directory)/\(name)", isDirectory: &isDirectory) else {
                continue
            }
            names += isDirectory ? try self.names(in: directory, name) : [name]
        }
        return names
    }

    private static func fingerprinted(_ name: String, _ fingerprint: String) -> String {
        let slash = name.lastIndex(of: "/") ?? name.startIndex
        guard let dot = name[slash...].lastIndex(of: ".") else { return "\(name).\(fingerprint)" }
        return "\(name[..<dot]).\(fingerprint)\(name[dot...])"
    }
}

/// Tells contents apart; not against anyone who means harm.
///
/// - Source: FNV-1a, 64 bits (Fowler, Noll, Vo), folded to 32.
enum Fingerprint {
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String((hash ^ hash >> 32).hexadecimal.suffix(8))
    }
}
