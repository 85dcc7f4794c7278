extension Demonstration {
    /// Everything decided before the first row is written. Immutable, so several threads may read it at once.
    struct World: Sendable {
        let figures: Figures
        let seed: UInt64
        let clock: CampusClock
        let corpus: Corpus
        let people: People
        let roster: Roster
        let schedule: Schedule
        let studies: Studies
        let ties: Ties
        /// For each community, which place of the schedule has which number.
        private let places: [[Int32]]

        init(_ figures: Figures, seed: UInt64, clock: CampusClock) throws {
            self.figures = figures
            self.seed = seed
            self.clock = clock
            let corpus = try Corpus()
            self.corpus = corpus
            people = People(figures, seed: seed, clock: clock)
            roster = Roster(
                of: people, in: corpus, start: clock.now - Int64(figures.days + 380) * 86_400, seed: seed)
            studies = Studies(of: people, figures, seed: seed)
            ties = Ties(of: people, studies, seed: seed, clock: clock)
            schedule = Schedule(figures, corpus: corpus, seed: seed, clock: clock)
            var places = [[Int32]](repeating: [], count: corpus.communities.count)
            for (place, entry) in schedule.entries.enumerated() { places[Int(entry.community)].append(Int32(place)) }
            self.places = places
        }

        /// What fills the slots of the post at `place`, written by `author`.
        func setting(at place: Int, author: Int32) -> Setting {
            let text = text(of: place)
            let scene = schedule.scene(of: place)
            var setting = Setting(
                values: text.slots, own: scene.bindings, key: (seed: seed, post: schedule.key(of: place)))
            var chance = Chance(seed: seed, for: .slots, at: place)
            if figures.titleTails > 0 { setting.tail = (corpus.slots.tail, figures.titleTails) }
            setting.set(corpus.slots.place, to: Phrase(pieces: [.words(text.slug)]))
            setting.set(corpus.slots.reference, to: reference(at: place, &chance))
            setting.set(corpus.slots.someone, to: mention(at: place, except: author, &chance))
            return setting
        }

        /// A published post before this one, about the same thing if there is one.
        private func reference(at place: Int, _ chance: inout Chance) -> Phrase {
            let entry = schedule.entries[place]
            var numbers = [Int(entry.related)]
            for _ in 0..<3 { numbers.append(1 + chance.below(Int(entry.number) - 1)) }
            for number in numbers where number > 0 && number < Int(entry.number) {
                let other = schedule.entries[Int(places[Int(entry.community)][number - 1])]
                guard other.state == .published else { continue }
                return Phrase(pieces: [.words("\(text(of: place).slug)#\(number)")])
            }
            return Phrase(pieces: [.words("the pinned post")])
        }

        private func mention(at place: Int, except author: Int32, _ chance: inout Chance) -> Phrase {
            let entry = schedule.entries[place]
            let community = roster.communities[Int(entry.community)]
            var person = community.moderator(&chance)
            for _ in 0..<4 {
                let other = community.writer(at: entry.seconds, chance: &chance)
                if other != author { person = other }
            }
            return Phrase(pieces: [.words("@" + people.persons[Int(person)].username)])
        }
    }
}
