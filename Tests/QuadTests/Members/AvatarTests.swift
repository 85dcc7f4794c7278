import Testing

@testable import Quad

@Suite("Drawing a face for a name")
struct AvatarTests {
    @Test(
        "initials are the first letters of the first and the last word",
        arguments: [
            ("Noor Haddad", "NH"), ("Maximiliane Featherstonehaugh-Okonkwo", "MF"), ("Anneke de Wit", "AW"),
            ("Cher", "C"),
            ("  bo   li ", "BL"), ("Hằng Nguyễn", "HN"), ("李 明", "李明"), ("لیلا فراهانی", "ل\u{200C}ف"),
            ("(Zoë) “Z” Østby", "ZØ"), ("", "–"),
            ("!!!", "–"),
        ])
    func initials(name: String, expected: String) {
        #expect(Avatar(name: name, username: "x").initials == expected)
    }

    @Test("a username has the same face in every run")
    func stable() {
        let face = Avatar(name: "Bo Li", username: "bo.li")
        #expect(face.tone == 3)
        #expect(face.pattern == .checks)
        #expect(Avatar(name: "Bo Changed", username: "bo.li").pattern == face.pattern)
    }

    @Test("usernames spread over all tones and patterns")
    func spread() {
        var faces: [Int: Int] = [:]
        for number in 0..<3_600 {
            let face = Avatar(name: "A", username: "student\(number)")
            faces[face.tone * 10 + face.pattern.rawValue, default: 0] += 1
        }
        #expect(faces.count == 36)
        #expect(faces.values.allSatisfy { (60...150).contains($0) })
    }
}

@Suite("Lettering a community's square")
struct PlateTests {
    @Test(
        "two letters, the first a capital",
        arguments: [
            ("Algorithms & Data Structures", "Al"), ("CS 161", "Cs"), ("4 o'clock tea", "4o"), ("&", "–"),
            ("فارسی", "فا"),
        ])
    func letters(name: String, expected: String) {
        #expect(CommunityLink(name: name, path: "/").letters == expected)
    }
}
