import Testing

@testable import Demonstration

@Suite("The words of the demonstration")
struct CorpusTests {
    @Test("follow their format, name every slot they use and fill all of them")
    func slots() throws {
        let corpus = try Corpus()
        for community in corpus.communities {
            for (place, scene) in community.scenes.enumerated() {
                var setting = Setting(values: community.slots, own: scene.bindings, key: (seed: 1, post: place))
                for slot in [corpus.slots.place, corpus.slots.reference, corpus.slots.someone] {
                    setting.set(slot, to: Phrase(pieces: [.words("here")]))
                }
                for phrase in scene.titles + [scene.body] + scene.replies.map(\.phrase) {
                    for slot in slots(of: phrase) {
                        #expect(setting.phrase(in: slot) != nil, "an unknown slot in \(community.slug): \(phrase)")
                    }
                    var chance = Chance(seed: 2, for: .words, at: place)
                    #expect(!phrase.words(in: setting, chance: &chance).isEmpty)
                }
            }
        }
    }

    @Test("hold at least 150 exchanges written by hand, with two replies or more on average")
    func amount() throws {
        let handmade = try Corpus().communities.flatMap { $0.scenes.prefix($0.handmadeCount) }
        #expect(handmade.count >= 150)
        let replies = handmade.map(\.replies.count).reduce(0, +)
        #expect(replies >= 2 * handmade.count)
    }

    @Test("have rules, spaces, an answer to every question and remarks for every occasion")
    func completeness() throws {
        for community in try Corpus().communities {
            #expect((3...5).contains(community.rules.count), "\(community.slug)")
            #expect(community.spaces.count >= 3)
            #expect(!community.about.isEmpty && community.about.count <= 500)
            for occasion in Remarks.Occasion.allCases {
                #expect(!community.remarks[occasion].isEmpty, "\(community.slug): \(occasion)")
            }
            for scene in community.scenes where scene.kind == .question {
                let hasAnswer = scene.replies.contains { $0.isAnswer }
                #expect(hasAnswer, "\(community.slug): \(scene.titles)")
            }
        }
    }

    @Test("that break the format are refused with their name and line")
    func brokenText() {
        #expect(throws: DemonstrationError.corpus(text: "odd", line: 2, "no colon here")) {
            _ = try CorpusParts("slug: odd\nno colon here", named: "odd")
        }
    }

    private func slots(of phrase: Phrase) -> [Slot] {
        phrase.pieces.flatMap { piece -> [Slot] in
            switch piece {
            case .words: []
            case .choice(let options): options.flatMap { slots(of: $0) }
            case .slot(let slot, _): [slot]
            }
        }
    }
}
