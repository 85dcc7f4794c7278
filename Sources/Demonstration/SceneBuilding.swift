/// Scenes written by hand, and topics seen through frames.
extension CommunityBuilder {
    func handmade(
        _ section: CorpusParts.Section, subject: Int, spaces: [CommunityText.Space], names: inout SlotNames
    ) throws -> Scene {
        let word = section.words.first.map(String.init) ?? ""
        let form: Scene.Form = word == "gathering" ? .gathering : word == "story" ? .story : .exchange
        guard let kind = form == .exchange ? Scene.Kind(rawValue: word) : .discussion, !section.titles.isEmpty else {
            throw DemonstrationError.corpus(text: name, line: 0, section.titles.first ?? word)
        }
        var scene = Scene(
            form: form, kind: kind, space: space(of: section, kind: kind, in: spaces), tags: section.tags,
            titles: section.titles.map { Phrase($0, names: &names) },
            body: Phrase(CorpusParts.text(of: section.body), names: &names),
            replies: section.comments.map { reply($0, names: &names) }, subject: subject)
        scene.choices = section.choices
        scene.isMultiple = section.words.contains("several")
        return scene
    }

    func framed(
        _ topic: CorpusParts.Section, in frame: CorpusParts.Section, subject: Int, spaces: [CommunityText.Space],
        names: inout SlotNames, slots: ReservedSlots
    ) throws -> Scene {
        let word = frame.words.dropFirst().first.map(String.init) ?? ""
        guard let kind = Scene.Kind(rawValue: word), let topicName = topic.titles.first, !topic.comments.isEmpty else {
            throw DemonstrationError.corpus(text: name, line: 0, topic.titles.first ?? word)
        }
        let replies = topic.comments.map { reply($0, names: &names) }
        let body = CorpusParts.text(of: frame.body)
        // A frame that tells the answer itself leaves only the other replies to be said.
        let isTold = body.contains("‹answer›")
        var scene = Scene(
            form: .exchange, kind: kind, space: space(of: frame, kind: kind, in: spaces), tags: topic.tags,
            titles: frame.titles.map { Phrase($0, names: &names) }, body: Phrase(body, names: &names),
            replies: isTold ? Array(replies.dropFirst()) : replies, subject: subject)
        scene.bindings = [
            (slots.name, Phrase(topicName, names: &names)),
            (slots.ask, Phrase(CorpusParts.text(of: topic.body), names: &names)),
            (slots.answer, replies[0].phrase),
        ]
        return scene
    }

    private func reply(_ comment: CorpusParts.Comment, names: inout SlotNames) -> Scene.Reply {
        let speaker: Scene.Speaker =
            switch comment.speaker {
            case "@": .author
            case "m": .moderator
            default: .other(Int(comment.speaker) ?? 0)
            }
        return Scene.Reply(
            depth: comment.depth, speaker: speaker, isAnswer: comment.isAnswer,
            phrase: Phrase(CorpusParts.text(of: comment.lines), names: &names))
    }

    /// The space a section names with `@slug`, otherwise the usual one of its kind, otherwise the first.
    private func space(of section: CorpusParts.Section, kind: Scene.Kind, in spaces: [CommunityText.Space]) -> Int {
        let named = section.words.first { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
        let usual =
            switch kind {
            case .question: "questions"
            case .announcement: "announcements"
            case .article: "show"
            case .discussion, .poll: "general"
            }
        return spaces.firstIndex { $0.slug == named ?? usual } ?? 0
    }
}
