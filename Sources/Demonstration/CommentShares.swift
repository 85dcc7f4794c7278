extension SchedulePlanner {
    /// Drafts, posts in review, removed and locked ones; and which questions were answered.
    mutating func chooseStates() {
        for place in entries.indices {
            let age = clock.now - entries[place].seconds
            let scene = corpus.communities[Int(entries[place].community)].scenes[Int(entries[place].scene)]
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

    /// Gives the newest story that is old enough the most comments of all, and says where it is.
    private mutating func openLongestThread() -> Int? {
        for place in entries.indices.reversed() {
            let entry = entries[place]
            guard entry.state == .published, clock.now - entry.seconds > 20 * 86_400 else { continue }
            let community = corpus.communities[Int(entry.community)]
            guard community.visibility == "public", community.scenes[Int(entry.scene)].form == .story else { continue }
            entries[place].comments = Int32(figures.longestThread)
            return place
        }
        return nil
    }

    private mutating func draw(for place: Int) -> Int {
        let entry = entries[place]
        let scene = corpus.communities[Int(entry.community)].scenes[Int(entry.scene)]
        let most = capacity(of: place)
        let mean = Double(figures.comments) / Double(figures.posts)
        switch scene.form {
        case .gathering, .story:
            return min(most, 6 + chance.heavyTail(mean: mean * 5, most: 240))
        case .exchange:
            if !entry.isAnswered, chance.happens(0.13) { return 0 }
            let scripted = scene.replies.count
            let drawn = min(scripted, 1 + chance.below(scripted + 2)) + chance.heavyTail(mean: mean * 0.36, most: 16)
            return min(most, max(needed(for: place), drawn))
        }
    }

    /// The comments up to the accepted answer.
    private func needed(for place: Int) -> Int {
        let entry = entries[place]
        guard entry.isAnswered else { return 0 }
        let scene = corpus.communities[Int(entry.community)].scenes[Int(entry.scene)]
        return 1 + (scene.replies.firstIndex(where: \.isAnswer) ?? 0)
    }

    /// How many comments a post can have by now.
    private func capacity(of place: Int) -> Int {
        let entry = entries[place]
        guard entry.state == .published || entry.state == .removed else { return 0 }
        let scene = corpus.communities[Int(entry.community)].scenes[Int(entry.scene)]
        let most = scene.form == .exchange ? scene.replies.count + 14 : 400
        return switch clock.now - entry.seconds {
        case ..<600: 0
        case ..<3600: min(most, 3)
        case ..<21_600: min(most, 6)
        case ..<86_400: min(most, 14)
        default: most
        }
    }
}
