import Testing

@testable import Quad

@Suite("Quarter hours of a week")
struct WeekTests {
    @Test("overlapping and touching hours merge, and a day's spans are read back")
    func spans() {
        let week = Week([.tuesday: [52..<68, 60..<72, 72..<74], .sunday: [0..<1], .saturday: [95..<96]])
        #expect(week.spans(on: .tuesday) == [52..<74])
        #expect(week.spans(on: .sunday) == [0..<1])
        #expect(week.spans(on: .saturday) == [95..<96])
        #expect(week.spans(on: .monday).isEmpty)
        #expect(week.quarters == 24 && week.hours == 6)
    }

    @Test("a span over midnight is one run of the week and two of its days")
    func midnight() {
        let week = Week([90..<104])
        #expect(week.spans == [90..<104])
        #expect(week.spans(on: .sunday) == [90..<96])
        #expect(week.spans(on: .monday) == [0..<8])
    }

    @Test("slots outside of the week are left out")
    func outside() {
        #expect(Week([-5..<2, 670..<700]).spans == [0..<2, 670..<672])
    }

    @Test("union, intersection and difference go slot by slot")
    func sets() {
        let (one, other) = (Week([0..<10, 600..<672]), Week([5..<20, 650..<660]))
        #expect(one.union(other).spans == [0..<20, 600..<672])
        #expect(one.intersection(other).spans == [5..<10, 650..<660])
        #expect(one.subtracting(other).spans == [0..<5, 600..<650, 660..<672])
        #expect(Week().isEmpty && !one.isEmpty)
    }

    @Test("hexadecimal digits and bytes carry a week there and back")
    func carried() throws {
        let week = Week([0..<1, 5..<40, 671..<672])
        #expect(week.hexadecimal.count == 168)
        #expect(week.hexadecimal.hasPrefix("87ffffffff00") && week.hexadecimal.hasSuffix("0001"))
        #expect(Week(hexadecimal: week.hexadecimal) == week)
        #expect(Week(hexadecimal: week.hexadecimal.uppercased()) == week)
        #expect(Week(bytes: week.bytes) == week)
    }

    @Test(
        "what is not 168 hexadecimal digits is no week",
        arguments: ["", "00", String(repeating: "0", count: 167) + "g", String(repeating: "0", count: 169)])
    func notAWeek(text: String) {
        #expect(Week(hexadecimal: text) == nil)
    }
}

@Suite("Hours of a day as they are typed")
struct WeekHoursTests {
    @Test("times in quarter hours are read", arguments: [("9", 36), ("09:15", 37), ("0:00", 0), ("24:00", 96)])
    func times(text: String, quarter: Int) {
        #expect(WeekHours.quarter(text) == quarter)
    }

    @Test("other times are not", arguments: ["", "9:10", "24:15", "25", "9:", ":15", "-1", "9:00:00", "+9", "٩"])
    func otherTimes(text: String) {
        #expect(WeekHours.quarter(text) == nil)
    }

    @Test("empty, backward and unknown hours are refused, each for its own reason")
    func refused() {
        #expect(throws: WeekHoursError.empty) { try WeekHours(day: "1", from: "9:00", to: "9:00") }
        #expect(throws: WeekHoursError.backwards) { try WeekHours(day: "1", from: "11:00", to: "9:00") }
        #expect(throws: WeekHoursError.unknownDay) { try WeekHours(day: "7", from: "9:00", to: "10:00") }
        #expect(throws: WeekHoursError.unreadable(.from)) { try WeekHours(day: "1", from: "24:00", to: "24:00") }
        #expect(throws: WeekHoursError.unreadable(.to)) { try WeekHours(day: "1", from: "9:00", to: "noon") }
    }

    @Test("rows that overlap merge")
    func rows() throws {
        let rows = try [("2", "13:00", "16"), ("2", "15:30", "17:30")].map {
            try WeekHours(day: $0.0, from: $0.1, to: $0.2)
        }
        #expect(Week(rows).spans(on: .tuesday) == [52..<70])
    }
}

@Suite("A week in words")
struct WeekWordsTests {
    @Test("hours are counted with their fractions")
    func hours() {
        let words = [0, 1, 2, 4, 5, 6, 8, 130].map(Week.Words.hours)
        #expect(
            words == [
                "no hours", "¼ hour", "½ hour", "1 hour", "1¼ hours", "1½ hours", "2 hours", "32½ hours",
            ])
    }

    @Test("a sentence starts with Monday and joins with commas and “and”")
    func sentence() {
        let week = Week([.sunday: [56..<80], .monday: [36..<44, 60..<72], .tuesday: [52..<70]])
        #expect(week.inWords == "Mon 9–11 and 15–18, Tue 13–17:30 and Sun 14–20")
        #expect(week.listed == "Mon 9–11, 15–18; Tue 13–17:30; Sun 14–20.")
        #expect(Week().inWords.isEmpty && Week().listed.isEmpty)
    }
}

@Suite("A week’s sentence in parts")
struct WeekPartsTests {
    @Test("the parts are the sentence")
    func parts() {
        let weeks: [Week] = [
            Week(), Week([.monday: [36..<44]]), Week([.monday: [36..<44, 60..<72]]),
            Week([.sunday: [56..<80], .monday: [36..<44, 60..<72, 80..<84], .tuesday: [52..<70, 72..<73]]),
        ]
        for week in weeks {
            #expect(week.parts.map { $0.joint + $0.words }.joined() == week.inWords)
        }
    }

    @Test("the longest times are named, in the week’s order")
    func longest() {
        let week = Week([.monday: [36..<40], .tuesday: [52..<70], .wednesday: [36..<38], .friday: [40..<48]])
        #expect(week.inWords(atMost: 2) == "Tue 13–17:30, Fri 10–12 and 2 more times")
        #expect(week.inWords(atMost: 4) == week.inWords)
    }
}
