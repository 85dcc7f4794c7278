/// A campus to try Quad with: people, communities and everything they said, the same every time from a seed.
package struct Demonstration: Sendable {
    /// How large a campus: a few hundred, a few thousand or a hundred thousand people.
    package enum Size: String, CaseIterable, Sendable {
        case small, medium, large
    }
    let a = 1
}
