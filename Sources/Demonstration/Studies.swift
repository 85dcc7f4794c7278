/// Who takes which course, and lets course mates know.
struct Studies: Sendable {
    struct Taking: Sendable {
        /// Place in the campus's courses.
        let course: Int32
        let isShown: Bool
    }

    /// By person.
    let taken: [[Taking]]
    /// By course: those who are shown there, in the order of their accounts.
    let shown: [[Int32]]
    /// By course: everyone.
    let counts: [Int32]

    /// What the student of the cast takes: "CS 161", "MATH 221", "HIST 240", "PHIL 105".
    static let ofTheCast = [0, 1, 5, 9]

    /// Draws all enrolments: about 450,000 for a hundred thousand people, in half a second.
    init(of people: People, _ figures: Demonstration.Figures, seed: UInt64) {
        let offered = Campus.universities.indices.map { university in
            (0..<figures.courses).filter { CourseDraft.university(of: $0) == university }
        }
        var taken: [[Taking]] = []
        taken.reserveCapacity(people.persons.count)
        var shown = [[Int32]](repeating: [], count: figures.courses)
        var counts = [Int32](repeating: 0, count: figures.courses)
        for (place, person) in people.persons.enumerated() {
            let courses = Self.courses(
                of: person, at: place, from: offered[person.university], crowd: figures.crowd, seed: seed)
            for taking in courses {
                counts[Int(taking.course)] += 1
                if taking.isShown, person.isAround { shown[Int(taking.course)].append(Int32(place)) }
            }
            taken.append(courses)
        }
        (self.taken, self.shown, self.counts) = (taken, shown, counts)
    }

    private static func courses(
        of person: Person, at place: Int, from offered: [Int], crowd: Double, seed: UInt64
    ) -> [Taking] {
        guard person.type == .student, person.state != .unverified, !offered.isEmpty else { return [] }
        var chance = Chance(seed: seed, for: .studies, at: place)
        let isCast = place < NamePool.cast.count
        var courses: [Int] = []
        if place == 0 {
            courses = ofTheCast
        } else {
            if isCast || chance.happens(crowd) { courses.append(offered[0]) }
            if isCast { courses.append(ofTheCast[1 + place % 3]) }
            let count = min(offered.count, chance.within(4...6))
            for _ in 0..<40 where courses.count < count {
                // The first of them are taken more often.
                let course = offered[chance.below(1 + chance.below(offered.count))]
                if course != offered[0], !courses.contains(course) { courses.append(course) }
            }
        }
        return courses.map { Taking(course: Int32($0), isShown: isCast || chance.happens($0 == 0 ? 0.97 : 0.82)) }
    }
}

extension Person {
    /// Whether others find somebody: in use and not held.
    var isAround: Bool { state == .active && !isHeld }
}

extension Demonstration.World {
    /// Whether somebody chose the generated picture.
    func choosesPattern(_ place: Int) -> Bool {
        var chance = Chance(seed: seed, for: .details, at: place, and: 1)
        return place < NamePool.cast.count || chance.happens(0.7)
    }
}
