/// Characters in the order of an alphabet or a keyboard, which are typed without being thought of.
enum KeyRuns {
    /// How many things there are to guess: a run of three or more characters is one, as is every other character.
    ///
    /// - Parameter text: in lower case.
    /// - Complexity: O(*n*) with some twenty look-ups a character.
    static func pieces(in text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        var pieces = 0, index = 0
        while index < scalars.count {
            let length = longestRun(in: scalars[index...])
            index += length >= 3 ? length : 1
            pieces += 1
        }
        return pieces
    }

    /// - Parameter scalars: at least one.
    private static func longestRun(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
        // Most alphabets, and the digits, stand in Unicode in their own order.
        let alphabetic = [1, 0, -1].map { step in
            length(of: scalars) { one, next in Int(next.value) - Int(one.value) == step }
        }
        let typed = neighbours.map { neighbours in
            length(of: scalars) { one, next in neighbours[one] == next }
        }
        return (alphabetic + typed).max() ?? 1
    }

    private static func length(
        of scalars: ArraySlice<Unicode.Scalar>, while follows: (Unicode.Scalar, Unicode.Scalar) -> Bool
    ) -> Int {
        1 + zip(scalars, scalars.dropFirst()).prefix { one, next in follows(one, next) }.count
    }

    /// For each way over a keyboard, which key comes next.
    private static let neighbours: [[Unicode.Scalar: Unicode.Scalar]] = ways.flatMap { way in
        let keys = Array(way.unicodeScalars)
        return [keys, keys.reversed()].map { keys in
            Dictionary(zip(keys, keys[1...] + keys[..<1]), uniquingKeysWith: { first, _ in first })
        }
    }

    /// Along the rows of some countries' keyboards, and down the columns.
    private static let ways = [
        "1234567890", "!@#$%^&*()",
        "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
        "йцукенгшщзхъфывапролджэячсмитьбю", "ضصثقفغعهخحجشسيبلاتنمكطئءؤرىةوزظ",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6z7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p",
    ]
}
