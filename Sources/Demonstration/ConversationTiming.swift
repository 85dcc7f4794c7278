extension Conversation {
    /// Gives every turn its moment: minutes to days apart, none at night if it can be helped, all before now.
    mutating func timed() -> [ThreadPlan.Comment] {
        let room = now - published - 20
        let isLong = turns.count > 20
        var moments: [Int64] = []
        moments.reserveCapacity(turns.count)
        var passed: Int64 = Int64(90 + chance.heavyTail(mean: 2400, most: 90_000))
        for turn in turns {
            if turn.pace == .weeksLater { passed += Int64(chance.within(9...40)) * 86_400 }
            moments.append(passed)
            let mean = isLong ? 1500.0 : turn.pace == .quick ? 2600 : 9000
            passed += 40 + Int64(chance.heavyTail(mean: mean, most: 400_000))
            if CampusClock(now: now).isNight(published + passed), chance.happens(0.85) { passed += 5 * 3600 }
        }
        let last = moments.last ?? 1
        if last > room {
            for place in moments.indices {
                let scaled = Int64(Double(moments[place]) / Double(last) * Double(room))
                moments[place] = max(scaled, place == 0 ? 1 : moments[place - 1] + 1)
            }
        }
        return turns.indices.map { place in
            ThreadPlan.Comment(
                parent: turns[place].parent, author: turns[place].person, seconds: published + moments[place],
                words: turns[place].words)
        }
    }
}
