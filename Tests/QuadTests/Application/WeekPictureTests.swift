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
