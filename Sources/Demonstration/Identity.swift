import FoundationEssentials

extension Demonstration.World {
    /// What a row's identifier is drawn for; two kinds never share one.
    private enum Row: Int {
        case university = 1, course, person, community, space, post, connection, group, suggestion, document, photo
        /// And above: comments, by number.
        case comment = 16
    }

    private func identifier(_ row: Row, _ place: Int, _ second: Int = 0, at seconds: Int64) -> UUID {
        var chance = Chance(seed: seed, for: .identifier, at: place, and: row.rawValue + second)
        return UUID(at: seconds, from: &chance)
    }

    /// When the first university came to the site, before any account.
    var beginning: Int64 { clock.now - Int64(figures.days + 420) * 86_400 }

    func universityID(_ place: Int) -> UUID { identifier(.university, place, at: beginning) }

    func courseID(_ place: Int) -> UUID { identifier(.course, place, at: beginning + 60) }

    func personID(_ place: Int32) -> UUID {
        identifier(.person, Int(place), at: people.persons[Int(place)].joined)
    }

    func communityID(_ place: Int) -> UUID {
        identifier(.community, place, at: roster.communities[place].founded)
    }

    func spaceID(_ community: Int, _ space: Int) -> UUID {
        identifier(.space, community << 8 | space, at: roster.communities[community].founded)
    }

    func postID(_ place: Int) -> UUID { identifier(.post, place, at: schedule.entries[place].seconds) }

    func connectionID(_ place: Int, at seconds: Int64) -> UUID { identifier(.connection, place, at: seconds) }

    func groupID(_ place: Int, at seconds: Int64) -> UUID { identifier(.group, place, at: seconds) }

    func courseSuggestionID(_ place: Int, at seconds: Int64) -> UUID { identifier(.suggestion, place, at: seconds) }

    func photoID(_ person: Int32) -> UUID {
        identifier(.photo, Int(person), at: people.persons[Int(person)].joined)
    }

    func documentID(_ place: Int, at seconds: Int64) -> UUID { identifier(.document, place, at: seconds) }

    func commentID(_ place: Int, _ number: Int, at seconds: Int64) -> UUID {
        identifier(.comment, place, number, at: seconds)
    }
}

extension Date {
    /// `seconds` after the beginning of 1970.
    init(seconds: Int64) {
        self.init(timeIntervalSince1970: Double(seconds))
    }
}
