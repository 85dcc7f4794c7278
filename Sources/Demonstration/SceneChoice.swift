extension SchedulePlanner {
    /// Gives every post a scene: all of a community's before one comes again, and never the same subject twice
    /// within a few posts.
    mutating func chooseScenes() {
        var bags = corpus.communities.map { SceneBags($0) }
        var lastAbout: [[Int32]] = corpus.communities.map { community in
            [Int32](repeating: 0, count: 1 + (community.scenes.map(\.subject).max() ?? 0))
        }
        var counted = [Int32](repeating: 0, count: corpus.communities.count)
        var used: Set<UInt64> = []
        for place in entries.indices {
            let community = Int(entries[place].community)
            // A scene whose words are used up makes way for another; in a small community all may be.
            for _ in 0..<figures.sceneAttempts {
                entries[place].scene = Int32(bags[community].draw(kinds[place], chance: &chance))
                if drawWords(of: place, used: &used) { break }
            }
            let subject = corpus.communities[community].scenes[Int(entries[place].scene)].subject
            bags[community].settle(subject)
            counted[community] += 1
            entries[place].related = lastAbout[community][subject]
            lastAbout[community][subject] = counted[community]
        }
    }

    /// Draws words until title and body are both new, as often as the figures allow.
    private mutating func drawWords(of place: Int, used: inout Set<UInt64>) -> Bool {
        guard figures.wordAttempts > 0 else { return true }
        let community = corpus.communities[Int(entries[place].community)]
        let scene = community.scenes[Int(entries[place].scene)]
        for salt in 0..<figures.wordAttempts {
            entries[place].salt = UInt8(salt)
            var setting = Setting(
                values: community.slots, own: scene.bindings, key: (seed: seed, post: place << 8 | salt))
            if figures.titleTails > 0 { setting.tail = (corpus.slots.tail, figures.titleTails) }
            let title = Fingerprint.of(Wording.title(of: scene, in: setting))
            let body = Fingerprint.of(Wording.plainBody(of: scene, in: setting))
            guard !used.contains(title), !used.contains(body) else { continue }
            used.insert(title)
            used.insert(body)
            return true
        }
        return false
    }
}

/// Scenes of one community, drawn without laying them back until all were used.
struct SceneBags {
    private let scenes: [Scene]
    private let handmadeCount: Int
    private var bags: [Bag: [Int]] = [:]
    private var recentSubjects: [Int] = []
    /// How many posts back a subject is avoided: four, or half of all subjects where there are few.
    private let memory: Int

    private struct Bag: Hashable {
        let kind: Scene.Kind
        let isHandmade: Bool
    }

    init(_ community: CommunityText) {
        scenes = community.scenes
        handmadeCount = community.handmadeCount
        memory = min(4, Set(community.scenes.map(\.subject)).count / 2)
    }

    mutating func draw(_ kind: Scene.Kind, chance: inout Chance) -> Int {
        var scene = 0
        for _ in 0..<12 {
            scene = candidate(kind, chance: &chance)
            if !recentSubjects.contains(scenes[scene].subject) { break }
        }
        // In a small community a kind may have a single scene: then one of another kind is better than an echo.
        guard recentSubjects.contains(scenes[scene].subject) else { return scene }
        return chance.pick(scenes.indices.filter { !recentSubjects.contains(scenes[$0].subject) }) ?? scene
    }

    /// Remembers that a post about `subject` was written.
    mutating func settle(_ subject: Int) {
        recentSubjects.append(subject)
        if recentSubjects.count > memory { recentSubjects.removeFirst() }
    }

    private mutating func candidate(_ kind: Scene.Kind, chance: inout Chance) -> Int {
        let prefersHandmade = chance.happens(0.3)
        for isHandmade in [prefersHandmade, !prefersHandmade] {
            let bag = Bag(kind: kind, isHandmade: isHandmade)
            if bags[bag, default: []].isEmpty {
                bags[bag] = scenes.indices.filter {
                    scenes[$0].kind == kind && ($0 < handmadeCount) == isHandmade
                }.shuffled(using: &chance)
            }
            if let scene = bags[bag, default: []].popLast() { return scene }
        }
        return chance.below(scenes.count)
    }
}

/// A short number that stands for a text.
enum Fingerprint {
    /// FNV-1a, 64 bits.
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
