import FoundationEssentials
internal import Postgres

/// Skills, interests, what goes with each profile type, and who sees it.
struct ProfilesLoading: Sendable {
    let world: Demonstration.World

    func load(_ connection: Connection) throws {
        try connection.copy(into: "skills", columns: ["slug", "name"]) { rows in
            for skill in Skillset.all {
                try rows.row {
                    $0.write(skill.slug)
                    $0.write(skill.name)
                }
            }
        }
        try connection.copy(into: "user_skills", columns: ["user_id", "skill", "level", "position"]) { rows in
            for place in world.people.persons.indices {
                for (position, skill) in Skillset(of: place, in: world).skills.enumerated() {
                    try rows.row {
                        $0.write(world.personID(Int32(place)))
                        $0.write(skill.slug)
                        $0.write(skill.level)
                        $0.write(position)
                    }
                }
            }
        }
        try connection.copy(into: "user_interests", columns: ["user_id", "interest"]) { rows in
            for place in world.people.persons.indices {
                for interest in Skillset(of: place, in: world).interests {
                    try rows.row {
                        $0.write(world.personID(Int32(place)))
                        $0.write(interest)
                    }
                }
            }
        }
        try loadDetails(connection)
        try loadSections(connection)
    }

    private func loadDetails(_ connection: Connection) throws {
        let biographies = try Biographies(seed: world.seed)
        try connection.copy(into: "profile_details", columns: ["user_id", "profile_type", "fields", "updated_at"]) {
            rows in
            for (place, person) in world.people.persons.enumerated() {
                guard
                    let fields = ProfileDetails.fields(
                        of: person, at: place, seed: world.seed, studies: biographies.studies(at: place))
                else { continue }
                try rows.row {
                    $0.write(world.personID(Int32(place)))
                    $0.write(person.type.rawValue)
                    $0.write(JSONText(fields))
                    $0.write(Date(seconds: person.joined))
                }
            }
        }
    }

    /// An eighth of all decided otherwise than usual about a part of their profile.
    private func loadSections(_ connection: Connection) throws {
        let choices = [
            ("skills", "public"), ("availability", "university"), ("details", "connections"), ("contact", "university"),
            ("about", "public"), ("courses", "connections"), ("skills", "only_me"),
        ]
        try connection.copy(into: "profile_sections", columns: ["user_id", "section", "visibility"]) { rows in
            for place in world.people.persons.indices.dropFirst() {
                var chance = Chance(seed: world.seed, for: .sections, at: place)
                guard chance.happens(0.12), let choice = chance.pick(choices) else { continue }
                try rows.row {
                    $0.write(world.personID(Int32(place)))
                    $0.write(choice.0)
                    $0.write(choice.1)
                }
            }
        }
    }
}

/// What somebody is good at, and interested in.
struct Skillset {
    struct Skill {
        let slug: String
        /// 1 to 5.
        let level: Int
    }

    let skills: [Skill]
    let interests: [String]

    init(of place: Int, in world: Demonstration.World) {
        var chance = Chance(seed: world.seed, for: .skills, at: place)
        let isCast = place < NamePool.cast.count
        var skills: [Skill] = []
        var interests: [String] = []
        if isCast || chance.happens(0.6) {
            for _ in 0..<chance.within(2...5) {
                let slug = Self.all[chance.rank(below: Self.all.count * 2) % Self.all.count].slug
                if !skills.contains(where: { $0.slug == slug }) {
                    skills.append(Skill(slug: slug, level: 1 + max(chance.below(5), chance.below(4))))
                }
            }
        }
        if isCast || chance.happens(0.5) {
            for _ in 0..<chance.within(2...4) {
                let slug = Self.all[chance.below(Self.all.count)].slug
                if !interests.contains(slug) { interests.append(slug) }
            }
        }
        (self.skills, self.interests) = (skills, interests)
    }

    /// A name in small letters, hyphens between its words, is its slug.
    static let all: [(slug: String, name: String)] = [
        "Python", "Statistics", "Academic writing", "Linear algebra", "Presentation", "LaTeX", "Java", "Data analysis",
        "Spanish", "Calculus", "Proofs", "SQL", "Photography", "Lab work", "Debating", "German", "Group work", "R",
        "French", "Design", "Public speaking", "Organic chemistry", "Swift", "Maps", "Music theory", "Mandarin",
        "Interviewing", "Logic", "Machine learning", "Japanese", "Anatomy", "Illustration", "Arabic", "Circuits",
        "Proofreading", "Climbing", "Choir", "Chess", "Film", "Gardening", "Cooking", "Sailing", "Running", "Theatre",
        "Volunteering", "Board games", "Knitting", "Cycling",
    ].map { (slug: $0.lowercased().split(separator: " ").joined(separator: "-"), name: $0) }
}
