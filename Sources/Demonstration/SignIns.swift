/// How the three of the cast who have one sign in: `student@`, `moderator@` and `admin@demo.quad.test`.
package enum SignIns {
    /// Known to everyone, in the demonstration alone.
    package static let password = "quad-demo-campus"

    /// The password's Argon2id hash at the standard cost. Its salt is fixed, because the same seed gives the same rows
    /// to the last bit; there is nothing to protect.
    static let passwordHash =
        "$argon2id$v=19$m=19456,t=2,p=1$cXVhZC1kZW1vLWNhbXB1cw$gkFBij9OHk+uRmY8BN9h3oRUaGNCnGy9tO7idohOkyw"
}
