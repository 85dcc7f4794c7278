import Testing

@testable import Quad

@Suite("Drawing two weeks side by side")
struct WeekPictureTests {
    @Test("the words list the shared times and nothing else")
    func description() {
        #expect(WeekPicture.example.description == "Both free: Tue 14–16, Thu 10–12.")
        let none = WeekPicture(
            title: "", you: Array(repeating: [32..<40], count: 7), them: Array(repeating: [], count: 7))
        #expect(none.description == "No hour is free for both.")
    }

    @Test("touching spans share nothing, overlapping ones their common part")
    func overlaps() {
        #expect(WeekPicture.overlaps([32..<40], [40..<44]).isEmpty)
        #expect(WeekPicture.overlaps([32..<40, 48..<60], [36..<50]) == [36..<40, 48..<50])
    }

    @Test("a quarter hour is five units wide, from eight o'clock on")
    func geometry() throws {
        let tuesday = try #require(WeekPicture.example.days.dropFirst().first)
        #expect(tuesday.y == 39)
        #expect(tuesday.you == [WeekPicture.Bar(x: 138, width: 80)])
        #expect(tuesday.shared.map(\.bar) == [WeekPicture.Bar(x: 158, width: 40)])
        #expect(tuesday.shared.map(\.label) == ["14–16"])
    }

    @Test("a shared time under two hours has no label")
    func shortLabel() {
        let week = WeekPicture(
            title: "", you: [[34..<40]] + Array(repeating: [], count: 6),
            them: [[32..<40]] + Array(repeating: [], count: 6))
        #expect(week.days.first?.shared.map(\.label) == [nil])
        #expect(week.description == "Both free: Mon 8:30–10.")
    }
}

@Suite("Drawing one week, and a group’s")
struct OtherWeekPictureTests {
    @Test("hours outside of 8 to 22 make the picture wider, by even hours")
    func wider() {
        let picture = OneWeekPicture(title: "", week: Week([.monday: [26..<32], .friday: [88..<93]]))
        #expect(picture.hours.first?.x == 38 && picture.hours.first?.label == nil)
        #expect(picture.hours.count == 9)
        #expect(picture.description == "Free: Mon 6:30–8; Fri 22–23:15.")
        #expect(picture.days[4].free.last.map { $0.bar.x + $0.bar.width }.map { $0 <= 318 } == true)
    }

    @Test("a group’s rows fill by count, and the best block is named")
    func group() {
        let weeks = [[36..<48], [40..<52], [40..<44]].map { Week([.tuesday: $0]) }
        let picture = GroupWeekPicture(title: "", weeks: weeks, best: Week.slots(40..<44, on: .tuesday))
        #expect(picture.description == "All 3 are free: Tue 10–11. The best time is Tue 10–11.")
        #expect(picture.days[1].fills.map(\.height) == [5, 17, 11, 5])
        #expect(picture.days[1].best?.bar == WeekAxis.Bar(x: 78, width: 20))
        #expect(picture.days[0].fills.isEmpty && picture.days[0].best == nil)
    }

    @Test("without a time for all, it says so")
    func none() {
        let picture = GroupWeekPicture(title: "", weeks: [Week([.monday: [0..<8]]), Week()], best: nil)
        #expect(picture.description == "There’s no time at which all 2 are free.")
    }
}
