extension HistoryPage {
    /// - Parameter versions: newest first, one more than a page shows when there are older ones.
    init(
        _ subject: HistorySubject, _ versions: [WrittenVersion], at path: String, isFirst: Bool,
        around: Surroundings, wording: Wording
    ) {
        let shown = versions.prefix(HistoryHandlers.pageSize)
        let goesOn = versions.count > shown.count
        self.init(
            frame: Frame(
                around: around, title: subject.comment == nil ? "History of a post" : "History of a comment",
                indexable: false, current: .communities),
            subject: Choice(
                subject.comment == nil ? subject.postTitle : "The comment in “\(subject.postTitle)”",
                path: subject.path),
            versions: shown.enumerated().map { index, version in
                Version(
                    version, after: index + 1 < versions.count ? versions[index + 1] : nil,
                    isNewest: isFirst && index == 0,
                    wording: wording)
            },
            pagination: Pagination(
                onward: "Earlier versions", back: "The newest version", newerPath: isFirst ? nil : path,
                olderPath: goesOn ? shown.last.map { "\(path)?after=\($0.revision)" } : nil))
    }
}

extension HistoryPage.Version {
    /// Characters shown around a change.
    private static let context = 200

    init(_ version: WrittenVersion, after before: WrittenVersion?, isNewest: Bool, wording: Wording) {
        let title = before.map { TextDifference(from: $0.title, to: version.title) }
        let tags = before.map { TextDifference(from: $0.tagLine, to: version.tagLine) }
        self.init(
            heading: (version.revision == 1 ? "First version" : "Version \(version.revision)")
                + (isNewest && version.revision > 1 ? ", as it is now" : ""),
            editor: version.editor.person, writtenAt: wording.exact(version.writtenAt),
            title: title.flatMap { $0.isEmpty ? nil : $0.parts } ?? [],
            tags: tags.flatMap { $0.isEmpty ? nil : $0.parts } ?? [],
            text: before.map { TextDifference(from: $0.source, to: version.source, context: Self.context).parts }
                ?? [.same(version.source)])
    }
}

extension WrittenVersion {
    fileprivate var tagLine: String { tags.map { "#" + $0 }.joined(separator: " ") }
}
