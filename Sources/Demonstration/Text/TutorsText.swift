extension CorpusText {
    /// Tutors, among themselves.
    static let tutors = CorpusText(
        name: "tutors",
        words: #"""
            slug: tutors
            name: Tutors’ Room
            about: For tutors and teaching assistants of Alder Bay. What works in a tutorial.
            style: life
            visibility: private
            indexing: closed
            university: 0
            weight: 0.7
            rule: No names of students.
            rule: No grades, no exam questions.
            rule: Share what you made.
            space: general | General | What works.
            space: questions | Questions | What would you do?
            space: announcements | Announcements | Rooms and rotas. | moderators
            aside: I let them vote with fingers, eyes closed. Honest answers.
            aside: Wait nine seconds after a question. It feels like a week.
            aside: I'll bring the worksheet on ‹weekday›.

            === question | silence
            ? Nobody speaks in my ‹weekday› tutorial. Ideas?
            ? Twelve people, no words. What do you do in the first five minutes?
            I ask, they look at the table, I answer myself.
            --- 1 *
            Never ask the room. Two minutes in pairs first, then ask a *pair* what they disagreed about. Nobody has to be right, they only have to report.
            --- > @
            They talked over each other by the end. I only had to stop them.

            === question | marking
            ? How do you mark ‹number› lab reports without going strange?
            ? Marking in one weekend: your method?
            It's ‹number› reports and I've begun to dream about axis labels.
            --- 1 *
            One question across *all* reports, then the next. Three stock comments on a card, one personal line each. Timer at eight minutes. And swap five with someone to see whether you're in tune.
            --- 2
            Stop at the first one that makes you angry. It's never their fault at that hour.

            === discussion | worksheet
            ? A worksheet on ‹course› that took twenty minutes and taught me something
            ? Found: an exercise that even the quiet ones liked
            They get a *wrong* solution and a red pen. In groups of three. The room gets loud within a minute.
            --- 1
            Stolen, with thanks.
            --- 2
            Do you tell them how many mistakes there are?
            --- > @
            I say ‹some›. There's one more. They find it.

            === announcement | rota
            ? Rota for the drop-in hours until ‹date›
            ? Room change for all ‹weekday› tutorials: ‹room›
            Please swap among yourselves and tell me afterwards. The key is at the porter's.
            --- 1
            I can take ‹otherday›.

            === topic | late-hand-ins
            ? late hand-ins
            Everyone has a different rule and they compare.
            --- 1 *
            We agreed on: a day is a tenth, a message beforehand costs nothing. Written on the sheet, same for all groups. The comparing stopped at once.
            --- 2
            And nobody asks why. I like that part.
            """#)
}
