/// Somebody with an account.
struct Person: Sendable {
    enum Role: String, Sendable {
        case member, moderator, admin
    }

    enum State: String, Sendable {
        case unverified, active, silenced, suspended, deactivated
    }

    enum ProfileType: String, Sendable {
        case student, alumni, mentor, faculty, staff
        case organizationPartner = "organization_partner"
        case investor, innovator
        case serviceProvider = "service_provider"
        case governmentOfficial = "government_official"
        case communityMember = "community_member"
    }

    enum Visibility: String, Sendable {
        case everyone = "public"
        case university, connections
        case onlyMe = "only_me"
    }

    /// What those are who don't study, the frequent ones more often.
    static let otherTypes: [ProfileType] = [
        .alumni, .alumni, .alumni, .alumni, .staff, .staff, .faculty, .faculty, .mentor, .mentor, .organizationPartner,
        .investor, .innovator, .serviceProvider, .governmentOfficial, .communityMember,
    ]

    let name, username, email: String
    /// Place in the campus's universities.
    let university: Int
    let joined: Int64
    var role = Role.member
    var state = State.active
    var type = ProfileType.student
    var visibility = Visibility.university
    var isHeld = false
    /// Whether the account has a password: the demonstration's sign-ins alone.
    var signsIn = false
}

/// All people, the three of the demo's sign-ins first.
struct People: Sendable {
    let persons: [Person]

    /// Draws everyone. A hundred thousand take under a second.
    init(_ figures: Demonstration.Figures, seed: UInt64, clock: CampusClock) {
        var census = Census(seed: seed, clock: clock, start: clock.now - Int64(figures.days + 400) * 86_400)
        census.addCast()
        let cast = census.persons.count
        for place in cast..<figures.people {
            census.addSomebody(isStudent: place < figures.students + 2)
        }
        persons = census.persons
    }
}

/// Writes people down, keeping usernames unique.
private struct Census {
    let clock: CampusClock
    let start: Int64
    var chance: Chance
    var persons: [Person] = []
    private var usernames: Set<String> = []

    init(seed: UInt64, clock: CampusClock, start: Int64) {
        self.clock = clock
        self.start = start
        chance = Chance(seed: seed, for: .people)
    }

    /// The people of the reference pages, at Alder Bay from the beginning.
    mutating func addCast() {
        for member in NamePool.cast {
            usernames.insert(member.username)
            var person = Person(
                name: member.name, username: member.username,
                email: member.email ?? "\(member.username)@\(Campus.universities[0].domains[0])",
                university: 0, joined: start + Int64(persons.count) * 3600)
            person.type = member.type
            person.role = member.role
            person.visibility = .everyone
            person.signsIn = member.email != nil
            persons.append(person)
        }
    }

    mutating func addSomebody(isStudent: Bool) {
        let given = NamePool.given[chance.below(NamePool.given.count)]
        var family = NamePool.family[chance.below(NamePool.family.count)]
        if chance.happens(0.06) { family += "-" + NamePool.family[chance.below(NamePool.family.count)] }
        let university = chance.happens(0.76) ? 0 : chance.happens(0.6) ? 1 : 2
        let username = freeUsername(given, family)
        let domains = Campus.universities[university].domains
        var person = Person(
            name: "\(given) \(family)", username: username,
            email: "\(username)@\(isStudent ? domains[0] : domains[1])", university: university, joined: joined())
        if !isStudent {
            person.type = chance.pick(Person.otherTypes) ?? .alumni
        }
        person.visibility = visibility()
        person.isHeld = chance.happens(0.02)
        switch chance.fraction() {
        case ..<0.012: person.state = .unverified
        case ..<0.016: person.state = .silenced
        case ..<0.02: person.state = .suspended
        case ..<0.03: person.state = .deactivated
        default: break
        }
        if persons.count % 400 == 200, person.state == .active { person.role = .moderator }
        persons.append(person)
    }

    /// Six in ten were here before the first post; the others came since, most in autumn terms.
    private mutating func joined() -> Int64 {
        let early = start + 43_200
        if chance.happens(0.6) { return early + Int64(chance.fraction() * 380 * 86_400) }
        return clock.moment(within: clock.now - early, lean: 1, chance: &chance)
    }

    private mutating func visibility() -> Person.Visibility {
        switch chance.below(100) {
        case ..<35: .everyone
        case ..<90: .university
        case ..<97: .connections
        default: .onlyMe
        }
    }

    /// "given.family" in ASCII, at most 30 characters; numbered when taken.
    private mutating func freeUsername(_ given: String, _ family: String) -> String {
        let base = String((NamePool.ascii(given) + "." + NamePool.ascii(family)).prefix(26))
        let stem = base.hasSuffix("-") || base.hasSuffix(".") ? String(base.dropLast()) : base
        if usernames.insert(stem).inserted { return stem }
        var number = 2 + chance.below(7)
        while !usernames.insert(stem + String(number)).inserted { number += 1 + chance.below(9) }
        return stem + String(number)
    }
}
