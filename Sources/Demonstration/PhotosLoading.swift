import FoundationEssentials
internal import Postgres

/// Photos of some who take a course with the student of the cast; everybody else has a pattern.
struct PhotosLoading {
    let world: Demonstration.World
    /// Keeps a file's bytes, and gives their SHA-256.
    let keep: (_ bytes: [UInt8]) throws -> [UInt8]

    func load(_ connection: Connection) throws {
        for place in people {
            var chance = Chance(seed: world.seed, for: .portrait, at: Int(place))
            let portrait = Portrait(&chance)
            let sizes = [256, 128].map { portrait.png(side: $0) }
            let hashes = try sizes.map(keep)
            let came = Date(seconds: world.people.persons[Int(place)].joined + 3_600)
            let (id, person) = (world.photoID(place), world.personID(place))
            for (hash, bytes) in zip(hashes, sizes) {
                _ = try connection.fetch(
                    .execute(
                        """
                        INSERT INTO stored_files (hash, byte_size, touched_at)
                        VALUES (\(hash), \(bytes.count)::integer, \(came))
                        ON CONFLICT DO NOTHING
                        """))
            }
            _ = try connection.fetch(
                .execute(
                    """
                    INSERT INTO attachments (id, uploader_id, file_hash, small_hash, media_type, byte_size, width, height,
                        small_width, name, photo_of, created_at)
                    VALUES (\(id), \(person), \(hashes[0]), \(hashes[1]), 'image/png',
                        \(sizes[0].count + sizes[1].count)::integer, 256, 256, 128, 'photo', \(person), \(came))
                    """))
            _ = try connection.fetch(
                .execute("UPDATE users SET picture = 'photo', photo_id = \(id) WHERE id = \(person)"))
        }
    }

    private var people: [Int32] {
        let mates = Studies.ofTheCast.flatMap { course in
            world.studies.shown[course].filter { $0 >= NamePool.cast.count }.prefix(40)
        }
        return Array(Set(mates.enumerated().filter { $0.offset % 4 == 1 }.map(\.element))).sorted()
    }
}
