extension SchedulePlanner {
    /// Drafts, posts in review, removed and locked ones; and which questions were answered.
    mutating func chooseStates() {
        for place in entries.indices {
            let age = clock.now - entries[place].seconds
            let scene = scene(of: place)
            let draw = chance.fraction()
            entries[place].state =
                switch draw {
                case ..<0.003 where age > 3600: .draft
                case ..<0.016 where age > 7200: .removed
                case ..<0.07 where age < 172_800 && age > 900: .inReview
                default: .published
                }
            // Every visitor's first look falls on the questions of the last day.
            if scene.kind == .question, age < 86_400 { entries[place].state = .published }
            entries[place].isLocked = age > 86_400 && chance.happens(0.014)
            let isSolvable = scene.kind == .question && scene.replies.contains(where: \.isAnswer)
            let share = age > 86_400 ? 0.7 : age > 5400 ? 0.45 : 0.15
            entries[place].isAnswered = chance.happens(share) && isSolvable && age > 1200
            if entries[place].state != .published, entries[place].state != .removed {
                entries[place].isAnswered = false
            }
        }
    }

    /// Pins the newest one or two announcements of each community that are older than a day.
    mutating func pinPosts() {
        var wanted = corpus.communities.map { _ in 1 + chance.below(2) }
        for place in entries.indices.reversed() {
            let entry = entries[place]
            let community = Int(entry.community)
            guard wanted[community] > 0, entry.state == .published, entry.seconds < clock.now - 86_400 else { continue }
            let kind = corpus.communities[community].scenes[Int(entry.scene)].kind
            guard kind == .announcement else { continue }
            entries[place].isPinned = true
            wanted[community] -= 1
        }
    }

    /// Hands out exactly `figures.comments`: a few each, many where everyone has something to say.
    mutating func shareComments() {
        let longest = openLongestThread()
        var left = figures.comments
        for place in entries.indices {
            if place != longest { entries[place].comments = Int32(draw(for: place)) }
            left -= Int(entries[place].comments)
        }
        // What the draws missed the total by is given to, or taken from, posts at random.
        for _ in 0..<(60 * abs(left) + 1000) where left != 0 {
            let place = chance.below(entries.count)
            guard place != longest else { continue }
            let count = Int(entries[place].comments)
            if left > 0, count < capacity(of: place), count > 0 || chance.happens(0.3) {
                entries[place].comments += 1
                left -= 1
            } else if left < 0, count > needed(for: place) {
                entries[place].comments -= 1
                left += 1
            }
        }
    }

    /// Gives the newest story that is old enough the most comments of all, and says where it is. Where nobody
    /// tells one, the newest fitting post becomes one.
    private mutating func openLongestThread() -> Int? {
        let told = entries.indices.last { canBeLong($0) && scene(of: $0).form == .story }
        guard let place = told ?? entries.indices.last(where: { canBeLong($0) && story(in: $0) != nil }) else {
            return nil
        }
        if told == nil, let story = story(in: place) {
            entries[place].scene = Int32(story)
            entries[place].isAnswered = false
        }
        entries[place].comments = Int32(figures.longestThread)
        return place
    }

    private func canBeLong(_ place: Int) -> Bool {
        let entry = entries[place]
        return entry.state == .published && !entry.isPinned && clock.now - entry.seconds > 20 * 86_400
            && corpus.communities[Int(entry.community)].visibility == "public"
    }

    private func story(in place: Int) -> Int? {
        corpus.communities[Int(entries[place].community)].scenes.firstIndex { $0.form == .story }
    }

    private func scene(of place: Int) -> Scene {
        let entry = entries[place]
        return corpus.communities[Int(entry.community)].scenes[Int(entry.scene)]
    }

    private mutating func draw(for place: Int) -> Int {
        let entry = entries[place]
        let scene = scene(of: place)
        let most = capacity(of: place)
        let mean = Double(figures.comments) / Double(figures.posts)
        switch scene.form {
        case .gathering, .story:
            if chance.happens(0.12) { return min(most, 100 + chance.below(120)) }
            return min(most, 9 + chance.heavyTail(mean: mean * 8, most: 240))
        case .exchange:
            if !entry.isAnswered, chance.happens(0.13) { return 0 }
            let scripted = scene.replies.count
            let drawn = min(scripted, 1 + chance.below(scripted + 2)) + chance.heavyTail(mean: mean * 0.36, most: 16)
            return min(most, max(needed(for: place), drawn))
        }
    }

    /// The comments up to the accepted answer.
    private func needed(for place: Int) -> Int {
        guard entries[place].isAnswered else { return 0 }
        return 1 + (scene(of: place).replies.firstIndex(where: \.isAnswer) ?? 0)
    }

    /// How many comments a post can have by now.
    private func capacity(of place: Int) -> Int {
        let entry = entries[place]
        guard entry.state == .published || entry.state == .removed else { return 0 }
        let scene = scene(of: place)
        let most = scene.form == .exchange ? scene.replies.count + 14 : min(400, figures.longestThread * 8 / 9)
        return switch clock.now - entry.seconds {
        case ..<600: 0
        case ..<3600: min(most, 3)
        case ..<21_600: min(most, 6)
        case ..<86_400: min(most, 14)
        default: most
        }
    }
}
