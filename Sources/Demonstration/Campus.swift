/// The universities of the demonstration.
enum Campus {
    struct University: Sendable {
        let slug, name, shortName, timeZone: String
        /// Students' first, then everyone else's.
        let domains: [String]
    }

    static let term = "Fall 2026"

    static let universities = [
        University(
            slug: "alder-bay", name: "Alder Bay University", shortName: "Alder Bay", timeZone: "America/Vancouver",
            domains: ["alderbay.example", "staff.alderbay.example", "demo.quad.test"]),
        University(
            slug: "nordhaven", name: "Nordhaven Technical University", shortName: "Nordhaven",
            timeZone: "Europe/Copenhagen", domains: ["nordhaven.example", "staff.nordhaven.example"]),
        University(
            slug: "saint-brendan", name: "Saint Brendan’s College of Arts", shortName: "Saint Brendan’s",
            timeZone: "Europe/Dublin", domains: ["stbrendan.example", "staff.stbrendan.example"]),
    ]

    /// Subject, number and title of a course, in the order in which they are opened.
    static let courses: [(code: String, title: String)] = [
        ("CS 161", "Algorithms and Data Structures"), ("MATH 221", "Discrete Mathematics"),
        ("STAT 200", "Statistics for the Life Sciences"), ("CHEM 110", "General Chemistry with Laboratory"),
        ("LING 110", "The Study of Language"), ("HIST 240", "Harbours and Empires"),
        ("BIOL 130", "Ecology of the Shore"), ("PHYS 101", "Mechanics and Waves"),
        ("ECON 102", "Markets and Choices"), ("PHIL 105", "Logic and Argument"),
        ("CS 201", "Computer Systems"), ("CS 245", "Databases"), ("MATH 110", "Calculus I"),
        ("MATH 120", "Linear Algebra"), ("STAT 310", "Regression"), ("CHEM 231", "Organic Chemistry"),
        ("MUS 150", "Harmony and Ear Training"), ("ENGL 130", "Writing in the Disciplines"),
        ("GEOG 210", "Maps and Data"), ("PSYC 101", "Mind and Behaviour"), ("SOC 115", "Cities"),
        ("ART 180", "Photography I"), ("GERM 101", "German for Beginners"), ("JAPN 101", "Japanese for Beginners"),
        ("ARAB 101", "Arabic for Beginners"), ("VIET 101", "Vietnamese for Beginners"), ("LAW 120", "Law and Society"),
        ("MED 140", "Human Anatomy"), ("ENG 220", "Statics"), ("ENG 260", "Circuits"),
    ]

    static let instructors = [
        "Ines Albrecht", "R. Okafor", "M. Thorsen", "Y. Nakamura", "A. Papadopoulou", "L. Tremblay", "S. Mehta",
        "J. Mac Giolla", "E. Virtanen", "C. Aguilar",
    ]
}
