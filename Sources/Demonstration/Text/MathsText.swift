extension CorpusText {
    /// Maths: terse, precise, delighted by small examples.
    static let maths = CorpusText(
        name: "maths",
        words: #"""
            slug: maths
            name: Proofs & Problem Sets
            about: Mathematics from sets to manifolds. Say what you know, what you want and where it stops.
            style: study
            weight: 5
            rule: State the definitions you use.
            rule: No full solutions before the hand-in date.
            rule: A counterexample is a contribution.
            space: general | General | Ideas and beautiful things.
            space: questions | Questions | Where does it stop?
            space: announcements | Announcements | Sessions and dates. | moderators
            space: show | Notes | Written-out proofs.
            slot course: MATH 221 | MATH 110 | MATH 120 | PHIL 105
            aside: Try n = 0. Then n = 1. Then believe it.
            aside: What does the negation say? Write it out in full.
            aside: Which hypothesis have you not used yet?
            aside: The smallest counterexample has ‹few› elements.
            aside: "Clearly" is where the bug lives.

            === question | induction
            ? Where exactly is the mistake in "all horses have the same colour"?
            ? All horses are the same colour: which step breaks?
            Base case: one horse, one colour. Step: take n + 1 horses, leave out the first, the rest have one colour; leave out the last, the rest have one colour; they overlap, so all n + 1 do.

            I *know* it's wrong. I can't point to the word.
            --- 1 *
            "They overlap." For n = 1 you go from one horse to two: without the first it's {2}, without the last it's {1}. Nothing in common. The step works from 2 on, it just never gets from 1 to 2.
            --- > @
            One single broken link in an infinite chain. Beautiful.
            --- 2
            Best example there is for checking the step at the *smallest* n and not at "some n".

            === question | linear-algebra
            ? Why is the determinant multiplicative? I can compute it, I don't see it
            ? det(AB) = det(A) det(B): is there a reason, or only a calculation?
            The proof in the book is a page of permutations. By the end I've forgotten what I wanted.
            --- 1 *
            The determinant is the factor by which a map scales volume (with a sign for orientation). Do B, then A: first volumes grow by det B, then by det A. There's your product. The page of permutations only checks that this picture is a formula.
            --- > 2
            And "not invertible" means the volume is squashed to 0, so det = 0 is obvious as well.
            --- @
            Why does nobody say this in week 1?

            === question | analysis
            ? ε and δ: which one do I get to choose?
            ? Epsilon–delta: who plays first?
            I can repeat the definition in my sleep. In an exercise I always start from the wrong end.
            --- 1 *
            It's a game. Your opponent names ε, as nasty as they like. You answer with a δ that may depend on ε (and on the point). Then they pick any x within δ, and you must be within ε.

            So: on scratch paper work backwards from |f(x) − L| < ε to a bound on |x − a|. In the *proof* write it forwards: "Let ε > 0. Choose δ = …".
            --- > @
            The scratch-paper part is the thing nobody writes down. Thank you.
            --- 2
            Uniform continuity is the same game, but you must name δ *before* you see the point.

            === question | notation
            ? Is 0 a natural number here or not?
            ? ‹course› says 0 ∈ ℕ, the tutorial says no. Which is it?
            I lost ‹some› points on the difference.
            --- 1 *
            Convention. Logicians and computer people start at 0, many analysts at 1. Write ℕ₀ or ℤ⁺ when it matters, and one line at the top: "Here 0 ∈ ℕ". Nobody can take points off for a stated convention, and if they do, go and ask, you'll get them back.
            --- > @
            Got them back. All of them.

            === discussion | beauty
            ? A proof that made you laugh out loud?
            ? The shortest proof you know that isn't a trick
            Mine: there are irrational a, b with aᵇ rational. Take √2 to the √2. If it's rational, done. If not, raise *that* to √2 and get 2. We never find out which.

            > It's like being told that one of two doors has cake, and that this is the end of the lecture.
            --- 1
            The sum of the first odd numbers is a square: draw it as L-shapes. Five seconds, no words.
            --- 2
            Primes are infinite, in one line: any prime factor of n! + 1 is bigger than n.
            --- > 3
            I like that it hands you the prime without telling you which one.
            --- 4
            A mutilated chessboard and dominoes. Colour is a proof.

            === announcement | sessions
            ? Proof-writing session on ‹weekday›, ‹time›, ‹room›
            ? We read each other's proofs: ‹weekday›, ‹room›
            Bring **one** proof of yours on paper, at most a page. You'll get it back with questions, not with grades. ‹course› and everybody else.
            --- 1
            What if mine is wrong?
            --- > m
            Then it's the most useful one of the evening.

            === topic | contradiction
            ? proof by contradiction against contraposition
            Aren't they the same? I use whichever comes to mind and get comments in the margin.
            --- 1 *
            Contraposition proves "not B ⇒ not A" directly, and everything you derive on the way is *true* under not B. In a contradiction you assume A and not B together, and what you derive is worthless once it explodes. If your contradiction is just "but A", it was a contraposition; say so, it reads better.
            --- 2
            A direct proof beats both, if there is one.
            === topic | quantifiers
            ? swapping "for all" and "there exists"
            My tutor says the order matters and gives examples with keys and doors.
            --- 1 *
            "Every door has a key": different keys allowed. "There's a key for every door": a master key. In symbols ∀∃ and ∃∀. The second implies the first, never the other way round.
            --- 2
            Pointwise and uniform convergence are exactly this.
            === topic | eigenvalues
            ? eigenvectors without determinants
            I can solve the polynomial. What do I *have* then?
            --- 1 *
            A direction that the map only stretches. In a basis of such directions the matrix is diagonal, so powers are trivial: stretch n times. That's why populations, springs and page ranks all end up there.
            --- 2
            Rotation in the plane has none over the reals. Draw it and you see why.
            === topic | modular-arithmetic
            ? inverses modulo n
            Why does 3 have an inverse mod 10 and 4 doesn't?
            --- 1 *
            4·x is always even and 10 is even, so 4x can never be 1 mod 10. In general x has an inverse exactly when gcd(x, n) = 1, and Euclid's algorithm run backwards gives it: 1 = 7·3 − 2·10, so it's 7.
            --- 2
            If n is prime everything but 0 works. That's a field.
            === topic | counting
            ? choosing with and without order
            I never know whether to divide by the factorial.
            --- 1 *
            Ask: if I swap two of the chosen things, is it the same choice? If yes, you've counted it k! times, divide. Check with 3 things, choose 2, by hand. Three pairs or six?
            --- 2
            For repetition allowed without order: stars and bars. Draw them.
            === topic | series
            ? a series that converges, but not absolutely
            How can rearranging a *sum* change its value? Sums don't do that.
            --- 1 *
            Finite sums don't. In 1 − ½ + ⅓ − … the positive part alone is infinite, and so is the negative part. With two infinite reservoirs you can steer to any number: take positives until you're above, negatives until below, and so on.
            --- 2
            Absolutely convergent means there's only so much to go round, so order can't matter.
            === topic | groups
            ? why normal subgroups
            The definition looks like it was made up to make the next theorem work.
            --- 1 *
            It was, and that's fine. You want to multiply cosets: (aN)(bN) = abN. Try it and write down what has to hold so that the result doesn't depend on the representatives. You'll write gN = Ng.
            --- 2
            Do it with S₃ and both kinds of subgroup. One works, one doesn't, ten minutes.
            === topic | integrals
            ? choosing a substitution
            Given the substitution I can do every integral. Without it, none.
            --- 1 *
            Look for a piece whose derivative is lying about somewhere else in the integrand. x·exp(x²): the inside is x², its derivative 2x is nearly there. If there's nothing, try parts; if there's a root of a² − x², draw a triangle.
            --- 2
            Do twenty in a row and only *name* the method, without calculating. That's the skill.
            """#)
}
