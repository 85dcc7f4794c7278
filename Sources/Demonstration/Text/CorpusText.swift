/// The words of the demonstration, one text a community; `CorpusParts` describes the format.
///
/// The texts are data in Swift's clothes: they travel inside the binary, and changing one needs no knowledge of
/// the code. A test compiles all of them and writes every scene once.
struct CorpusText: Sendable {
    let name: String
    let words: String

    static let communities = [
        algorithms, housing, firstYears, gettingAround, courseChoices, statistics, maths, careers, tools, library,
        secondHand, food, exchange, languages, chemistry, orchestra, sports, writing, photography, farsi,
        wellbeing, parents, thesis, tutors, hallCommittee,
    ]
}
